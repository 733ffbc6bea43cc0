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
        List<Sop> found = revisionsOf(cited);
        return found.isEmpty() ? Wording.key(cited) : Wording.key(found.get(0).id());
    }

    /** Whether there is an SOP that a log may cite so. */
    public boolean knows(String cited) {
        return !revisionsOf(cited).isEmpty();
    }

    /** Whether any revision of the SOP cited has the step, by number or title. */
    public boolean hasStep(String cited, String step) {
        return revisionsOf(cited).stream().anyMatch(s -> s.step(step).isPresent());
    }

    /**
     * The SOP that a log cites by short id or printed number.
     *
     * @param cited as written; may be null
     * @param day the revision in force on this day is preferred, then the latest before it, then the first
     */
    public Optional<Sop> find(String cited, LocalDate day) {
        List<Sop> found = revisionsOf(cited);
        Optional<Sop> inForce = found.stream().filter(s -> s.inForceOn(day)).reduce((a, b) -> b);
        if (inForce.isPresent()) {
            return inForce;
        }
        return found.stream()
                .filter(s -> !s.inForce().isAfter(day))
                .reduce((a, b) -> b)
                .or(() -> found.stream().findFirst());
    }

    /** An SOP may be cited as what it is: "SOP B276", "SOP Nomor B276". */
    private List<Sop> revisionsOf(String cited) {
        String key = Wording.key(cited);
        List<Sop> found = revisions.get(key);
        if (found == null && key.startsWith("sop")) {
            found = revisions.get(key.replaceFirst("^sop(?:nomor|no)?", ""));
        }
        return found == null ? List.of() : found;
    }
}
