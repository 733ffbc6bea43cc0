package id.patuh.web.overview;

import id.patuh.chart.Picture;
import id.patuh.chart.Sparkline;
import id.patuh.check.Grade;
import id.patuh.facts.Facts;
import id.patuh.ledger.followup.FollowUps;
import id.patuh.ledger.followup.ItemStandings;
import id.patuh.ledger.followup.ItemState;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.ledger.trend.ToldGrade;
import id.patuh.ledger.waiver.Balance;
import id.patuh.ledger.waiver.HandViolation;
import id.patuh.ledger.waiver.Standings;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.ledger.waiver.WaiverState;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.nightly.Night;
import id.patuh.nightly.NightBook;
import id.patuh.nightly.NightIntake;
import id.patuh.report.Language;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import id.patuh.web.frame.Charts;
import id.patuh.web.overview.UnitLook.Due;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Looks at units: at what stands with their runs, never at all of their violations. */
@Component
class UnitLooks {

    private static final int RUNS = 30;
    private static final Duration SOON = Duration.ofDays(7);

    private final LifeBook book;
    private final Standings standings;
    private final SurveyTrends surveys;
    private final ItemStandings items;
    private final FollowUps followUps;
    private final Waivers waivers;
    private final Facts facts;
    private final NightBook nights;
    private final Charts charts;
    private final MessageSource texts;
    private final Clock clock;
    private final ZoneId zone;

    UnitLooks(Store store, Charts charts, MessageSource texts, Clock clock, ZoneId zone) {
        this.book = new LifeBook(store);
        this.standings = new Standings(store);
        this.surveys = new SurveyTrends(store);
        this.items = new ItemStandings(store, zone);
        this.followUps = new FollowUps(store);
        this.waivers = new Waivers(store, clock);
        this.facts = new Facts(store);
        this.nights = new NightBook(store);
        this.charts = charts;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * How a unit stands.
     *
     * @param run its last completed run, or null
     * @param night its last night, or null
     */
    UnitLook of(String scope, LifeRun run, Night night, Language language) {
        NightIntake intake = night == null ? null : nights.intake(night);
        if (run == null) {
            return new UnitLook(scope, night, intake, null, false, Map.of(), null, null, List.of(), null);
        }
        Instant now = clock.instant();
        return new UnitLook(
                scope,
                night,
                intake,
                run.asOf(),
                book.isJudged(scope),
                remaining(standings.balance(run, now)),
                trend(run, language),
                grade(scope),
                due(run, now),
                null);
    }

    private static Map<Severity, Long> remaining(Balance balance) {
        Map<Severity, Long> remaining = new EnumMap<>(balance.remaining());
        balance.byHand().stream()
                .filter(found -> found.waivers().isEmpty())
                .map(HandViolation::outcome)
                .forEach(outcome -> remaining.merge(outcome.verdict().severity(), 1L, Long::sum));
        return remaining;
    }

    private Picture trend(LifeRun last, Language language) {
        List<Sparkline.Point> points = new ArrayList<>();
        book.lasts(last.scope(), RUNS)
                .forEach(run -> points.add(
                        0,
                        new Sparkline.Point(
                                LocalDate.ofInstant(run.asOf(), zone).toString(), BigDecimal.valueOf(open(run)))));
        String title = texts.getMessage("overview.trend", new Object[] {last.scope()}, language.locale());
        return charts.small(new Sparkline(title, points), "spark-" + last.scopeId(), language);
    }

    private static long open(LifeRun run) {
        return run.counts().open().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of the survey whose period ended last; of all its services together, where there is such a grade. */
    private Grade grade(String scope) {
        return surveys.grades(scope).stream()
                .map(ToldGrade::grade)
                .filter(grade -> grade.period() != null)
                .max(Comparator.comparing((Grade grade) -> grade.period().end())
                        .thenComparing(grade -> grade.aggregation() != null)
                        .thenComparing(grade -> grade.ikm() != null))
                .orElse(null);
    }

    private List<Due> due(LifeRun run, Instant now) {
        List<Due> due = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Waiver> all = waivers.of(run.scope());
        add(due, "overview.due.overdue", overdue(run, now), "/follow-ups", true);
        int items = followUps.due(run, today, today.plusDays(SOON.toDays())).size();
        add(due, "overview.due.items", items, "/follow-ups", false);
        add(due, "overview.due.requested", count(all, WaiverState.REQUESTED, now), "/waivers", true);
        long ending = all.stream().filter(each -> each.endsWithin(SOON, now)).count();
        add(due, "overview.due.waivers", ending, "/waivers", false);
        long[] deadlines = {0};
        facts.deadlines(
                run.scope(), now.plus(SOON), each -> deadlines[0] += each.due().isBefore(now) ? 0 : 1);
        add(due, "overview.due.deadlines", deadlines[0], "#deadlines", false);
        return due;
    }

    private long overdue(LifeRun run, Instant now) {
        return items.of(run.scope(), now).stream()
                .filter(item -> item.state() == ItemState.OVERDUE)
                .count();
    }

    private static long count(List<Waiver> all, WaiverState state, Instant now) {
        return all.stream().filter(each -> each.state(now) == state).count();
    }

    private static void add(List<Due> due, String key, long count, String page, boolean late) {
        if (count > 0) {
            due.add(new Due(key, count, page, late));
        }
    }
}
