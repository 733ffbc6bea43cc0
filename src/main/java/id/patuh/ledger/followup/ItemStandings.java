package id.patuh.ledger.followup;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.store.Store;
import id.patuh.violation.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells how the items of follow-up plans stand, with what completed runs knew by then. */
public final class ItemStandings {

    private final LifeBook book;
    private final FollowUps followUps;
    private final SurveyTrends trends;
    private final ZoneId zone;

    /** @param zone whose days are meant */
    public ItemStandings(Store store, ZoneId zone) {
        this.book = new LifeBook(store);
        this.followUps = new FollowUps(store);
        this.trends = new SurveyTrends(store);
        this.zone = zone;
    }

    /** The items of all scopes, scope by scope in the order of their names. */
    public List<ItemStanding> all(Instant at) {
        return book.lasts().stream()
                .flatMap(run -> of(run.scope(), at).stream())
                .toList();
    }

    /**
     * The items of a scope, in the order in which they were first known.
     *
     * @param at the moment: what later runs learnt is left aside
     * @throws LedgerException if no run of the scope was ever completed
     */
    public List<ItemStanding> of(String scope, Instant at) {
        List<LifeRun> runs =
                book.runs(scope).stream().filter(LifeRun::isCompleted).toList();
        if (runs.isEmpty()) {
            throw new LedgerException("scope-unknown", "scope", scope);
        }
        Optional<LifeRun> last =
                runs.stream().filter(run -> !run.asOf().isAfter(at)).reduce((earlier, later) -> later);
        return last.map(run -> of(run, LocalDate.ofInstant(at, zone))).orElse(List.of());
    }

    /**
     * One of them.
     *
     * @param item by which users know it
     * @throws LedgerException if there is none
     */
    public ItemStanding of(String scope, String item, Instant at) {
        return of(scope, at).stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new LedgerException("follow-up-item-unknown", Map.of("scope", scope, "item", item)));
    }

    private List<ItemStanding> of(LifeRun run, LocalDate day) {
        List<List<ToldItem>> histories = followUps.histories(run);
        if (histories.isEmpty()) {
            return List.of();
        }
        Effects effects = new Effects(trends.grades(run));
        List<LifeViolation> violations = book.open(run, Group.FOLLOW_UPS);
        return histories.stream()
                .map(told -> standing(run.scope(), day, told, effects, violations))
                .toList();
    }

    private static ItemStanding standing(
            String scope, LocalDate day, List<ToldItem> told, Effects effects, List<LifeViolation> violations) {
        FollowUpItem known = told.get(told.size() - 1).known();
        return new ItemStanding(
                scope,
                day,
                told,
                known.state(day).isDone() ? effects.of(known) : null,
                about(violations, known.plan().subjects()),
                about(violations, List.of(known.report().subject())));
    }

    private static List<LifeViolation> about(List<LifeViolation> violations, List<Subject> subjects) {
        return violations.stream()
                .filter(each -> subjects.contains(each.text().subject()))
                .toList();
    }
}
