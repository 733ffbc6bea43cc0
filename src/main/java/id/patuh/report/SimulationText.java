package id.patuh.report;

import id.patuh.report.ChangeExamples.Example;
import id.patuh.report.GradeChanges.GradeChange;
import id.patuh.report.PriorityChanges.PriorityChange;
import id.patuh.report.SimulationTally.Checked;
import id.patuh.report.SimulationTally.Side;
import id.patuh.ruleset.RuleSet;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A simulation for a person: the sum first, then what it is made of. */
final class SimulationText {

    private static final String ITEM = "  ";
    private static final String FIELD = "    ";
    private static final String VALUE = "      ";
    /** Grades and priorities that are told one by one; JSON has more. */
    private static final int MOST_SHOWN = 50;

    private final SimulationTally tally;
    private final Language language;
    private final Lines lines = new Lines();

    SimulationText(SimulationTally tally, Language language) {
        this.tally = tally;
        this.language = language;
    }

    String write() {
        sum();
        inputs();
        groups();
        examples();
        grades();
        priorities();
        evaluations();
        silence();
        return lines.toString();
    }

    private void sum() {
        lines.add(named("simulation.before", tally.before()));
        lines.add(named("simulation.after", tally.after()));
        lines.add("").add(total(tally.violations().total()));
        lines.add(filled(
                "simulation.grades.total",
                Map.of(
                        "changed",
                        tally.grades().count(),
                        "flipped",
                        tally.grades().flipped(),
                        "priorities",
                        tally.priorities().count())));
    }

    private String named(String key, RuleSet ruleSet) {
        return label(key) + " " + ruleSet.name() + " " + ruleSet.version() + " (sha256 "
                + ruleSet.sha256().substring(0, 12) + ")";
    }

    private String total(ChangeCounts counts) {
        return filled(
                "simulation.total",
                Map.of(
                        "appears", counts.of(Change.APPEARS),
                        "disappears", counts.of(Change.DISAPPEARS),
                        "changes", counts.of(Change.CHANGES),
                        "same", counts.same()));
    }

    private void inputs() {
        title("simulation.inputs");
        if (tally.checked().isEmpty() && tally.leftOut().isEmpty()) {
            lines.add(ITEM + label("simulation.no-inputs"));
        }
        tally.checked().forEach(this::input);
        tally.leftOut()
                .forEach(left ->
                        lines.wrapped(ITEM, left.label() + "  " + label("simulation.left-out") + " " + left.why()));
    }

