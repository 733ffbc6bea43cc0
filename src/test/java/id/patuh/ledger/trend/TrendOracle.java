package id.patuh.ledger.trend;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.life.Change;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeEvent;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.life.State;
import id.patuh.store.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts as one would make them: every violation after every run looked at, one by one. */
public final class TrendOracle {

    private static final EnumSet<State> ALL = EnumSet.allOf(State.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final LifeBook book;
    private final String scope;
    private final Map<String, String> places = new HashMap<>();

    private TrendOracle(Store store, String scope) {
        this.book = new LifeBook(store);
        this.scope = scope;
        book.violations(
                book.last(scope).orElseThrow(),
                ALL,
                v -> places.put(v.fingerprint(), place(v.text().subject().unit(), v.rule())));
    }

    /** Compares what trends say of a scope in all spans. */
    public static void check(Store store, String scope) {
        TrendOracle oracle = new TrendOracle(store, scope);
        for (Span span : Span.values()) {
            TrendQuestion question = new TrendQuestion(span, ZONE, null, null, null, null);
            Map<String, String> told = new TreeMap<>();
            for (TrendPeriod period :
                    new ViolationTrends(store).of(scope, question).periods()) {
                period.counts()
                        .forEach(count -> told.put(
                                period.first() + " " + place(count.unit(), count.rule()),
                                count.counts().toString()));
            }
            assertThat(told).as(span.word()).isEqualTo(oracle.counts(span));
        }
    }

    private static String place(String unit, String rule) {
        return unit + " " + rule;
    }

    private Map<String, String> counts(Span span) {
        Map<String, Counts> counts = new TreeMap<>();
        List<LifeRun> runs =
                book.runs(scope).stream().filter(LifeRun::isCompleted).toList();
        for (int i = 0; i < runs.size(); i++) {
            String first = first(span, runs.get(i)) + " ";
            for (LifeEvent event : book.changes(runs.get(i))) {
                counts.merge(first + places.get(event.fingerprint()), happened(event.change()), Counts::plus);
            }
            if (i + 1 == runs.size() || !first.equals(first(span, runs.get(i + 1)) + " ")) {
                book.violations(
                        runs.get(i),
                        ALL,
                        v -> counts.merge(first + places.get(v.fingerprint()), standing(v), Counts::plus));
            }
        }
        Map<String, String> shown = new TreeMap<>();
        counts.forEach((place, each) -> {
            if (!each.equals(new Counts(0, 0, 0, 0, 0))) {
                shown.put(place, each.toString());
            }
        });
        return shown;
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
