package id.patuh.ruleset;

import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.sop.Constraint;
import id.patuh.sop.ConstraintKind;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.violation.Severity;
import id.patuh.wording.Nearest;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes the constraints of an SOP of its YAML file. */
final class ConstraintReader {

    private final List<Step> table;
    private final BiFunction<String, String, Clock> clocks;
    private final YamlProblems problems;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param table the SOP's steps
     * @param clocks the clock that a key's word names; for null that of the SOP
     */
    ConstraintReader(List<Step> table, BiFunction<String, String, Clock> clocks, YamlProblems problems) {
        this.table = table;
        this.clocks = clocks;
        this.problems = problems;
    }

    /** The constraints; of use only where no problem was added. */
    List<Constraint> read(List<SopYaml.ConstraintYaml> rows) {
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            constraints.add(read(rows.get(i), "constraints[" + (i + 1) + "]"));
        }
        return problems.isEmpty() ? constraints : List.of();
    }

    private Constraint read(SopYaml.ConstraintYaml row, String key) {
        if (problems.require(key + ".id", row.id())) {
            String first = ids.putIfAbsent(row.id(), key);
            if (first != null) {
                problems.add(key + ".id", "id-repeated", Map.of("first", first));
            }
        }
        ConstraintKind kind = kind(row, key);
        List<Step> steps = steps(row, key, kind);
        if (kind == null) {
            return null;
        }
        checkOptions(row, key, kind);
        return new Constraint(
                row.id(),
                kind,
                steps,
                row.count() == null ? 1 : row.count(),
                row.limit(),
                TimeLimit.parse(row.limit()).orElse(null),
                kind.isLimited() ? clocks.apply(key + ".clock", row.clock()) : null,
                severity(row, key),
                row.basis());
    }

    private ConstraintKind kind(SopYaml.ConstraintYaml row, String key) {
        if (!problems.require(key + ".kind", row.kind())) {
            return null;
        }
        Optional<ConstraintKind> kind = ConstraintKind.of(row.kind());
        if (kind.isEmpty()) {
            addUnknown(key + ".kind", row.kind(), ConstraintKind.words());
        }
        return kind.orElse(null);
    }

    private List<Step> steps(SopYaml.ConstraintYaml row, String key, ConstraintKind kind) {
        if (!problems.require(key + ".steps", row.steps())) {
            return List.of();
        }
        if (kind != null && !kind.takes(row.steps().size())) {
            problems.add(key + ".steps", "constraint-step-count", Map.of("kind", kind.word(), "wanted", kind.arity()));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < row.steps().size(); i++) {
            String at = key + ".steps[" + (i + 1) + "]";
            Step step = step(row.steps().get(i), at);
            if (step != null && steps.contains(step)) {
                problems.add(at, "constraint-step-repeated", Map.of("step", Integer.toString(step.no())));
            } else if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The step that a number or a title names. */
    private Step step(Object named, String key) {
        if (!(named instanceof Integer) && !(named instanceof String)) {
            problems.add(key, "constraint-step-unknown");
            return null;
        }
        Integer no = Sop.stepNumber(named.toString());
        String title = Wording.normalise(named.toString());
        List<Step> found = table.stream()
                .filter(s -> no != null
                        ? s.no() == no
                        : !title.isEmpty() && Wording.normalise(s.title()).equals(title))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (!found.isEmpty()) {
            problems.add(
                    key,
                    "constraint-step-ambiguous",
                    Map.of(
                            "steps",
                            String.join(
                                    ", ", found.stream().map(s -> "" + s.no()).toList())));
            return null;
        }
        List<String> titles =
                table.stream().map(Step::title).filter(t -> !t.isBlank()).toList();
        Optional<String> near = no == null ? Nearest.to(named.toString(), titles) : Optional.empty();
        near.ifPresentOrElse(
                t -> problems.add(key, "value-misspelt", Map.of("near", t)),
                () -> problems.add(key, "constraint-step-unknown"));
        return null;
    }

    private void checkOptions(SopYaml.ConstraintYaml row, String key, ConstraintKind kind) {
        if (!kind.isCounted()) {
            refuse(key + ".count", row.count(), kind);
        } else if (row.count() != null && row.count() < 1) {
            problems.add(key + ".count", "below-minimum", Map.of("minimum", "1"));
        }
        if (!kind.isLimited()) {
            refuse(key + ".limit", row.limit(), kind);
            refuse(key + ".clock", row.clock(), kind);
        } else if (problems.require(key + ".limit", row.limit())
                && TimeLimit.parse(row.limit()).isEmpty()) {
            problems.add(key + ".limit", "not-limit");
        }
    }

    private void refuse(String key, Object value, ConstraintKind kind) {
        if (value != null) {
            problems.add(key, "constraint-key-needless", Map.of("kind", kind.word()));
        }
    }

    private Severity severity(SopYaml.ConstraintYaml row, String key) {
        if (row.severity() == null) {
            return null;
        }
        Optional<Severity> severity = Arrays.stream(Severity.values())
                .filter(s -> s.word().equals(row.severity()))
                .findFirst();
        if (severity.isEmpty()) {
            List<String> words =
                    Arrays.stream(Severity.values()).map(Severity::word).toList();
            addUnknown(key + ".severity", row.severity(), words);
        }
        return severity.orElse(null);
    }

    private void addUnknown(String key, String value, Collection<String> known) {
        Nearest.to(value, known)
                .ifPresentOrElse(
                        near -> problems.add(key, "value-misspelt", Map.of("near", near)),
                        () -> problems.add(key, "value-unrecognised", Map.of("known", String.join(", ", known))));
    }
}
