package id.patuh.ledger.trend;

import id.patuh.ledger.life.Change;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.store.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many violations scopes had over time, by unit and rule: worked out from the history of violations, for all runs. */
public final class ViolationTrends {

    private final Store store;
    private final LifeBook book;

    public ViolationTrends(Store store) {
        this.store = store;
        this.book = new LifeBook(store);
    }

    /**
     * The counts of a scope, up to a completed run. Waivers are left aside: they change nothing of what is there.
     *
     * @param last the last run that is looked at
     */
    public Trend of(LifeRun last, TrendQuestion question) {
        return of(last, question, runs -> changes(last));
    }

    /**
     * The same by time alone, as quick as there are runs, however many violations: with one count a period, which has neither a
     * unit nor what was not evaluated.
     *
     * @param span what a period is
     * @param zone whose days these are
     */
    public Trend totals(LifeRun last, Span span, ZoneId zone) {
        return of(
                last,
                new TrendQuestion(span, zone, null, null, null, null),
                runs -> runs.stream().collect(Collectors.toMap(LifeRun::number, ViolationTrends::changesOf)));
    }

    private Trend of(
            LifeRun last, TrendQuestion question, Function<List<LifeRun>, Map<Long, List<RuleChange>>> changes) {
        // Nothing is known of the time before anything was judged.
        List<LifeRun> runs = book.runs(last.scope()).stream()
                .filter(run -> run.isCompleted() && run.number() <= last.number())
                .dropWhile(run -> run.counts().groups() == 0)
                .toList();
        TrendTally tally = new TrendTally(question);
        List<TrendPeriod> periods = new ArrayList<>(periods(runs, changes.apply(runs), tally, question));
        periods.removeIf(period -> !question.asksFor(period));
        return new Trend(last, periods, !runs.isEmpty(), !tally.isEmpty());
    }

    /** All from the first run to the last one. */
    private static List<TrendPeriod> periods(
            List<LifeRun> runs, Map<Long, List<RuleChange>> changes, TrendTally tally, TrendQuestion question) {
        List<TrendPeriod> periods = new ArrayList<>();
        if (runs.isEmpty()) {
            return periods;
        }
        int next = 0;
        LocalDate first = question.span().first(day(runs.get(0), question));
        while (next < runs.size()) {
            LocalDate end = question.span().next(first);
            int begin = next;
            while (next < runs.size() && day(runs.get(next), question).isBefore(end)) {
                changes.getOrDefault(runs.get(next).number(), List.of()).forEach(tally::add);
                next++;
            }
            List<TrendCount> counts = tally.close();
            periods.add(
                    next == begin
                            ? new TrendPeriod(first, end.minusDays(1), null, 0, List.of())
                            : new TrendPeriod(first, end.minusDays(1), runs.get(next - 1), next - begin, counts));
            first = end;
        }
        return periods;
    }

    private static LocalDate day(LifeRun run, TrendQuestion question) {
        return LocalDate.ofInstant(run.asOf(), question.zone());
    }

    private static List<RuleChange> changesOf(LifeRun run) {
        return Stream.of(
                        change(run, Change.NEW, run.counts().appeared()),
                        change(run, Change.REOPENED, run.counts().reopened()),
                        change(run, Change.RESOLVED, run.counts().resolved()))
                .filter(change -> change.times() > 0)
                .toList();
    }

    private static RuleChange change(LifeRun run, Change change, long times) {
        return new RuleChange(run.number(), null, "", change, false, times);
    }

    private Map<Long, List<RuleChange>> changes(LifeRun last) {
        Map<Long, List<RuleChange>> changes = new HashMap<>();
        store.read(transaction -> {
            new TrendTables(transaction)
                    .each(
                            last.scopeId(),
                            last.number(),
                            change -> changes.computeIfAbsent(change.run(), run -> new ArrayList<>())
                                    .add(change));
            return null;
        });
        return changes;
    }
}
