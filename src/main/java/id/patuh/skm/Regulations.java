package id.patuh.skm;

import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All survey regulations of a rule set. */
public final class Regulations {

    // U8, U-8, Unsur 8, "U8 - Sarana dan Prasarana", "U8. (Sarana)"
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)\\s*u(?:nsur)?[\\s._-]*(\\d{1,2})\\b[\\s.:()\\-\u2013_]*(.*?)[\\s)]*");

    private final List<Regulation> regulations;

    public Regulations(List<Regulation> regulations) {
        this.regulations = List.copyOf(regulations);
    }

    /** Every regulation. */
    public List<Regulation> all() {
        return regulations;
    }

    /**
     * The regulation with this id or title, however it is spelled in case and punctuation; also one of the ministry cited
     * by number and year alone ("Permen PANRB No. 14 Tahun 2017"), which the id ends with.
     */
    public Optional<Regulation> find(String id) {
        String wanted = Wording.key(id);
        return regulations.stream()
                .filter(r -> Wording.key(r.id()).equals(wanted)
                        || Wording.key(r.title()).equals(wanted))
                .findFirst()
                .or(() -> regulations.stream().filter(r -> cites(id, r)).findFirst());
    }

    private static boolean cites(String text, Regulation regulation) {
        String[] parts = Wording.normalise(regulation.id()).split(" ");
        List<String> words = List.of(Wording.normalise(text).split(" "));
        return parts.length > 2
                && Wording.key(text).contains("pan")
                && words.contains(parts[parts.length - 2])
                && words.contains(parts[parts.length - 1]);
    }

    /** The regulation in force on the day. */
    public Optional<Regulation> inForceOn(LocalDate day) {
        return regulations.stream().filter(r -> r.inForceOn(day)).findFirst();
    }

    /** Reads a header or an element's name as the label of an unsur of any regulation; empty if it means none. */
    public Optional<UnsurLabel> label(String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        Matcher numbered = NUMBERED.matcher(header);
        if (numbered.matches()) {
            String code = "U" + Integer.parseInt(numbered.group(1));
            String name = numbered.group(2);
            if (name.isEmpty()) {
                return known(new UnsurLabel(code, null));
            }
            return known(new UnsurLabel(null, name)).map(label -> new UnsurLabel(code, label.name()));
        }
        return known(new UnsurLabel(null, header.strip()));
    }

    private Optional<UnsurLabel> known(UnsurLabel label) {
        return regulations.stream().anyMatch(r -> r.meantBy(label).isPresent()) ? Optional.of(label) : Optional.empty();
    }
}
