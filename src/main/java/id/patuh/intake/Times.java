package id.patuh.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Reads a date with a time of day, in the spellings of ISO 8601 and of Indonesian offices. Written for speed. */
final class Times {

    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 2199;

    private final ZoneId zone;
    private String text;
    private int at;
    private long later;

    /**
     * @param zone of times without an offset
     */
    Times(ZoneId zone) {
        this.zone = zone;
    }

    /** The epoch milliseconds that the text means. */
    long parse(String written) throws Unreadable {
        text = written;
        at = 0;
        try {
            LocalDate date = date();
            if (at == text.length()) {
                throw new Unreadable("time-without-clock");
            }
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                throw new Unreadable("year-out-of-range", "from", "" + FIRST_YEAR, "until", "" + LAST_YEAR);
            }
            gap();
            LocalDateTime local = clock(date);
            if (at < text.length()) {
                long moment = local.toInstant(offset()).toEpochMilli();
                later = moment;
                return moment;
            }
            return inZone(local);
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new Unreadable("time-unreadable");
        }
    }

    /** The same local time as last parsed when the clock was set back and shows it twice: the second time; else that. */
    long later() {
        return later;
    }

    private long inZone(LocalDateTime local) throws Unreadable {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new Unreadable("time-skipped", "zone", zone.getId());
        }
        later = local.toInstant(offsets.get(offsets.size() - 1)).toEpochMilli();
        return local.toInstant(offsets.get(0)).toEpochMilli();
    }

    private LocalDate date() {
        int start = at;
        int first = number(4);
        boolean yearFirst = at - start == 4;
        require(yearFirst || at - start <= 2);
        char separator = text.charAt(at);
        require(separator == '-' || separator == '/');
        at++;
        int month = number(2);
        require(text.charAt(at) == separator);
        at++;
        int lastStart = at;
        int last = number(4);
        require(yearFirst ? at - lastStart <= 2 : at - lastStart == 4);
        return yearFirst ? LocalDate.of(first, month, last) : LocalDate.of(last, month, first);
    }

    /** What stands between date and time: T, blanks, or a comma and blanks. */
    private void gap() {
        char c = text.charAt(at);
        if (c == 'T' || c == 't') {
            at++;
            return;
        }
        if (c == ',') {
            at++;
        }
        require(blank(text.charAt(at)));
        skipBlanks();
    }

    private LocalDateTime clock(LocalDate date) {
        int hour = number(2);
        char separator = text.charAt(at);
        require(separator == ':' || separator == '.');
        at++;
        int minute = twoDigits();
        int second = 0;
        int nanos = 0;
        if (at < text.length() && text.charAt(at) == separator) {
            at++;
            second = twoDigits();
            if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                at++;
                nanos = fraction();
            }
        }
        return date.atTime(hour, minute, second, nanos);
    }

    private int fraction() {
        int start = at;
        int nanos = 0;
        int unit = 100_000_000;
        while (at < text.length() && digit(text.charAt(at))) {
            nanos += (text.charAt(at++) - '0') * unit;
            unit /= 10;
        }
        require(at > start);
        return nanos;
    }

    private ZoneOffset offset() {
        skipBlanks();
        String rest = text.substring(at).toUpperCase(Locale.ROOT);
        return switch (rest) {
            case "Z" -> ZoneOffset.UTC;
            case "WIB" -> ZoneOffset.ofHours(7);
            case "WITA" -> ZoneOffset.ofHours(8);
            case "WIT" -> ZoneOffset.ofHours(9);
            default -> {
                // +07, +0700 and +07:00; ZoneOffset itself would read +7 and seconds too.
                require(rest.length() == 3 || rest.length() == 5 || rest.length() == 6);
                yield ZoneOffset.of(rest);
            }
        };
    }

    private int twoDigits() {
        int start = at;
        int value = number(2);
        require(at - start == 2);
        return value;
    }

    private int number(int maxDigits) {
        int start = at;
        int value = 0;
        while (at < text.length() && at - start < maxDigits && digit(text.charAt(at))) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        require(at > start);
        return value;
    }

    private void skipBlanks() {
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f';
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DateTimeException("not a time");
        }
    }
}
