package id.patuh.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments in lists that state their zone elsewhere; {@link Words} has those that state it themselves. */
public final class Moments {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Moments() {}

    /** Date and time of day to the second. */
    public static String toTheSecond(Instant at, ZoneId zone) {
        return SECONDS.format(at.atZone(zone));
    }

    /** Date and time of day to the minute. */
    public static String toTheMinute(Instant at, ZoneId zone) {
        return MINUTES.format(at.atZone(zone));
    }
}
