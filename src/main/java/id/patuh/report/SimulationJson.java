package id.patuh.report;

import id.patuh.check.Grade;
import id.patuh.report.ChangeExamples.Example;
import id.patuh.report.GradeChanges.GradeChange;
import id.patuh.report.SimulationTally.Checked;
import id.patuh.violation.Subject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulation for programs. */
final class SimulationJson {

    private final SimulationTally tally;

    SimulationJson(SimulationTally tally) {
        this.tally = tally;
    }

    String write() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("tool", JsonText.tool());
        document.put("before", DiffReport.ruleSet(tally.before()));
        document.put("after", DiffReport.ruleSet(tally.after()));
        document.put("summary", summary());
        document.put(
                "inputs", tally.checked().stream().map(SimulationJson::input).toList());
        document.put("leftOut", tally.leftOut());
        document.put("byRule", byRule());
        document.put(
                "examples",
                tally.violations().examples().stream()
                        .map(SimulationJson::example)
                        .toList());
        document.put(
                "grades",
                tally.grades().listed().stream().map(SimulationJson::grade).toList());
        document.put("priorities", tally.priorities().listed());
        document.put("notEvaluated", notEvaluated());
        document.put("withoutViolations", silence());
        return JsonText.of(document);
    }

    private Map<String, Object> summary() {
        Map<String, Object> summary = counts(tally.violations().total());
        summary.put("grades", tally.grades().count());
        summary.put("gradesFlipped", tally.grades().flipped());
        summary.put("priorities", tally.priorities().count());
        return summary;
    }

    private static Map<String, Object> counts(ChangeCounts counts) {
        Map<String, Object> one = changes(counts);
        one.put("same", counts.same());
        return one;
    }

    private static Map<String, Object> changes(ChangeCounts counts) {
        Map<String, Object> one = new LinkedHashMap<>();
        for (Change change : Change.values()) {
            one.put(change.word(), counts.of(change));
        }
        return one;
    }

    private static Map<String, Object> input(Checked input) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("input", input.label());
        one.put(
                "asOf",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(input.asOf().atZone(input.zone())));
        one.put("before", input.before());
        one.put("after", input.after());
        one.putAll(counts(input.counts()));
        return one;
    }

    private List<Map<String, Object>> byRule() {
        List<Map<String, Object>> all = new ArrayList<>();
        tally.violations().groups().all().forEach((group, counts) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("unit", group.unit());
            one.put("rule", group.rule());
            one.putAll(changes(counts));
            one.put("fields", counts.fields());
            all.add(one);
        });
        return all;
    }

    private static Map<String, Object> example(Example example) {
        WordedViolation there = example.there();
        Subject subject = there.subject();
        Map<String, Object> one = new LinkedHashMap<>();
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
        one.put("before", violation(example.before()));
        one.put("after", violation(example.after()));
        return one;
    }

    private static Map<String, Object> violation(WordedViolation worded) {
        if (worded == null) {
            return null;
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("severity", worded.severity().word());
        one.put("message", worded.said().message());
        one.put("expected", worded.said().expected());
        one.put("actual", worded.said().actual());
        one.put("basis", worded.said().basis());
        one.put("evidence", worded.evidence());
        return one;
    }

    private static Map<String, Object> grade(GradeChange change) {
        Grade there = change.there();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("input", change.label());
        one.put("survey", there.survey());
        one.put("unit", there.unit());
        one.put("service", there.service());
        one.put("aggregation", there.aggregation());
        one.put("flips", change.isFlip());
        one.put("before", grade(change.before()));
        one.put("after", grade(change.after()));
        one.put("elements", change.elements());
        return one;
    }

    private static Map<String, Object> grade(Grade grade) {
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
                .rules()
                .forEach((rule, evaluation) -> evaluation.counts().forEach((change, count) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("change", change.word());
                    one.put("rule", rule);
                    one.put("count", count);
                    one.put("examples", evaluation.examples(change));
                    all.add(one);
                }));
        return all;
    }

    private Map<String, Object> silence() {
        SilentRules.Lists silence = tally.silence();
        Map<String, Object> silent = new LinkedHashMap<>();
        silent.put("since", silence.fallen());
        silent.put("new", silence.fresh());
        silent.put("underBoth", silence.under());
        silent.put("notEvaluated", silence.lacking());
        silent.put("nothingToJudge", silence.untried());
        return silent;
    }
}
