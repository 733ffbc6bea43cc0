package id.patuh.bench.hand;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments as reports and the log write them. */
final class Moments {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

    private Moments() {}

    static String shown(long moment) {
        int second = (int) (Math.floorMod(moment + Hours.OFFSET, Hours.DAY) / 1000);
        StringBuilder text = new StringBuilder(19).append(LocalDate.ofEpochDay(Hours.localDay(moment)));
        two(text.append(' '), second / 3600);
        two(text.append(':'), second / 60 % 60);
        if (second % 60 != 0) {
            two(text.append(':'), second % 60);
        }
        return text.toString();
    }

    private static void two(StringBuilder text, int value) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    static long of(String local) {
        return LocalDateTime.parse(local).toInstant(ZONE).toEpochMilli();
    }
}
