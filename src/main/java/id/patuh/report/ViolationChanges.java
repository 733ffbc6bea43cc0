package id.patuh.report;

import id.patuh.check.Finding;
import id.patuh.check.Simulation;
import id.patuh.violation.Severity;
import id.patuh.violation.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which violations come, go or change between two rule sets: counted, with a few examples. */
final class ViolationChanges {

    private final ChangeCounts total = new ChangeCounts();
    private final UnitRuleCounts groups = new UnitRuleCounts();
    private final ChangeExamples examples;
    private final Set<Severity> arisen = EnumSet.noneOf(Severity.class);

    /** @param examplesEach how many examples are kept of each rule and kind of change */
    ViolationChanges(int examplesEach) {
        this.examples = new ChangeExamples(examplesEach);
    }

    /** Counts what differs, and gives the counts of this input alone. */
    ChangeCounts add(Simulation simulation, ComparedInput input) {
        ChangeCounts ofInput = new ChangeCounts();
        simulation.forEachFinding((old, now) -> add(old, now, input, ofInput));
        return ofInput;
    }

    private void add(Finding old, Finding now, ComparedInput input, ChangeCounts ofInput) {
        List<String> fields =
                old == null || now == null ? List.of() : differences(old.violation(), now.violation(), input);
        if (old != null && now != null && fields.isEmpty()) {
            ofInput.addSame();
            total.addSame();
            return;
        }
        Change change = Change.of(old, now);
        groups.of((now == null ? old : now).violation()).add(change, fields);
        ofInput.add(change, fields);
        total.add(change, fields);
        noteRise(old, now);
        examples.add(old, now, fields, input);
    }

    private void noteRise(Finding old, Finding now) {
        for (Severity threshold : Severity.values()) {
            if (isAtLeast(now, threshold) && !isAtLeast(old, threshold)) {
                arisen.add(threshold);
            }
        }
    }

    private static boolean isAtLeast(Finding finding, Severity threshold) {
        return finding != null && finding.violation().severity().atLeast(threshold);
    }

    /** In what of the things that reports show of a violation two differ. */
    private static List<String> differences(Violation old, Violation now, ComparedInput input) {
        Words words = input.before();
        Words newWords = input.after();
        List<String> fields = new ArrayList<>();
        note("severity", old.severity(), now.severity(), fields);
        note("message", words.message(old), newWords.message(now), fields);
        note("expected", words.expected(old), newWords.expected(now), fields);
        note("actual", words.actual(old), newWords.actual(now), fields);
        note("basis", words.basis(old), newWords.basis(now), fields);
        note("evidence", old.evidence(), now.evidence(), fields);
        return fields;
    }

    private static void note(String field, Object old, Object now, List<String> fields) {
        if (!Objects.equals(old, now)) {
            fields.add(field);
        }
    }

    /**
     * Whether a violation at or above the threshold appears, or one below it rises so far.
     *
     * @param threshold null means that none counts
     */
    boolean hasNew(Severity threshold) {
        return threshold != null && arisen.contains(threshold);
    }

    /** Of all inputs. */
    ChangeCounts total() {
        return total;
    }

    UnitRuleCounts groups() {
        return groups;
    }

    List<ChangeExamples.Example> examples() {
        return examples.all();
    }
}
