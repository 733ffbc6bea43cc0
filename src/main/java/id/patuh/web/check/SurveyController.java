package id.patuh.web.check;

import id.patuh.account.Permission;
import id.patuh.report.Language;
import id.patuh.report.ReportContent.RankedUnsur;
import id.patuh.report.SurveyCharts;
import id.patuh.report.WordedGrade;
import id.patuh.submission.KeptContent;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Charts;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A survey of a result: its index among the grades of its regulation, its unsur, and the priorities among them. */
@Controller
class SurveyController {

    private final DoneChecks done;
    private final Submissions submissions;
    private final Charts charts;

    SurveyController(DoneChecks done, Submissions submissions, Charts charts) {
        this.done = done;
        this.submissions = submissions;
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
        Submission submission = done.find(code, visitor);
        Language language = Preferences.language(request);
        KeptContent result = submissions.result(submission, language);
        List<WordedGrade> grades = result.grades();
        if (number < 1 || number > grades.size()) {
            throw new NotThere();
        }
        WordedGrade shown = grades.get(number - 1);
        List<RankedUnsur> priorities = result.priorities().stream()
                .filter(each -> each.graded().equals(shown.graded()))
                .toList();
        model.addAttribute("submission", submission);
        model.addAttribute("worded", shown);
        model.addAttribute("priorities", priorities);
        model.addAttribute("dial", charts.draw(SurveyCharts.dial(shown), "dial", language));
        model.addAttribute(
                "bars",
                shown.grade().elements().isEmpty()
                        ? null
                        : charts.draw(
                                SurveyCharts.bars(shown.graded(), shown.grade(), SurveyCharts.ranks(priorities)),
                                "unsur",
                                language));
        return "survey";
    }
}
