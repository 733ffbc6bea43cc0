package id.patuh.sop;

import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SOPs of a rule set; an SOP may have several revisions, each in force at its own time. */
public final class Sops {

    private final List<Sop> all;
    private final Map<String, List<Sop>> revisions = new HashMap<>();

    public Sops(List<Sop> sops) {
        this.all = sops.stream()
                .sorted(Comparator.comparing(Sop::id).thenComparing(Sop::inForce))
                .toList();
        for (Sop sop : all) {
            revisions
                    .computeIfAbsent(Wording.key(sop.id()), k -> new ArrayList<>())
                    .add(sop);
            if (!Wording.key(sop.number()).equals(Wording.key(sop.id()))) {
                revisions
                        .computeIfAbsent(Wording.key(sop.number()), k -> new ArrayList<>())
                        .add(sop);
            }
        }
    }

    /** Every revision of every SOP, by id and date. */
    public List<Sop> all() {
        return all;
    }

    /** One name for every way of citing an SOP, whichever revision is meant; an unknown SOP keeps its own. */
    public String canonical(String cited) {
        return cited(cited).name();
    }

    /** Whether there is an SOP that a log may cite so. */
    public boolean knows(String cited) {
        return !cited(cited).revisions().isEmpty();
    }

    /** Whether any revision of the SOP cited has the step, by number or title. */
    public boolean hasStep(String cited, String step) {
        return cited(cited).revisions().stream().anyMatch(s -> s.step(step).isPresent());
    }

    /**
     * The SOP that a log cites by short id or printed number.
     *
     * @param cited as written; may be null
     * @param day see {@link Cited#on}
     */
    public Optional<Sop> find(String cited, LocalDate day) {
        return cited(cited).on(day);
    }

    /**
     * What a log cites by short id or printed number, or as what it is: "SOP B276", "SOP Nomor B276".
     *
     * @param written may be null
     */
    public Cited cited(String written) {
        String key = Wording.key(written);
        List<Sop> found = revisions.get(key);
        if (found == null && key.startsWith("sop")) {
            found = revisions.get(key.replaceFirst("^sop(?:nomor|no)?", ""));
        }
        return found == null
                ? new Cited(key, List.of())
                : new Cited(Wording.key(found.get(0).id()), found);
    }

    /**
     * An SOP that is cited.
     *
     * @param name one for every way of citing it, whichever revision is meant; an unknown SOP keeps its own
     * @param revisions by date; none of an unknown SOP
     */
    public record Cited(String name, List<Sop> revisions) {

        public Cited {
            revisions = List.copyOf(revisions);
        }

        /** The revision in force on the day, else the latest before it, else the first. */
        public Optional<Sop> on(LocalDate day) {
            Sop inForce = null;
            Sop before = null;
            for (Sop revision : revisions) {
                if (revision.inForceOn(day)) {
                    inForce = revision;
                }
                if (!revision.inForce().isAfter(day)) {
                    before = revision;
                }
            }
            return inForce != null
                    ? Optional.of(inForce)
                    : Optional.ofNullable(before).or(() -> revisions.stream().findFirst());
        }
    }
}
