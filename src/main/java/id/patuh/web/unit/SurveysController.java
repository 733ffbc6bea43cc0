package id.patuh.web.unit;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.check.Grade;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.trend.SurveySeries;
import id.patuh.ledger.trend.SurveyTrend;
import id.patuh.ledger.trend.SurveyTrendCsv;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.ledger.trend.ToldGrade;
import id.patuh.report.Language;
import id.patuh.report.SurveyCharts;
import id.patuh.ruleset.GradeBand;
import id.patuh.ruleset.RuleSet;
import id.patuh.store.Store;
import id.patuh.submission.KeptRules;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Charts;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The surveys of a unit over the periods. */
@Controller
class SurveysController {

    private final Units units;
    private final SurveyTrends trends;
    private final LifeBook book;
    private final KeptRules rules;
    private final Charts charts;
    private final MessageSource texts;
    private final AuditTrail trail;
    private final ZoneId zone;

    SurveysController(
            Units units,
            Store store,
            KeptRules rules,
            Charts charts,
            MessageSource texts,
            AuditTrail trail,
            ZoneId zone) {
        this.units = units;
        this.trends = new SurveyTrends(store);
        this.book = new LifeBook(store);
        this.rules = rules;
        this.charts = charts;
        this.texts = texts;
        this.trail = trail;
        this.zone = zone;
    }

    /**
     * A part of a series as its page shows it.
     *
     * @param part the surveys under one regulation
     * @param dial the last one among the grades
     * @param bars the unsur of the last one; null where it tells none
     * @param index how the IKM went; null where there is one period only
     * @param unsur how those went that are lowest in the last survey; null likewise, and where it has no means
     * @param codes all unsur, in the order of the regulation
     */
    record ShownPart(
            SurveySeries.Part part,
            Charts.Drawn dial,
            Charts.Drawn bars,
            Charts.Drawn index,
            Charts.Drawn unsur,
            List<Grade.Element> codes) {

        /** Whether anything was published of any of them. */
        public boolean isPublished() {
            return part.surveys().stream().anyMatch(line -> line.grade().published() != null);
        }
    }

    @GetMapping("/units/{scope}/surveys")
    @Requires(Permission.READ_RESULTS)
    String show(@PathVariable String scope, Model model) {
        model.addAttribute("scope", scope);
        model.addAttribute("series", series(units.last(scope)));
        return "unit-surveys";
    }

    private List<SurveySeries> series(LifeRun run) {
        return new SurveyTrend(run, trends.series(run)).of(null, false).series();
    }

    /** @param number of the series among those of the unit, from 1 */
    @GetMapping("/units/{scope}/surveys/{number}")
    @Requires(Permission.READ_RESULTS)
    String one(@PathVariable String scope, @PathVariable int number, Model model, HttpServletRequest request) {
        LifeRun run = units.last(scope);
        List<SurveySeries> all = series(run);
        if (number < 1 || number > all.size()) {
            throw new NotThere();
        }
        SurveySeries shown = all.get(number - 1);
        model.addAttribute("scope", scope);
        model.addAttribute("series", shown);
        model.addAttribute("parts", parts(run, shown, Preferences.language(request)));
        model.addAttribute("violations", violations(run, shown));
        return "unit-survey";
    }

    private List<ShownPart> parts(LifeRun run, SurveySeries series, Language language) {
        RuleSet ruleSet = rules.of(run.ruleSetSha256()).ruleSet();
        List<ShownPart> parts = new ArrayList<>();
        for (SurveySeries.Part part : series.parts()) {
            parts.add(part(part, ruleSet.gradeBands(part.regulation()), "part" + parts.size(), language));
        }
        return parts;
    }

    private ShownPart part(SurveySeries.Part part, List<GradeBand> bands, String name, Language language) {
        SurveyPictures pictures = new SurveyPictures(texts, language);
        ToldGrade last = part.surveys().get(part.surveys().size() - 1).told();
        Grade grade = last.grade();
        String title = Objects.toString(grade.survey(), Objects.toString(grade.period(), "IKM"));
        boolean several = part.surveys().size() > 1;
        boolean hasMeans = !SurveyPictures.lowest(part).isEmpty();
        return new ShownPart(
                part,
                charts.draw(SurveyCharts.dial(title, grade, last.text().reason(language), bands), name + "d", language),
                hasMeans ? charts.draw(SurveyCharts.bars(title, grade, Map.of()), name + "b", language) : null,
                several ? charts.draw(pictures.index(part, bands), name + "i", language) : null,
                several && hasMeans ? charts.draw(pictures.unsur(part), name + "u", language) : null,
                SurveyPictures.unsurOf(part));
    }

    /** What is open of these surveys, as that published figures are not those recomputed. */
    private List<LifeViolation> violations(LifeRun run, SurveySeries series) {
        Set<String> surveys = series.surveys().stream()
                .map(line -> line.grade().survey())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return book.open(run, Group.SURVEYS).stream()
                .filter(violation -> surveys.contains(violation.text().subject().survey()))
                .toList();
    }

    @GetMapping("/units/{scope}/surveys.csv")
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<StreamingResponseBody> csv(@PathVariable String scope, Visitor visitor, HttpServletRequest request) {
        LifeRun run = units.last(scope);
        SurveyTrend trend = new SurveyTrend(run, trends.series(run)).of(null, false);
        String text = new SurveyTrendCsv(zone, Preferences.language(request)).text(List.of(trend));
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, scope, Map.of("file", "surveys.csv")));
        return Downloads.csv("survei.csv", to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
