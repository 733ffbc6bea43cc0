package id.patuh.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Validity;
import id.patuh.ledger.waiver.WaiverTerms;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.nightly.LedgerOfYear.Open;
import id.patuh.rulebook.MovingClock;
import id.patuh.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** People who ask for waivers of a unit, approve, reject and withdraw them by day; beside it which are in force when. */
final class WaiversOfYear {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Duration DAY = Duration.ofDays(1);

    private final Random random;
    private final String unit;
    private final MovingClock clock;
    private final Waivers waivers;
    private final List<Asked> asked = new ArrayList<>();

    /** A waiver, and what it covers. */
    static final class Asked {

        private final long number;
        private final Predicate<Open> target;
        private final Instant from;
        private final Instant until;
        private Instant approved;
        private Instant ended;

        private Asked(long number, Predicate<Open> target, Instant from, Instant until) {
            this.number = number;
            this.target = target;
            this.from = from;
            this.until = until;
        }

        long number() {
            return number;
        }

        boolean covers(Open violation) {
            return target.test(violation);
        }

        boolean isInForce(Instant at) {
            boolean allowed = approved != null && !at.isBefore(approved) && (ended == null || at.isBefore(ended));
            return allowed && !at.isBefore(from) && at.isBefore(until);
        }

        boolean endsWithin(Duration time, Instant at) {
            return isInForce(at) && !at.plus(time).isBefore(until);
        }
    }

    /** @param unit the scope that they are of */
    WaiversOfYear(Store store, String unit, Random random) {
        this.random = random;
        this.unit = unit;
        this.clock = new MovingClock(Instant.EPOCH);
        this.waivers = new Waivers(store, clock);
    }

    /**
     * What people do on a day, at moments in order.
     *
     * @param known violations that there are or were
     * @param end the last moment, that of the next night
     */
    void act(List<Open> known, Instant end) {
        int acts = random.nextInt(3);
        Instant at = end.minus(DAY);
        for (int i = 0; i < acts && !known.isEmpty(); i++) {
            Duration left = Duration.between(at, end);
            at = random.nextInt(5) == 0 ? end : at.plus(left.dividedBy(2 + random.nextInt(8)));
            clock.set(at);
            switch (random.nextInt(5)) {
                case 0, 1 -> request(known.get(random.nextInt(known.size())), at, end);
                case 2, 3 -> approve(at);
                default -> end(at);
            }
        }
    }

    private void request(Open violation, Instant at, Instant night) {
        Instant from = night.plus(DAY.multipliedBy(random.nextInt(9) - 5)).plusSeconds(edge());
        Instant earliest = from.isAfter(at) ? from : at;
        Instant until = night.plus(DAY.multipliedBy(1 + random.nextInt(20))).plusSeconds(edge());
        if (!until.isAfter(earliest)) {
            until = earliest.plus(DAY);
        }
        switch (random.nextInt(5)) {
            case 0 ->
                request(
                        Target.ofViolation(violation.fingerprint().toUpperCase(Locale.ROOT)),
                        other -> other.fingerprint().equals(violation.fingerprint()),
                        from,
                        until);
            case 1 ->
                request(
                        Target.ofCase(" " + violation.group() + " ", null),
                        other -> other.group().equals(violation.group()) && isOfCase(other),
                        from,
                        until);
            case 2 ->
                request(
                        Target.ofCase(violation.group(), violation.rule()),
                        other -> other.group().equals(violation.group())
                                && isOfCase(other)
                                && other.rule().equals(violation.rule()),
                        from,
                        until);
            case 3 -> request(Target.ofCase("K-" + random.nextInt(10), violation.rule()), other -> false, from, until);
            default -> requestOfUnit(violation, from, until);
        }
    }

    private void requestOfUnit(Open violation, Instant from, Instant until) {
        if (violation.unit() != null) {
            request(
                    Target.ofUnit(violation.unit().toUpperCase(Locale.ROOT).replace(' ', '-') + " ", violation.rule()),
                    other -> violation.unit().equals(other.unit())
                            && violation.rule().equals(other.rule()),
                    from,
                    until);
        }
    }

    /** Surveys and follow-ups have no case number, whatever a waiver names. */
    private static boolean isOfCase(Open violation) {
        return violation.group().startsWith("K-");
    }

    /** Often the very moment of a night, or a second beside it. */
    private int edge() {
        return random.nextBoolean() ? random.nextInt(3) - 1 : random.nextInt(80_000);
    }

    private void request(Target target, Predicate<Open> covered, Instant from, Instant until) {
        WaiverTerms terms = new WaiverTerms(
                unit, target, new Validity(from, until, ZONE), "gempa bumi", "Keputusan Bupati 12/2026");
        long number = waivers.request(terms, "ani").number();
        asked.add(new Asked(number, covered, from, until));
    }

    private void approve(Instant at) {
        Asked one = some(waiver -> waiver.approved == null && waiver.ended == null);
        if (one == null) {
            return;
        }
        if (at.isBefore(one.until)) {
            waivers.approve(one.number, "budi", "");
            one.approved = at;
        } else {
            assertRefused(() -> waivers.approve(one.number, "budi", ""), "waiver-over");
        }
    }

    private void end(Instant at) {
        Asked one = some(waiver -> waiver.ended == null);
        if (one == null) {
            return;
        }
        if (one.approved == null && random.nextBoolean()) {
            waivers.reject(one.number, "budi", "tidak berdasar");
        } else {
            waivers.withdraw(one.number, "citra", "sudah selesai");
        }
        one.ended = at;
        assertThat(catchThrowableOfType(LedgerException.class, () -> waivers.approve(one.number, "budi", "")))
                .isNotNull();
    }

    private Asked some(Predicate<Asked> which) {
        List<Asked> some = asked.stream().filter(which).toList();
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    private static void assertRefused(ThrowingCallable act, String reason) {
        assertThat(catchThrowableOfType(LedgerException.class, act).reason()).isEqualTo(reason);
    }

    /** Those in force at a moment, in the order of their numbers. */
    List<Asked> inForce(Instant at) {
        return asked.stream().filter(waiver -> waiver.isInForce(at)).toList();
    }
}
