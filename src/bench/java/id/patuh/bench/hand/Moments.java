package id.patuh.bench.hand;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as reports and the log write them. */
final class Moments {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    private Moments() {}

    static String shown(long moment) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(moment), OFFSET);
        return (local.getSecond() == 0 ? MINUTES : SECONDS).format(local);
    }

    static long of(String local) {
        return LocalDateTime.parse(local).toInstant(OFFSET).toEpochMilli();
    }
}
