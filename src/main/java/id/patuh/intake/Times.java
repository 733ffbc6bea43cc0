package id.patuh.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a date with a time of day, in the spellings of ISO 8601 and of Indonesian offices. Written for speed. */
final class Times {

    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 2199;

    /** Of the year; hours of half a day are as many. */
    private static final int MONTHS = 12;

    private static final Pattern CLOCK = Pattern.compile("(?i)\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?WI(?:B|TA|T))?");
    private static final Pattern WEEKDAY = Pattern.compile(
            "(?i)(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[,\\s]\\s*");
    private static final Pattern IN_WORDS = Pattern.compile("(\\d{1,2}[ -]\\p{L}{3,9}\\.?[ -]\\d{4})(?!\\d)");
    private static final Pattern DOTTED = Pattern.compile("^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})[,\\s]\\s*");
    private static final Pattern HALF_DAY =
            Pattern.compile("(?i)(.*?)[,\\s]+(\\d{1,2})((?:[:.]\\d{2}){1,2})\\s?([ap])\\.?m\\.?");
    private static final Pattern AT = Pattern.compile("(?i)[,\\s]*\\b(?:pukul|pkl|jam)\\b\\.?\\s*");

    private final ZoneId zone;
    private final boolean orderDoubtful;
    private final PlainTimes plain;
    private String text;
    private int at;
    private long later;
    private boolean dayFirst;
    private boolean monthFirst;
    private boolean eitherOrder;

    /**
     * @param zone of times without an offset
     * @param orderDoubtful whether dates that could have the day first or the month first are refused
     */
    Times(ZoneId zone, boolean orderDoubtful) {
        this.zone = zone;
        this.orderDoubtful = orderDoubtful;
        this.plain = new PlainTimes(zone);
    }

    /** The epoch milliseconds that the text means. */
    long parse(String written) throws Unreadable {
        long moment = plain.parse(written);
        if (moment != PlainTimes.OTHER) {
            later = moment;
            return moment;
        }
        try {
            return read(written);
        } catch (Unreadable e) {
            String simple = e.reason().equals("time-unreadable") ? simplified(written) : written;
            if (simple.equals(written)) {
                throw e;
            }
            return read(simple);
        }
    }

    /** The same moment in one of the plain spellings: without "pukul", on the clock of 24 hours, the date without dots. */
    private static String simplified(String written) {
        String plain = AT.matcher(written).replaceFirst(" ").strip();
        plain = DOTTED.matcher(plain).replaceFirst("$1/$2/$3 ");
        Matcher half = HALF_DAY.matcher(plain);
        if (!half.matches() || Integer.parseInt(half.group(2)) < 1 || Integer.parseInt(half.group(2)) > MONTHS) {
            return plain;
        }
        int hour = Integer.parseInt(half.group(2)) % MONTHS + (half.group(4).equalsIgnoreCase("p") ? MONTHS : 0);
        return half.group(1) + " " + hour + half.group(3);
    }

    private long read(String written) throws Unreadable {
        text = written;
        at = 0;
        try {
            LocalDate date = isInWords() ? inWords() : date();
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

    /** What reads those in the spelling of nearly all logs. */
    PlainTimes plain() {
        return plain;
    }

    /** A date and a time of day that stand in two cells, in either order; null where they are not that. */
    static String joined(String one, String other) {
        String date = CLOCK.matcher(other.strip()).matches() ? one.strip() : other.strip();
        String clock = date.equals(one.strip()) ? other.strip() : one.strip();
        if (!CLOCK.matcher(clock).matches()) {
            return null;
        }
        try {
            Dates dates = Dates.parse(date);
            return dates.first().equals(dates.last()) ? dates.first() + " " + clock : null;
        } catch (Unreadable e) {
            return null;
        }
    }

    /** The same local time as last parsed when the clock was set back and shows it twice: the second time; else that. */
    long later() {
        return later;
    }

    /**
     * Whether the month seems to stand first in the dates of a file: some that were parsed can only be read so, and none
     * only the other way.
     */
    boolean isMonthFirst() {
        return monthFirst && !dayFirst;
    }

    /** Whether some dates that were parsed could have the day first or the month first. */
    boolean hasEitherOrder() {
        return eitherOrder;
    }

    // After one or two digits a date in figures goes on with its separator and a digit.
    private boolean isInWords() {
        return !digit(text.charAt(0))
                || text.length() > 3
                        && (!digit(text.charAt(1)) && !digit(text.charAt(2))
                                || !digit(text.charAt(2)) && !digit(text.charAt(3)));
    }

    /** A date whose month is a word, or before which the day of the week stands; "pukul" may follow. */
    private LocalDate inWords() throws Unreadable {
        Matcher weekday = WEEKDAY.matcher(text);
        text = weekday.lookingAt() ? text.substring(weekday.end()) : text;
        Matcher at = AT.matcher(text);
        text = at.find() ? text.substring(0, at.start()) + " " + text.substring(at.end()) : text;
        Matcher words = IN_WORDS.matcher(text);
        if (!words.lookingAt()) {
            return date();
        }
        this.at = words.end();
        try {
            return Dates.parse(words.group(1)).first();
        } catch (Unreadable e) {
            throw new Unreadable("time-unreadable");
        }
    }

    private long inZone(LocalDateTime local) throws Unreadable {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new Unreadable("time-skipped", "zone", zone.getId());
        }
        later = local.toInstant(offsets.get(offsets.size() - 1)).toEpochMilli();
        return local.toInstant(offsets.get(0)).toEpochMilli();
    }

    private LocalDate date() throws Unreadable {
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
        dayFirst |= !yearFirst && first > MONTHS && month <= MONTHS;
        monthFirst |= !yearFirst && first <= MONTHS && month > MONTHS;
        if (!yearFirst && first <= MONTHS && month <= MONTHS && first != month) {
            eitherOrder = true;
            if (orderDoubtful) {
                throw new Unreadable("date-order-doubtful");
            }
        }
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
