package id.patuh.report;

import id.patuh.check.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first violations of each rule and kind of change, in words. */
final class ChangeExamples {

    private static final int MOST_EVIDENCE = 5;

    private final int most;
    private final SortedMap<String, Map<Change, List<Example>>> examples = new TreeMap<>();

    /** @param most how many are kept of each rule and kind of change */
    ChangeExamples(int most) {
        this.most = most;
    }

    /**
     * One of the violations that differ.
     *
     * @param label names the input
     * @param before null where it appears
     * @param after null where it disappears
     * @param fields in what it changes
     */
    record Example(Change change, String label, WordedViolation before, WordedViolation after, List<String> fields) {

        WordedViolation there() {
            return after == null ? before : after;
        }
    }

    /** Keeps it if there are not enough yet; before or after is null where it is not there. */
    void add(Finding old, Finding now, List<String> fields, ComparedInput input) {
        String rule = (now == null ? old : now).violation().rule();
        Change change = Change.of(old, now);
        List<Example> kept = examples.computeIfAbsent(rule, r -> new EnumMap<>(Change.class))
                .computeIfAbsent(change, c -> new ArrayList<>());
        if (kept.size() < most) {
            kept.add(new Example(
                    change, input.label(), worded(old, input.before()), worded(now, input.after()), fields));
        }
    }

    private static WordedViolation worded(Finding finding, Words words) {
        return finding == null ? null : WordedViolation.of(finding, words).withEvidence(MOST_EVIDENCE);
    }

    /** By rule, then by kind. */
    List<Example> all() {
        return examples.values().stream()
                .flatMap(ofRule -> ofRule.values().stream())
                .flatMap(List::stream)
                .toList();
    }
}
