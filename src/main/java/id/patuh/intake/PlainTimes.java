package id.patuh.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads moments in the spelling that nearly all logs have, 2026-11-20 08:30, and remembers when days begin. */
final class PlainTimes {

    /** In place of a moment: the text is to be read otherwise. */
    static final long OTHER = Long.MIN_VALUE;

    private static final DateTimeFormatter SPELLING = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int LENGTH = "2026-11-20 08:30".length();
    /** The two halves of the spelling, with no figures but zeros. */
    private static final long MONTH_BLANK = EightBytes.of("0000-00-");

    private static final long MINUTE_BLANK = EightBytes.of("00 00:00");
    /** What takes a byte beyond ASCII where it is more than may stand there: nine, or nothing. */
    private static final long MONTH_LIMITS = 0x7F76_767F_7676_7676L;

    private static final long MINUTE_LIMITS = 0x7676_7F76_767F_7676L;
    private static final int NO_NUMBER = -1_000_000;
    private static final int DAYS = 31;
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final ZoneId zone;
    /** By year since the first, then by month and day: epoch milliseconds, {@link #OTHER} or {@link #UNKNOWN}. */
    private final long[][] midnights = new long[Times.LAST_YEAR - Times.FIRST_YEAR + 1][];

    PlainTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** The epoch milliseconds that the text means, or {@link #OTHER}. */
    long parse(String text) {
        if (text.length() != LENGTH
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != ' '
                || text.charAt(13) != ':') {
            return OTHER;
        }
        return moment(
                number(text.charAt(0), text.charAt(1)) * 100 + number(text.charAt(2), text.charAt(3)),
                number(text.charAt(5), text.charAt(6)),
                number(text.charAt(8), text.charAt(9)),
                number(text.charAt(11), text.charAt(12)),
                number(text.charAt(14), text.charAt(15)));
    }

    /** The same of a text in ASCII. */
    long parse(byte[] text, int from, int to) {
        if (to - from != LENGTH) {
            return OTHER;
        }
        // Figures become their values, the marks between them zeros.
        long date = EightBytes.at(text, from) ^ MONTH_BLANK;
        long clock = EightBytes.at(text, from + EightBytes.COUNT) ^ MINUTE_BLANK;
        long beyond = date + MONTH_LIMITS | date | clock + MINUTE_LIMITS | clock;
        if (!EightBytes.areAscii(beyond)) {
            return OTHER;
        }
        // Each byte becomes the number that it and the next make.
        date = date * 10 + (date >>> Byte.SIZE);
        clock = clock * 10 + (clock >>> Byte.SIZE);
        return moment(
                EightBytes.byteAt(date, 0) * 100 + EightBytes.byteAt(date, 2),
                EightBytes.byteAt(date, 5),
                EightBytes.byteAt(clock, 0),
                EightBytes.byteAt(clock, 3),
                EightBytes.byteAt(clock, 6));
    }

    /** The text of which {@link #parse} has made a moment. */
    String text(long moment) {
        return SPELLING.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(moment), zone));
    }

    private long moment(int year, int month, int day, int hour, int minute) {
        boolean clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
        if (!clock
                || year < Times.FIRST_YEAR
                || year > Times.LAST_YEAR
                || month < 1
                || month > 12
                || day < 1
                || day > DAYS) {
            return OTHER;
        }
        long midnight = midnight(year, month, day);
        return midnight == OTHER ? OTHER : midnight + (hour * 60 + minute) * 60_000L;
    }

    /** The number of two digits; far below zero where there are none. */
    private static int number(int first, int second) {
        int tens = first - '0';
        int ones = second - '0';
        return (tens | 9 - tens | ones | 9 - ones) < 0 ? NO_NUMBER : tens * 10 + ones;
    }

    private long midnight(int year, int month, int day) {
        long[] ofYear = midnights[year - Times.FIRST_YEAR];
        if (ofYear == null) {
            ofYear = new long[12 * DAYS];
            Arrays.fill(ofYear, UNKNOWN);
            midnights[year - Times.FIRST_YEAR] = ofYear;
        }
        int at = (month - 1) * DAYS + day - 1;
        if (ofYear[at] == UNKNOWN) {
            ofYear[at] = find(year, month, day);
        }
        return ofYear[at];
    }

    /** When a day begins; {@link #OTHER} where there is no such day, or the clock is set on it or on the next. */
    private long find(int year, int month, int day) {
        LocalDateTime midnight;
        try {
            midnight = LocalDate.of(year, month, day).atStartOfDay();
        } catch (DateTimeException e) {
            return OTHER;
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(midnight);
        if (offsets.size() != 1) {
            return OTHER;
        }
        Instant begin = midnight.toInstant(offsets.get(0));
        ZoneOffsetTransition next = zone.getRules().nextTransition(begin);
        boolean set = next != null && next.getInstant().isBefore(begin.plus(2, ChronoUnit.DAYS));
        return set ? OTHER : begin.toEpochMilli();
    }
}
