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
        if (to - from != LENGTH
                || text[from + 4] != '-'
                || text[from + 7] != '-'
                || text[from + 10] != ' '
                || text[from + 13] != ':') {
            return OTHER;
        }
        return moment(
                number(text[from], text[from + 1]) * 100 + number(text[from + 2], text[from + 3]),
                number(text[from + 5], text[from + 6]),
                number(text[from + 8], text[from + 9]),
                number(text[from + 11], text[from + 12]),
                number(text[from + 14], text[from + 15]));
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
