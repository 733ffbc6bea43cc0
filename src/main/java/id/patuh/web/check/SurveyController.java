package id.patuh.web.check;

import id.patuh.account.Permission;
import id.patuh.check.Grade;
import id.patuh.nightly.AppliedRules;
import id.patuh.report.Language;
import id.patuh.report.ReportContent.RankedUnsur;
import id.patuh.report.SurveyCharts;
import id.patuh.report.WordedGrade;
import id.patuh.ruleset.GradeBand;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.submission.KeptContent;
import id.patuh.submission.KeptRules;
import id.patuh.submission.State;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Charts;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A survey of a result: its index among the grades of its regulation, its unsur, and the priorities among them. */
@Controller
class SurveyController {

    private final Submissions submissions;
    private final KeptRules rules;
    private final Charts charts;

    SurveyController(Submissions submissions, KeptRules rules, Charts charts) {
        this.submissions = submissions;
        this.rules = rules;
        this.charts = charts;
    }

    /** @param number of the grade in the result, from 1 */
    @GetMapping("/checks/{code}/surveys/{number}")
    @Requires(Permission.CHECK)
    String show(
            @PathVariable String code,
            @PathVariable int number,
            Visitor visitor,
            Model model,
            HttpServletRequest request) {
        Submission submission = submissions
                .find(code, visitor.seen())
                .filter(found -> found.state() == State.DONE)
                .orElseThrow(NotThere::new);
        Language language = Preferences.language(request);
        KeptContent result = submissions.result(submission, language);
        List<WordedGrade> grades = result.grades();
        if (number < 1 || number > grades.size()) {
            throw new NotThere();
        }
        WordedGrade shown = grades.get(number - 1);
        List<RankedUnsur> priorities = result.priorities().stream()
                .filter(each -> isOf(each, shown.grade()))
                .toList();
        AppliedRules applied = rules.of(result);
        model.addAttribute("submission", submission);
        model.addAttribute("worded", shown);
        model.addAttribute("priorities", priorities);
        model.addAttribute(
                "dial",
                charts.draw(
                        SurveyCharts.dial(shown.graded(), shown.grade(), shown.reason(), bands(shown.grade(), applied)),
                        "dial",
                        language));
        model.addAttribute(
                "bars",
                shown.grade().elements().isEmpty()
                        ? null
                        : charts.draw(
                                SurveyCharts.bars(shown.graded(), shown.grade(), ranks(priorities)),
                                "unsur",
                                language));
        return "survey";
    }

    private static boolean isOf(RankedUnsur each, Grade grade) {
        return Objects.equals(each.survey(), grade.survey())
                && Objects.equals(each.unit(), grade.unit())
                && Objects.equals(each.service(), grade.service());
    }

    private static Map<String, Integer> ranks(List<RankedUnsur> priorities) {
        return priorities.stream().collect(Collectors.toMap(RankedUnsur::code, RankedUnsur::rank, (one, other) -> one));
    }

    private static List<GradeBand> bands(Grade grade, AppliedRules applied) {
        return RuleLibrary.of(applied.ruleSet(), applied.files()).gradeBands(grade.regulation());
    }
}
