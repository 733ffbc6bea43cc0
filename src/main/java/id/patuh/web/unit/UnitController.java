package id.patuh.web.unit;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.facts.Facts;
import id.patuh.ledger.followup.ItemStanding;
import id.patuh.ledger.followup.ItemStandings;
import id.patuh.ledger.followup.Summary;
import id.patuh.ledger.life.LifePages;
import id.patuh.ledger.life.LifeQuery;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.State;
import id.patuh.ledger.trend.Span;
import id.patuh.ledger.trend.SurveyTrend;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.ledger.trend.Trend;
import id.patuh.ledger.trend.TrendCsv;
import id.patuh.ledger.trend.TrendQuestion;
import id.patuh.ledger.trend.ViolationTrends;
import id.patuh.ledger.waiver.Standing;
import id.patuh.ledger.waiver.Standings;
import id.patuh.ledger.waiver.WaiverState;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.nightly.Night;
import id.patuh.nightly.NightBook;
import id.patuh.nightly.NightFile;
import id.patuh.report.Language;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Charts;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** How a unit stands after its last run. */
@Controller
class UnitController {

    private static final int NIGHTS = 14;
    private static final int MOST_FILES = 20;

    private final Units units;
    private final Standings standings;
    private final LifePages pages;
    private final ViolationTrends trends;
    private final SurveyTrends surveys;
    private final ItemStandings items;
    private final Waivers waivers;
    private final NightBook nights;
    private final Facts facts;
    private final Charts charts;
    private final MessageSource texts;
    private final AuditTrail trail;
    private final Clock clock;
    private final ZoneId zone;

    UnitController(
            Units units, Store store, Charts charts, MessageSource texts, AuditTrail trail, Clock clock, ZoneId zone) {
        this.units = units;
        this.standings = new Standings(store);
        this.pages = new LifePages(store);
        this.trends = new ViolationTrends(store);
        this.surveys = new SurveyTrends(store);
        this.items = new ItemStandings(store, zone);
        this.waivers = new Waivers(store, clock);
        this.nights = new NightBook(store);
        this.facts = new Facts(store);
        this.charts = charts;
        this.texts = texts;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    private List<NightFile> readOtherwise(Night night) {
        return nights.files(night).stream()
                .filter(file -> !file.unusedMappings().isEmpty())
                .limit(MOST_FILES)
                .toList();
    }

    @GetMapping("/units/{scope}")
    @Requires(Permission.READ_RESULTS)
    String show(@PathVariable String scope, Model model, HttpServletRequest request) {
        LifeRun run = units.last(scope);
        Instant now = clock.instant();
        Language language = Preferences.language(request);
        Standing standing = standings.of(run, now);
        List<Night> last = nights.nights(scope, NIGHTS);
        Trend trend = trends.totals(run, Span.MONTH, zone);
        Trend shown = trend.periods().size() < 3 ? trends.totals(run, Span.NIGHT, zone) : trend;
        List<ItemStanding> all = items.of(scope, now);
        model.addAttribute("scope", scope);
        model.addAttribute("run", run);
        model.addAttribute("figures", UnitFigures.of(standing, trend.judged()));
        model.addAttribute("resolved", resolved(scope));
        model.addAttribute("severities", Severity.values());
        model.addAttribute("nights", last);
        model.addAttribute("readOtherwise", last.isEmpty() ? List.of() : readOtherwise(last.get(0)));
        model.addAttribute(
                "trend",
                trend.judged() ? charts.draw(new TrendPicture(texts, language).of(shown), "trend", language) : null);
        model.addAttribute(
                "series",
                new SurveyTrend(run, surveys.series(run)).of(null, false).series());
        model.addAttribute("deadlines", NextDeadlines.of(facts, scope, now));
        model.addAttribute("items", Summary.of(all, all));
        model.addAttribute("requested", count(scope, WaiverState.REQUESTED, now));
        model.addAttribute("inForce", count(scope, WaiverState.IN_FORCE, now));
        return "unit";
    }

    private long resolved(String scope) {
        LifeQuery query = new LifeQuery(Set.of(State.RESOLVED), Set.of(), null, null, null, null, null);
        return pages.page(scope, query, null, 1).count();
    }

    private long count(String scope, WaiverState state, Instant now) {
        return waivers.of(scope).stream()
                .filter(waiver -> waiver.state(now) == state)
                .count();
    }

    /** Month by month, by unit and rule. */
    @GetMapping("/units/{scope}/trend.csv")
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<StreamingResponseBody> csv(@PathVariable String scope, Visitor visitor, HttpServletRequest request) {
        Trend trend = trends.of(units.last(scope), new TrendQuestion(Span.MONTH, zone, null, null, null, null));
        String text = new TrendCsv(zone, Preferences.language(request)).text(List.of(trend));
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, scope, Map.of("file", "trend.csv")));
        return Downloads.csv("tren.csv", to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
