package id.patuh.ledger.waiver;

import id.patuh.ledger.LedgerException;
import id.patuh.report.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * When a waiver holds: from a moment on and before another one, both in microseconds.
 *
 * @param from the first moment
 * @param until the first moment at which it is over
 * @param zone in which both were given, and are shown
 */
public record Validity(Instant from, Instant until, ZoneId zone) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T23:59:59Z");

    public Validity {
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until.truncatedTo(ChronoUnit.MICROS);
        if (!from.isBefore(until) || from.isBefore(EARLIEST) || until.isAfter(LATEST)) {
            throw new LedgerException("validity-empty", Map.of("from", shown(from, zone), "until", shown(until, zone)));
        }
    }

    /** In the zone, unless it is so far away that calendars do not reach it. */
    private static String shown(Instant at, ZoneId zone) {
        return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? at.toString() : Moments.toTheSecond(at, zone);
    }

    /**
     * Whole days, as decrees state them.
     *
     * @param last the last day on which it holds, to its end
     * @throws LedgerException if that is no time, or too far away
     */
    public static Validity ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        if (last.equals(LocalDate.MAX)) {
            throw new LedgerException("validity-empty", Map.of("from", first.toString(), "until", last.toString()));
        }
        return new Validity(startOf(first, zone), endOf(last, zone), zone);
    }

    /** The first moment of what holds from a day on. */
    public static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first moment after what holds to the end of a day. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return startOf(day.plusDays(1), zone);
    }

    /** Whether it holds at a moment. */
    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
