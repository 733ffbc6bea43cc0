package id.patuh.intake;

import id.patuh.skm.Regulations;
import id.patuh.skm.Unsur;
import id.patuh.skm.UnsurLabel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads which unsur a header, a key or a line of a table means. */
final class Labels {

    // U1a, U1.1, U1_2, "U1b Kejelasan persyaratan"
    private static final Pattern QUESTION =
            Pattern.compile("(?i)\\s*u(?:nsur)?[\\s._-]*(\\d{1,2})\\s*(?:[a-z]|[._\\-]\\d{1,2})\\b.*");
    private static final Pattern CODE = Pattern.compile("(?i)\\s*u(?:nsur)?[\\s._-]*\\d{1,2}[\\s.]*");
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)\\s*u(?:nsur)?[\\s._-]*(\\d{1,2})\\b[\\s.:()\\-\u2013_]*(.*?)[\\s)]*");

    /** Questions that only have a number. */
    private static final Pattern ASKED = Pattern.compile("(?i)\\s*p[\\s._-]*(\\d{1,2})[\\s.]*");

    private static final int LEAST_ASKED = 9;

    private final Regulations regulations;

    Labels(Regulations regulations) {
        this.regulations = regulations;
    }

    /** The unsur of a regulation that a column of scores is headed with; empty for any other column. */
    Optional<UnsurLabel> scored(String header) {
        if (header != null && header.length() > Fields.LONGEST_HEADER) {
            return Optional.empty();
        }
        Optional<UnsurLabel> label = regulations.label(header);
        if (label.isPresent() || header == null) {
            return label;
        }
        Matcher question = QUESTION.matcher(header);
        return question.matches() ? regulations.label("U" + question.group(1)) : Optional.empty();
    }

    /**
     * The headers where nine or more are the numbers of questions and nothing tells which unsur these are: then they are
     * those of the unsur, P1 of U1. Else the same headers.
     */
    List<String> asked(List<String> headers) {
        List<Integer> numbers = headers.stream()
                .map(ASKED::matcher)
                .filter(Matcher::matches)
                .map(m -> Integer.valueOf(m.group(1)))
                .toList();
        boolean all = numbers.size() >= LEAST_ASKED
                && numbers.equals(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList())
                && headers.stream().noneMatch(h -> scored(h).isPresent());
        return !all
                ? headers
                : headers.stream()
                        .map(h -> ASKED.matcher(h).matches() ? "U" + h.replaceAll("\\D", "") : h)
                        .toList();
    }

    /** The heading of an unsur of which one gives the number and the other the name; null when they do not. */
    String numbered(String one, String other) {
        if (!CODE.matcher(one).matches()) {
            return CODE.matcher(other).matches() ? numbered(other, one) : null;
        }
        return !CODE.matcher(other).matches() && regulations.label(other).isPresent()
                ? one.strip() + " " + other.strip()
                : null;
    }

    /** Whether the header names one of several questions of an unsur. */
    boolean isQuestion(String header) {
        return regulations.label(header).isEmpty() && scored(header).isPresent();
    }

    /** Whether the header has the form of an unsur, known or not. */
    static boolean looksScored(String header) {
        return NUMBERED.matcher(header).matches() || QUESTION.matcher(header).matches();
    }

    /** Whether two labels mean the same unsur in every regulation that knows both. */
    boolean same(UnsurLabel one, UnsurLabel other) {
        boolean known = false;
        for (var regulation : regulations.all()) {
            Optional<Unsur> a = regulation.meantBy(one);
            Optional<Unsur> b = regulation.meantBy(other);
            if (a.isPresent() && b.isPresent()) {
                if (!a.equals(b)) {
                    return false;
                }
                known = true;
            }
        }
        return known || one.equals(other);
    }

    /** Whether two labels mean the same unsur, or none, in every regulation. */
    boolean sameEverywhere(UnsurLabel one, UnsurLabel other) {
        return regulations.all().stream().allMatch(r -> r.meantBy(one).equals(r.meantBy(other)));
    }

    /** The unsur of a published line, whether a regulation knows it or not; null when it has neither code nor name. */
    UnsurLabel published(String code, String name) {
        String number = code == null || !code.matches("\\d{1,2}") ? code : "U" + code;
        UnsurLabel label = name == null ? null : named(name);
        if (number == null || label != null && label.code() != null) {
            return label;
        }
        return new UnsurLabel(number.toUpperCase(Locale.ROOT), label == null ? null : label.name());
    }

    /** Whether any regulation has the unsur. */
    boolean isKnown(UnsurLabel label) {
        return regulations.all().stream().anyMatch(r -> r.meantBy(label).isPresent());
    }

    private UnsurLabel named(String text) {
        Optional<UnsurLabel> known = regulations.label(text);
        if (known.isPresent()) {
            return known.get();
        }
        Matcher numbered = NUMBERED.matcher(text);
        if (!numbered.matches()) {
            return new UnsurLabel(null, text);
        }
        String code = "U" + Integer.parseInt(numbered.group(1));
        return new UnsurLabel(code, numbered.group(2).isEmpty() ? null : numbered.group(2));
    }
}
