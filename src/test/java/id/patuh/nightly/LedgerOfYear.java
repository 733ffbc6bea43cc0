package id.patuh.nightly;

import id.patuh.check.Finding;
import id.patuh.check.NotEvaluated;
import id.patuh.ledger.life.Judgement;
import id.patuh.ledger.life.NaiveLedger;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the ledger of a unit must say: of everything that was ever found, what plain checks of a night say of it. */
final class LedgerOfYear {

    private final NaiveLedger states = new NaiveLedger();
    private final Map<String, Violation> seen = new TreeMap<>();
    private final Map<String, String> groups = new TreeMap<>();
    private Map<String, NaiveLedger.Said> night = new TreeMap<>();

    /** A violation that is open after a night. */
    record Open(String fingerprint, String group, String rule, String unit, Severity severity) {}

    /**
     * What a plain check of all that belongs together says this night.
     *
     * @param group by which it is known
     */
    void say(String group, Collection<Finding> findings, List<NotEvaluated> lacks) {
        for (Finding found : findings) {
            seen.put(found.fingerprint(), found.violation());
            groups.put(found.fingerprint(), group);
            say(found.fingerprint(), Judgement.FOUND, found.violation().severity());
        }
        groups.forEach((fingerprint, of) -> {
            if (of.equals(group) && !night.containsKey(fingerprint)) {
                boolean lacking = lacks.stream().anyMatch(lack -> concerns(lack, seen.get(fingerprint)));
                say(fingerprint, lacking ? Judgement.NOT_EVALUATED : Judgement.ABSENT, null);
            }
        });
    }

    private void say(String fingerprint, Judgement judgement, Severity severity) {
        night.put(fingerprint, new NaiveLedger.Said(judgement, severity, ""));
    }

    /** Whether what was lacking leaves open whether a violation is still there. */
    private static boolean concerns(NotEvaluated lack, Violation violation) {
        if (!lack.rule().equals(violation.rule())) {
            return false;
        }
        Object[] lacking = parts(lack.missing().subject());
        Object[] found = parts(violation.subject());
        for (int i = 0; i < lacking.length; i++) {
            if (lacking[i] != null && found[i] != null && !Objects.equals(lacking[i], found[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object[] parts(Subject subject) {
        return new Object[] {
            subject.unit(),
            subject.sop(),
            subject.caseId(),
            subject.step(),
            subject.round(),
            subject.constraint(),
            subject.survey(),
            subject.element()
        };
    }

    /** Ends the night: everything was said. */
    void endNight() {
        states.add(night);
        night = new TreeMap<>();
    }

    int nights() {
        return states.size();
    }

    /** State and severity of all that was ever found, after a night. */
    Map<String, NaiveLedger.Entry> after(int night) {
        return states.after(night);
    }

    List<Open> open(int night) {
        List<Open> open = new ArrayList<>();
        after(night).forEach((fingerprint, entry) -> {
            if (!entry.state().equals("resolved")) {
                Violation violation = seen.get(fingerprint);
                open.add(new Open(
                        fingerprint,
                        groups.get(fingerprint),
                        violation.rule(),
                        violation.subject().unit(),
                        entry.severity()));
            }
        });
        return open;
    }

    /** Everything that was ever found, as it was found last. */
    List<Open> known() {
        List<Open> known = new ArrayList<>();
        seen.forEach((fingerprint, violation) -> known.add(new Open(
                fingerprint,
                groups.get(fingerprint),
                violation.rule(),
                violation.subject().unit(),
                violation.severity())));
        return known;
    }
}
