package id.patuh.sop.lint;

import id.patuh.law.Source;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A regulation as people cite it, "Permen PANRB No. 35/2012" or with every word written out.
 *
 * @param at where its number stands in the text
 * @param kind the words before the number
 * @param number its number and year
 * @param subject the words after "tentang"; empty where none are cited
 */
record Citation(int at, List<String> kind, String number, Set<String> subject) {

    private static final Pattern NUMBERED =
            Pattern.compile("(?<kind>(?:[^\\d\\s]+ )+?)(?<number>\\d+) (?:tahun )?(?<year>(?:19|20)\\d\\d)\\b");

    private static final Pattern YEARLESS =
            Pattern.compile("\\b(?:nomor|no) (?<number>\\d+)\\b(?! (?:tahun )?(?:19|20)\\d\\d\\b)");

    /** Words that some put into the kind and others leave out. */
    private static final Set<String> FILLING = Set.of("republik", "indonesia", "ri", "nomor", "no");

    private static final String ABOUT = " tentang ";

    /** Whether the text cites the source, if only by number and subject: that the year is missing is another defect. */
    static boolean names(String text, Source source) {
        return position(text, source) >= 0 || namesWithoutYear(text, source);
    }

    private static boolean namesWithoutYear(String text, Source source) {
        String words = Wording.normalise(text);
        Matcher matcher = YEARLESS.matcher(words);
        if (!matcher.find()) {
            return false;
        }
        Set<String> subject = subject(words.substring(matcher.end()));
        return in(source.title()).stream()
                .filter(name -> name.number.startsWith(matcher.group("number") + "/"))
                .anyMatch(name -> common(subject, name.subject));
    }

    /** Where the text cites the source; -1 where it does not. */
    static int position(String text, Source source) {
        String words = " " + Wording.normalise(text) + " ";
        int literal = words.indexOf(" " + Wording.normalise(source.shortTitle()) + " ");
        List<Citation> names = new ArrayList<>(in(source.shortTitle()));
        names.addAll(in(source.title()));
        return in(text).stream()
                .filter(cited -> names.stream().anyMatch(cited::means))
                .mapToInt(Citation::at)
                .min()
                .orElse(literal);
    }

    /** One that changes another names both. */
    private static List<Citation> in(String text) {
        String words = Wording.normalise(text);
        Matcher matcher = NUMBERED.matcher(words);
        List<Citation> found = new ArrayList<>();
        while (matcher.find()) {
            List<String> kind = Arrays.stream(matcher.group("kind").split(" "))
                    .filter(w -> !FILLING.contains(w))
                    .toList();
            String number = matcher.group("number") + "/" + matcher.group("year");
            found.add(new Citation(matcher.start("number"), kind, number, subject(words.substring(matcher.end()))));
        }
        return found;
    }

    private static Set<String> subject(String rest) {
        int about = rest.indexOf(ABOUT);
        return about < 0
                ? Set.of()
                : new HashSet<>(
                        Arrays.asList(rest.substring(about + ABOUT.length()).split(" ")));
    }

    private boolean means(Citation name) {
        return number.equals(name.number) && (sameKind(name) || sameSubject(name));
    }

    /** "Berdasarkan Permen PANRB" ends with "PermenPANRB". */
    private boolean sameKind(Citation name) {
        String wanted = String.join("", name.kind);
        return !wanted.isEmpty()
                && IntStream.range(0, kind.size())
                        .anyMatch(i ->
                                String.join("", kind.subList(i, kind.size())).equals(wanted));
    }

    /** Kinds are abbreviated in many ways. */
    private boolean sameSubject(Citation name) {
        return common(subject, name.subject);
    }

    /** Whether at least half of the words agree. */
    private static boolean common(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return common > 0 && 2 * common >= Math.max(one.size(), other.size());
    }
}
