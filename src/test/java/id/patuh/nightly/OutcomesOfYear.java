package id.patuh.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.outcome.Outcomes;
import id.patuh.ledger.outcome.Result;
import id.patuh.ledger.outcome.Verdict;
import id.patuh.nightly.LacksOfYear.Lacking;
import id.patuh.nightly.LedgerOfYear.Open;
import id.patuh.rulebook.MovingClock;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Auditors who settle by day what rules of a unit could not evaluate, and withdraw it; beside it what holds when. */
final class OutcomesOfYear {

    private static final Duration DAY = Duration.ofDays(1);

    private final Random random;
    private final String unit;
    private final Path evidence;
    private final MovingClock clock;
    private final Outcomes outcomes;
    private final List<Settled> all = new ArrayList<>();

    /** What was found of a subject. */
    static final class Settled {

        private final long number;
        private final LackSubject of;
        private final Lacking lacking;
        private final Severity severity;
        private final Instant at;
        private Instant withdrawn;

        /** @param severity null where no violation was found */
        private Settled(long number, LackSubject of, Lacking lacking, Severity severity, Instant at) {
            this.number = number;
            this.of = of;
            this.lacking = lacking;
            this.severity = severity;
            this.at = at;
        }

        long number() {
            return number;
        }

        boolean stands(Instant moment) {
            return !moment.isBefore(at) && (withdrawn == null || moment.isBefore(withdrawn));
        }

        private Open violation() {
            Group group = of.group();
            String name = group.kind() == Group.Kind.CASE
                    ? group.caseId()
                    : group.kind().word();
            return new Open("", name, of.rule(), lacking.unit(), severity);
        }
    }

    /**
     * @param unit the scope that they are of
     * @param evidence what proves all of it
     */
    OutcomesOfYear(Store store, String unit, Random random, Path evidence) {
        this.random = random;
        this.unit = unit;
        this.evidence = evidence;
        this.clock = new MovingClock(Instant.EPOCH);
        this.outcomes = new Outcomes(store, clock);
    }

    /**
     * What auditors do on a day, at moments in order.
     *
     * @param lacking what was not evaluated in the last night
     * @param end the last moment, that of the next night
     */
    void act(Map<LackSubject, Lacking> lacking, Instant end) {
        Instant at = end.minus(DAY);
        for (int acts = random.nextInt(3); acts > 0 && !lacking.isEmpty(); acts--) {
            Duration left = Duration.between(at, end);
            at = random.nextInt(5) == 0 ? end : at.plus(left.dividedBy(2 + random.nextInt(8)));
            clock.set(at);
            switch (random.nextInt(6)) {
                case 0 -> withdraw(at);
                case 1 -> settleAgain(lacking, at);
                default -> settle(some(lacking), lacking, at);
            }
        }
    }

    /** Of a case as often as of surveys, of which more is lacking. */
    private LackSubject some(Map<LackSubject, Lacking> lacking) {
        List<LackSubject> ofCases = lacking.keySet().stream()
                .filter(of -> of.group().kind() == Group.Kind.CASE)
                .toList();
        return some(ofCases.isEmpty() || random.nextBoolean() ? List.copyOf(lacking.keySet()) : ofCases);
    }

    private <T> T some(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private void settleAgain(Map<LackSubject, Lacking> lacking, Instant at) {
        if (!all.isEmpty()) {
            settle(some(all).of, lacking, at);
        }
    }

    private void settle(LackSubject of, Map<LackSubject, Lacking> lacking, Instant at) {
        Result result = some(List.of(Result.values()));
        Severity severity = result == Result.VIOLATED ? some(List.of(Severity.values())) : null;
        Verdict verdict = new Verdict(result, severity, "dilihat pada buku agenda");
        if (lacking.containsKey(of)) {
            long number = outcomes.settle(unit, of, verdict, evidence, "ani").number();
            all.add(new Settled(number, of, lacking.get(of), severity, at));
        } else {
            LedgerException refused = catchThrowableOfType(
                    LedgerException.class, () -> outcomes.settle(unit, of, verdict, evidence, "ani"));
            assertThat(refused.reason()).isEqualTo("nothing-lacking");
        }
    }

    private void withdraw(Instant at) {
        List<Settled> standing = all.stream().filter(one -> one.stands(at)).toList();
        if (!standing.isEmpty()) {
            Settled one = some(standing);
            outcomes.withdraw(one.number, "budi", "keliru");
            one.withdrawn = at;
        }
    }

    /** Those that hold at a moment, by what they settle. */
    Map<LackSubject, Settled> holding(Map<LackSubject, Lacking> lacking, Instant at) {
        Map<LackSubject, Settled> holding = new LinkedHashMap<>();
        all.stream().filter(one -> one.stands(at)).forEach(one -> holding.put(one.of, one));
        holding.entrySet().removeIf(one -> {
            Lacking now = lacking.get(one.getKey());
            return now == null || now.since() != one.getValue().lacking.since();
        });
        return holding;
    }

    /** What was found violated, and holds at a moment. */
    List<Open> violations(Map<LackSubject, Lacking> lacking, Instant at) {
        return holding(lacking, at).values().stream()
                .filter(one -> one.severity != null)
                .map(Settled::violation)
                .toList();
    }

    /** How many stood at a moment and did not hold any more. */
    long lapsed(Map<LackSubject, Lacking> lacking, Instant at) {
        long standing = all.stream()
                .filter(one -> one.stands(at))
                .map(one -> one.of)
                .distinct()
                .count();
        return standing - holding(lacking, at).size();
    }
}
