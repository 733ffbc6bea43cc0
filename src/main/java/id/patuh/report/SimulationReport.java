package id.patuh.report;

import id.patuh.check.Grade;
import id.patuh.report.SimulationTally.Change;
import id.patuh.report.SimulationTally.Checked;
import id.patuh.report.SimulationTally.Counts;
import id.patuh.report.SimulationTally.Example;
import id.patuh.report.SimulationTally.GradeChange;
import id.patuh.report.SimulationTally.Group;
import id.patuh.report.SimulationTally.PriorityChange;
import id.patuh.report.SimulationTally.Side;
import id.patuh.report.SimulationTally.Worded;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change of the rule set would change, as text or JSON. */
public final class SimulationReport {

    private static final String ITEM = "  ";
    private static final String FIELD = "    ";
    private static final String VALUE = "      ";
    /** Grades and priorities that the text tells one by one; JSON has them all. */
    private static final int MOST_SHOWN = 50;

    private final SimulationTally tally;
    private final Language language;
    private final Lines lines = new Lines();

    public SimulationReport(SimulationTally tally, Language language) {
        this.tally = tally;
        this.language = language;
    }

    /** For a person: the sum first, then what it is made of. */
    public String text() {
        lines.add(named("simulation.before", tally.before()));
        lines.add(named("simulation.after", tally.after()));
        lines.add("").add(total());
        lines.add(filled(
                "simulation.grades.total",
                Map.of(
                        "changed",
                        tally.gradesChanged(),
                        "flipped",
                        tally.gradesFlipped(),
                        "priorities",
                        tally.prioritiesChanged())));
        inputs();
        groups();
        examples();
        grades();
        priorities();
        evaluations();
        silence();
        return lines.toString();
    }

    private String named(String key, RuleSet ruleSet) {
        return label(key) + " " + ruleSet.name() + " " + ruleSet.version() + " (sha256 "
                + ruleSet.sha256().substring(0, 12) + ")";
    }

    private String total() {
        return filled("simulation.total", values(tally.total()));
    }

    private static Map<String, Object> values(Counts counts) {
        return Map.of(
                "appears", counts.of(Change.APPEARS),
                "disappears", counts.of(Change.DISAPPEARS),
                "changes", counts.of(Change.CHANGES),
                "same", counts.same);
    }