    private void input(Checked input) {
        lines.wrapped(
                ITEM,
                input.label() + "  " + label("simulation.as-of") + " "
                        + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                input.asOf().atZone(input.zone())));
        String before = size(input.before());
        lines.wrapped(FIELD, input.after().hasReadAs(input.before()) ? before : before + " → " + size(input.after()));
        lines.wrapped(FIELD, total(input.counts()));
    }

    private String size(Side side) {
        return filled(
                "simulation.size",
                Map.of(
                        "cases", side.cases(),
                        "activities", side.activities(),
                        "surveys", side.surveys(),
                        "rejected", side.rejected()));
    }

    private void groups() {
        Map<UnitRuleCounts.Group, ChangeCounts> groups =
                tally.violations().groups().all();
        if (groups.isEmpty()) {
            return;
        }
        title("simulation.by-rule");
        String last = null;
        for (Map.Entry<UnitRuleCounts.Group, ChangeCounts> entry : groups.entrySet()) {
            String unit = Objects.requireNonNullElseGet(entry.getKey().unit(), () -> label("no.subject"));
            if (!unit.equals(last)) {
                lines.wrapped(ITEM, unit);
                last = unit;
            }
            lines.wrapped(FIELD, entry.getKey().rule() + "  " + changes(entry.getValue()));
        }
    }

    private String changes(ChangeCounts counts) {
        String changes = Stream.of(Change.values())
                .filter(change -> counts.of(change) > 0)
                .map(change -> change.sign() + counts.of(change))
                .collect(Collectors.joining(" "));
        String fields = counts.fields().entrySet().stream()
                .map(f -> label("simulation.field." + f.getKey()) + " " + f.getValue())
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? changes : changes + " (" + fields + ")";
    }

    private void examples() {
        List<Example> examples = tally.violations().examples();
        if (!examples.isEmpty()) {
            title("simulation.examples");
            examples.forEach(this::example);
        }
    }

    private void example(Example example) {
        WordedViolation there = example.there();
        lines.wrapped(
                ITEM,
                example.change().sign() + " " + there.rule() + " "
                        + label("severity." + there.severity().word()) + "  "
                        + SubjectWords.of(there.subject(), language) + from(example.label()));
        if (example.change() == Change.CHANGES) {
            told(example)
                    .forEach(field -> lines.wrapped(
                            FIELD,
                            label("simulation.field." + field) + ": " + said(field, example.before()) + " → "
                                    + said(field, example.after())));
        } else {
            lines.wrapped(FIELD, there.said().message());
        }
        there.evidence().forEach(e -> lines.wrapped(VALUE, label("evidence") + " " + Place.of(e, language)));
    }

    /** The message says nothing more where a value that it names differs. */
    private static List<String> told(Example example) {
        List<String> fields = new ArrayList<>(example.fields());
        fields.remove("evidence");
        if (fields.size() > 1) {
            fields.remove("message");
        }
        return fields;
    }

    private String said(String field, WordedViolation worded) {
        return Objects.toString(
                switch (field) {
                    case "severity" -> label("severity." + worded.severity().word());
                    case "message" -> worded.said().message();
                    case "expected" -> worded.said().expected();
                    case "actual" -> worded.said().actual();
                    default -> worded.said().basis();
                },
                "-");
    }

    private void grades() {
        if (tally.grades().count() == 0) {
            return;
        }
        title("simulation.grades");
        tally.grades().listed().stream().limit(MOST_SHOWN).forEach(this::grade);
        more(tally.grades().count());
    }

    private void grade(GradeChange change) {
        lines.wrapped(ITEM, change.of() + from(change.label()));
        String was = Objects.toString(change.beforeInWords(), "-");
        String is = Objects.toString(change.afterInWords(), "-");
        lines.wrapped(FIELD, was.equals(is) ? is : was + " → " + is);
        change.elements()
                .forEach(element -> lines.wrapped(
                        VALUE,
                        element.code() + " " + element.name() + ": " + Objects.toString(element.before(), "-") + " → "
                                + Objects.toString(element.after(), "-")));
    }

    private void priorities() {
        if (tally.priorities().count() == 0) {
            return;
        }
        title("simulation.priorities");
        tally.priorities().listed().stream().limit(MOST_SHOWN).forEach(this::priority);
        more(tally.priorities().count());
    }

    private void priority(PriorityChange change) {
        lines.wrapped(ITEM, change.of() + from(change.label()));
        lines.wrapped(FIELD, joined(change.before()) + " → " + joined(change.after()));
    }

    private static String joined(List<String> all) {
        return all.isEmpty() ? "-" : String.join("; ", all);
    }

    private void more(long all) {
        if (all > MOST_SHOWN) {
            lines.add(ITEM + "+" + (all - MOST_SHOWN) + " " + label("more"));
        }
    }

    private void evaluations() {
        if (tally.evaluations().rules().isEmpty()) {
            return;
        }
        title("simulation.evaluations");
        tally.evaluations()
                .rules()
                .forEach((rule, evaluation) -> evaluation.counts().forEach((change, count) -> {
                    lines.wrapped(
                            ITEM,
                            change.sign() + " " + rule + ": "
                                    + filled("simulation.evaluation." + change.word(), Map.of("count", count)));
                    evaluation.examples(change).forEach(example -> lines.wrapped(FIELD, example));
                }));
    }

    private void silence() {
        if (tally.checked().isEmpty()) {
            return;
        }
        SilentRules.Lists silence = tally.silence();
        listed("simulation.silent.fallen", silence.fallen());
        listed("simulation.silent.fresh", silence.fresh());
        listed("simulation.silent.under", silence.under());
        listed("simulation.silent.lacking", silence.lacking());
        listed("simulation.silent.untried", silence.untried());
    }

    private void listed(String key, List<String> rules) {
        if (!rules.isEmpty()) {
            title(key);
            lines.wrapped(ITEM, ITEM, String.join(", ", rules));
        }
    }

    /** Which input it is, where there are several. */
    private String from(String label) {
        return tally.checked().size() > 1 ? "  [" + label + "]" : "";
    }

    private void title(String key) {
        lines.add("").add(label(key));
    }

    private String label(String key) {
        return language.label(key);
    }

    private String filled(String key, Map<String, Object> values) {
        return Template.fill(label(key), name -> Objects.toString(values.get(name), null));
    }
}
