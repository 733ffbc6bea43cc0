package id.patuh.ledger.trend;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.life.Change;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.life.State;
import id.patuh.store.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts as one would make them: every violation after every run looked at, one by one. */
public final class TrendOracle {

    private static final EnumSet<State> ALL = EnumSet.allOf(State.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final List<Seen> seen = new ArrayList<>();

    /** What a run changed, and how all stood after it, by unit and rule. */
    private record Seen(LifeRun run, Map<String, Counts> happened, Map<String, Counts> standing) {}

    private TrendOracle(Store store, String scope) {
        LifeBook book = new LifeBook(store);
        Map<String, String> places = new HashMap<>();
        book.violations(
                book.last(scope).orElseThrow(),
                ALL,
                v -> places.put(v.fingerprint(), place(v.text().subject().unit(), v.rule())));
        for (LifeRun run : book.runs(scope)) {
            if (run.isCompleted()) {
                Map<String, Counts> happened = new TreeMap<>();
                Map<String, Counts> standing = new TreeMap<>();
                book.changes(run)
                        .forEach(event -> happened.merge(
                                places.get(event.fingerprint()), happened(event.change()), Counts::plus));
                book.violations(run, ALL, v -> standing.merge(places.get(v.fingerprint()), standing(v), Counts::plus));
                seen.add(new Seen(run, happened, standing));
            }
        }
    }

    /** Compares what trends say of a scope in all spans. */
    public static void check(Store store, String scope) {
        TrendOracle oracle = new TrendOracle(store, scope);
        LifeRun last = new LifeBook(store).last(scope).orElseThrow();
        for (Span span : Span.values()) {
            TrendQuestion question = new TrendQuestion(span, ZONE, null, null, null, null);
            Map<String, Counts> told = new TreeMap<>();
            List<TrendPeriod> periods =
                    new ViolationTrends(store).of(last, question).periods();
            assertThat(new ViolationTrends(store).totals(last, span, ZONE).periods())
                    .map(TrendOracle::total)
                    .isEqualTo(periods.stream().map(TrendOracle::total).toList());
            for (TrendPeriod period : periods) {
                period.counts()
                        .forEach(count ->
                                told.put(period.first() + " " + place(count.unit(), count.rule()), count.counts()));
            }
            assertThat(told).as(span.word()).isEqualTo(oracle.counts(span));
        }
    }

    /** With what is told without units and rules. */
    private static String total(TrendPeriod period) {
        Counts total = period.total();
        return period.first() + " " + period.runs() + " " + total.open() + " " + total.appeared() + " "
                + total.reopened() + " " + total.resolved();
    }

    private static String place(String unit, String rule) {
        return unit + " " + rule;
    }

    private Map<String, Counts> counts(Span span) {
        Map<String, Counts> counts = new TreeMap<>();
        for (int i = 0; i < seen.size(); i++) {
            String first = first(span, seen.get(i).run());
            boolean isLast = i + 1 == seen.size()
                    || !first.equals(first(span, seen.get(i + 1).run()));
            seen.get(i).happened().forEach((place, each) -> counts.merge(first + " " + place, each, Counts::plus));
            if (isLast) {
                seen.get(i).standing().forEach((place, each) -> counts.merge(first + " " + place, each, Counts::plus));
            }
        }
        counts.values().removeIf(each -> each.equals(new Counts(0, 0, 0, 0, 0)));
        return counts;
    }

    private static String first(Span span, LifeRun run) {
        LocalDate day = LocalDate.ofInstant(run.asOf(), ZONE);
        return switch (span) {
            case NIGHT -> day.toString();
            case MONTH -> day.toString().substring(0, 8) + "01";
            case QUARTER -> "%d-%02d-01".formatted(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.getYear() + "-01-01";
        };
    }

    private static Counts happened(Change change) {
        return new Counts(
                0,
                change == Change.NEW ? 1 : 0,
                change == Change.REOPENED ? 1 : 0,
                change == Change.RESOLVED ? 1 : 0,
                0);
    }

    private static Counts standing(LifeViolation violation) {
        boolean open = violation.state().isOpen();
        return new Counts(open ? 1 : 0, 0, 0, 0, open && violation.unevaluated() != null ? 1 : 0);
    }
}
