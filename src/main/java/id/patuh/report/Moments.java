package id.patuh.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Moments as people write them, and in lists that state their zone elsewhere; {@link Words} has those that state it themselves.
 */
public final class Moments {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final int DATE = 10;

    private Moments() {}

    /** Date and time of day to the second. */
    public static String toTheSecond(Instant at, ZoneId zone) {
        return SECONDS.format(at.atZone(zone));
    }

    /** Date and time of day to the minute. */
    public static String toTheMinute(Instant at, ZoneId zone) {
        return MINUTES.format(at.atZone(zone));
    }

    /**
     * A date and a time that somebody wrote, with an offset or in a zone.
     *
     * @throws DateTimeException if it is none
     */
    public static Instant of(String written, ZoneId zone) {
        String text = written.replace(' ', 'T');
        return text.matches(".*(?:[Zz]|[+-]\\d{2}:?\\d{2})")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    /** The same, or a date, which means the last second of that day. */
    public static Instant throughDay(String written, ZoneId zone) {
        return isDate(written)
                ? LocalDate.parse(written).atTime(23, 59, 59).atZone(zone).toInstant()
                : of(written, zone);
    }

    /** Whether somebody wrote a day, without a time; longer texts have one. */
    public static boolean isDate(String written) {
        return written.length() <= DATE;
    }
}