    private void inputs() {
        title("simulation.inputs");
        if (tally.checked().isEmpty() && tally.leftOut().isEmpty()) {
            lines.add(ITEM + label("simulation.no-inputs"));
        }
        for (Checked input : tally.checked()) {
            lines.wrapped(
                    ITEM,
                    input.label() + "  " + label("simulation.as-of") + " "
                            + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    input.asOf().atZone(input.zone())));
            lines.wrapped(FIELD, size(input.before()) + (sameInput(input) ? "" : " → " + size(input.after())));
            lines.wrapped(FIELD, filled("simulation.total", values(input.counts())));
        }
        tally.leftOut()
                .forEach(left ->
                        lines.wrapped(ITEM, left.label() + "  " + label("simulation.left-out") + " " + left.why()));
    }

    private static boolean sameInput(Checked input) {
        Side old = input.before();
        Side now = input.after();
        return old.cases() == now.cases()
                && old.activities() == now.activities()
                && old.surveys() == now.surveys()
                && old.rejected() == now.rejected();
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
        if (tally.groups().isEmpty()) {
            return;
        }
        title("simulation.by-rule");
        String last = null;
        for (Map.Entry<Group, Counts> entry : tally.groups().entrySet()) {
            String unit = entry.getKey().unit() == null
                    ? label("no.subject")
                    : entry.getKey().unit();
            if (!unit.equals(last)) {
                lines.wrapped(ITEM, unit);
                last = unit;
            }
            Counts counts = entry.getValue();
            String fields = counts.fields.entrySet().stream()
                    .map(f -> label("simulation.field." + f.getKey()) + " " + f.getValue())
                    .collect(Collectors.joining(", "));
            lines.wrapped(
                    FIELD,
                    entry.getKey().rule() + "  "
                            + Stream.of(Change.values())
                                    .filter(change -> counts.of(change) > 0)
                                    .map(change -> change.sign + counts.of(change))
                                    .collect(Collectors.joining(" "))
                            + (fields.isEmpty() ? "" : " (" + fields + ")"));
        }
    }

    private void examples() {
        if (tally.examples().isEmpty()) {
            return;
        }
        title("simulation.examples");
        for (Example example : tally.examples()) {
            Worded there = example.there();
            lines.wrapped(
                    ITEM,
                    example.change().sign + " " + there.rule() + " "
                            + label("severity." + there.severity().word()) + "  " + there.where()
                            + from(example.label()));
            if (example.change() == Change.CHANGES) {
                told(example)
                        .forEach(field -> lines.wrapped(
                                FIELD,
                                label("simulation.field." + field) + ": " + said(field, example.before()) + " → "
                                        + said(field, example.after())));
            } else {
                lines.wrapped(FIELD, there.message());
            }
            there.evidence().forEach(e -> lines.wrapped(VALUE, label("evidence") + " " + place(e)));
        }
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

    private String said(String field, Worded worded) {
        return Objects.toString(
                switch (field) {
                    case "severity" -> label("severity." + worded.severity().word());
                    case "message" -> worded.message();
                    case "expected" -> worded.expected();
                    case "actual" -> worded.actual();
                    default -> worded.basis();
                },
                "-");
    }

    private String place(Evidence evidence) {
        return Stream.of(
                        evidence.path(),
                        evidence.sheet() == null ? null : label("sheet") + " " + evidence.sheet(),
                        evidence.row() == null ? null : label("row") + " " + evidence.row(),
                        evidence.column() == null ? null : label("column") + " " + evidence.column(),
                        evidence.value() == null ? null : '"' + evidence.value() + '"')
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private void grades() {
        if (tally.grades().isEmpty()) {
            return;
        }
        title("simulation.grades");
        for (GradeChange change :
                tally.grades().subList(0, Math.min(MOST_SHOWN, tally.grades().size()))) {
            lines.wrapped(ITEM, change.of() + from(change.label()));
            String was = Objects.toString(change.beforeInWords(), "-");
            String is = Objects.toString(change.afterInWords(), "-");
            lines.wrapped(FIELD, was.equals(is) ? is : was + " → " + is);
            elements(change)
                    .forEach(element -> lines.wrapped(
                            VALUE,
                            element.get("code") + " " + element.get("name") + ": "
                                    + Objects.toString(element.get("before"), "-") + " → "
                                    + Objects.toString(element.get("after"), "-")));
        }
        more(tally.gradesChanged());
    }

    /** The unsur whose grades flip. */
    private static List<Map<String, Object>> elements(GradeChange change) {
        Map<String, Grade.Element> old = byCode(change.before());
        Map<String, Grade.Element> now = byCode(change.after());
        Map<String, Grade.Element> all = new LinkedHashMap<>(old);
        all.putAll(now);
        List<Map<String, Object>> flipped = new ArrayList<>();
        all.forEach((code, element) -> {
            String was = old.containsKey(code) ? old.get(code).grade() : null;
            String is = now.containsKey(code) ? now.get(code).grade() : null;
            if (!Objects.equals(was, is)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("code", element.code());
                one.put("name", element.name());
                one.put("before", was);
                one.put("after", is);
                flipped.add(one);
            }
        });
        return flipped;
    }

    private static Map<String, Grade.Element> byCode(Grade grade) {
        Map<String, Grade.Element> elements = new LinkedHashMap<>();
        if (grade != null) {
            grade.elements().forEach(e -> elements.put(e.code(), e));
        }
        return elements;
    }

    private void priorities() {
        if (tally.priorities().isEmpty()) {
            return;
        }
        title("simulation.priorities");
        List<PriorityChange> all = tally.priorities();
        for (PriorityChange change : all.subList(0, Math.min(MOST_SHOWN, all.size()))) {
            lines.wrapped(ITEM, change.of() + from(change.label()));
            lines.wrapped(FIELD, joined(change.before()) + " → " + joined(change.after()));
        }
        more(tally.prioritiesChanged());
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
        if (tally.evaluations().isEmpty()) {
            return;
        }
        title("simulation.evaluations");
        tally.evaluations().forEach((rule, evaluation) -> {
            evaluation.changes.forEach((change, count) -> {
                lines.wrapped(
                        ITEM,
                        change.sign + " " + rule + ": "
                                + filled("simulation.evaluation." + change.word(), Map.of("count", count)));
                evaluation.examples.get(change).forEach(example -> lines.wrapped(FIELD, example));
            });
        });
    }

    private void silence() {
        if (tally.checked().isEmpty()) {
            return;
        }
        SimulationTally.Silence silence = tally.silence();
        listed("simulation.silent.fallen", silence.fallen());
        listed("simulation.silent.fresh", silence.fresh());
        listed("simulation.silent.under", silence.under());
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

    /** For programs. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("tool", Map.of("name", "patuh", "version", Version.current()));
        document.put("before", DiffReport.ruleSet(tally.before()));
        document.put("after", DiffReport.ruleSet(tally.after()));
        Map<String, Object> summary = json(tally.total());
        summary.put("grades", tally.gradesChanged());
        summary.put("gradesFlipped", tally.gradesFlipped());
        summary.put("priorities", tally.prioritiesChanged());
        document.put("summary", summary);
        document.put(
                "inputs", tally.checked().stream().map(SimulationReport::json).toList());
        document.put("leftOut", tally.leftOut());
        document.put(
                "byRule",
                tally.groups().entrySet().stream()
                        .map(entry -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("unit", entry.getKey().unit());
                            one.put("rule", entry.getKey().rule());
                            one.putAll(json(entry.getValue()));
                            one.remove("same");
                            one.put("fields", entry.getValue().fields);
                            return one;
                        })
                        .toList());
        document.put(
                "examples",
                tally.examples().stream().map(SimulationReport::json).toList());
        document.put(
                "grades", tally.grades().stream().map(SimulationReport::json).toList());
        document.put("priorities", tally.priorities());
        document.put("notEvaluated", notEvaluated());
        SimulationTally.Silence silence = tally.silence();
        Map<String, Object> silent = new LinkedHashMap<>();
        silent.put("since", silence.fallen());
        silent.put("new", silence.fresh());
        silent.put("underBoth", silence.under());
        document.put("withoutViolations", silent);
        return JsonText.of(document);
    }

    private static Map<String, Object> json(Counts counts) {
        Map<String, Object> one = new LinkedHashMap<>();
        for (Change change : Change.values()) {
            one.put(change.word(), counts.of(change));
        }
        one.put("same", counts.same);
        return one;
    }

    private static Map<String, Object> json(Checked input) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("input", input.label());
        one.put(
                "asOf",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(input.asOf().atZone(input.zone())));
        one.put("before", input.before());
        one.put("after", input.after());
        one.putAll(json(input.counts()));
        return one;
    }

    private static Map<String, Object> json(Example example) {
        Map<String, Object> one = new LinkedHashMap<>();
        Worded there = example.there();
        Subject subject = there.subject();
        one.put("change", example.change().word());
        one.put("input", example.label());
        one.put("fingerprint", there.fingerprint());
        one.put("rule", there.rule());
        one.put("unit", subject.unit());
        one.put("sop", subject.sop());
        one.put("case", subject.caseId());
        one.put("step", subject.step());
        one.put("round", subject.round());
        one.put("constraint", subject.constraint());
        one.put("survey", subject.survey());
        one.put("element", subject.element());
        one.put("fields", example.fields());
        one.put("before", json(example.before()));
        one.put("after", json(example.after()));
        return one;
    }

    private static Map<String, Object> json(Worded worded) {
        if (worded == null) {
            return null;
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("severity", worded.severity().word());
        one.put("message", worded.message());
        one.put("expected", worded.expected());
        one.put("actual", worded.actual());
        one.put("basis", worded.basis());
        one.put("evidence", worded.evidence());
        return one;
    }

    private static Map<String, Object> json(GradeChange change) {
        Map<String, Object> one = new LinkedHashMap<>();
        Grade there = change.there();
        one.put("input", change.label());
        one.put("survey", there.survey());
        one.put("unit", there.unit());
        one.put("service", there.service());
        one.put("aggregation", there.aggregation());
        one.put("flips", change.isFlip());
        one.put("before", json(change.before()));
        one.put("after", json(change.after()));
        one.put("elements", elements(change));
        return one;
    }

    private static Map<String, Object> json(Grade grade) {
        if (grade == null) {
            return null;
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("regulation", grade.regulation());
        one.put("ikm", grade.ikm());
        one.put("grade", grade.grade());
        one.put("reason", grade.reason());
        return one;
    }

    private List<Map<String, Object>> notEvaluated() {
        List<Map<String, Object>> all = new ArrayList<>();
        tally.evaluations()
                .forEach((rule, evaluation) -> evaluation.changes.forEach((change, count) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("change", change.word());
                    one.put("rule", rule);
                    one.put("count", count);
                    one.put("examples", evaluation.examples.get(change));
                    all.add(one);
                }));
        return all;
    }
}
