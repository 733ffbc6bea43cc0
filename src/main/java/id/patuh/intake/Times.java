package id.patuh.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and times as people write them. Strict: the 31st of February is no date. */
final class Times {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private static final String DATE = "(?:(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})|(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}))";
    private static final Pattern DAY = Pattern.compile(DATE);
    private static final Pattern MOMENT = Pattern.compile(DATE
            + "(?:[Tt]|\\s+)(\\d{1,2})[:.](\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?|\\.(\\d{2}))?"
            + "\\s*([Zz]|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

    /** A text that is no time; the message is a reason key. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    private Times() {}

    /**
     * Epoch milliseconds.
     *
     * @param zone of texts without an offset
     */
    static long moment(String text, ZoneId zone) throws Unreadable {
        Matcher moment = MOMENT.matcher(text.strip());
        if (!moment.matches()) {
            throw new Unreadable(DAY.matcher(text.strip()).matches() ? "time-without-clock" : "time-unreadable");
        }
        try {
            String second = moment.group(9) != null ? moment.group(9) : moment.group(11);
            LocalDateTime local = date(moment)
                    .atTime(
                            Integer.parseInt(moment.group(7)),
                            Integer.parseInt(moment.group(8)),
                            second == null ? 0 : Integer.parseInt(second),
                            nanos(moment.group(10)));
            checkYear(local.toLocalDate());
            String offset = moment.group(12);
            return (offset == null
                            ? local.atZone(zone).toInstant()
                            : local.toInstant(ZoneOffset.of(offset.equalsIgnoreCase("z") ? "Z" : offset)))
                    .toEpochMilli();
        } catch (DateTimeException e) {
            throw new Unreadable("time-impossible");
        }
    }

    /** A day. */
    static LocalDate day(String text) throws Unreadable {
        Matcher day = DAY.matcher(text.strip());
        if (!day.matches()) {
            throw new Unreadable("date-unreadable");
        }
        try {
            LocalDate date = date(day);
            checkYear(date);
            return date;
        } catch (DateTimeException e) {
            throw new Unreadable("time-impossible");
        }
    }

    /** First and last day of what a text names: a day, a month ("2024-04") or a year ("2024"). */
    static LocalDate[] span(String text) throws Unreadable {
        String stripped = text.strip();
        Matcher month = MONTH.matcher(stripped);
        try {
            if (month.matches()) {
                YearMonth named = YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
                checkYear(named.atDay(1));
                return new LocalDate[] {named.atDay(1), named.atEndOfMonth()};
            }
            if (stripped.matches("\\d{4}")) {
                LocalDate first = LocalDate.of(Integer.parseInt(stripped), 1, 1);
                checkYear(first);
                return new LocalDate[] {first, first.withMonth(12).withDayOfMonth(31)};
            }
        } catch (DateTimeException e) {
            throw new Unreadable("time-impossible");
        }
        LocalDate day = day(stripped);
        return new LocalDate[] {day, day};
    }

    private static LocalDate date(Matcher text) {
        return text.group(1) != null
                ? LocalDate.of(number(text, 1), number(text, 2), number(text, 3))
                : LocalDate.of(number(text, 6), number(text, 5), number(text, 4));
    }

    private static int number(Matcher text, int group) {
        return Integer.parseInt(text.group(group));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static void checkYear(LocalDate date) throws Unreadable {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new Unreadable("year-implausible");
        }
    }
}
