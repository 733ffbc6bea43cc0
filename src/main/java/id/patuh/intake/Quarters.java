package id.patuh.intake;

import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads in which quarters something is planned: quarters, months, days or periods. */
final class Quarters {

    /** A plan that goes on for longer is no plan of quarters. */
    private static final int MOST = 8;

    private static final List<String> ROMAN = List.of("", "i", "ii", "iii", "iv");
    private static final String QUARTER = "(iv|iii|ii|i|[1-4])";
    private static final String CALLED = "(?:tw|triwulan|q|kuartal|quarter)\\.?\\s*";
    private static final String BOTH = "\\s*(?:,|&|/|\\bdan\\b|\\band\\b)\\s*";
    private static final String UNTIL =
            "\\s*(?:[-\u2013\u2014]|\\bs\\.?\\s?/?\\s?d\\b\\.?|\\bsampai(?:\\s+dengan)?\\b|\\bhingga\\b|\\bto\\b)\\s*";
    private static final String YEAR = "(?:\\s*,?\\s*(?:tahun\\s+)?(\\d{4}))?";
    private static final Pattern TWO =
            Pattern.compile(CALLED + QUARTER + "(?:(" + BOTH + ")|" + UNTIL + ")(?:" + CALLED + ")?" + QUARTER + YEAR);
    private static final String MONTH = "(" + String.join("|", Dates.monthNames()) + ")";
    private static final Pattern MONTHS =
            Pattern.compile("(?:bulan\\s+)?" + MONTH + "(?:(?:(" + BOTH + ")|" + UNTIL + ")" + MONTH + ")?" + YEAR);
    private static final Pattern SEMESTER = Pattern.compile("(?:semester|smt)\\.?\\s*(ii|i|2|1)");

    private Quarters() {}

    static List<Quarter> parse(String text) throws Unreadable {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher two = TWO.matcher(plain);
        if (two.matches()) {
            return between(number(two.group(1)), number(two.group(3)), two.group(2) != null, two.group(4));
        }
        Matcher months = MONTHS.matcher(plain);
        if (months.matches()) {
            int first = quarterOf(months.group(1));
            int last = months.group(3) == null ? first : quarterOf(months.group(3));
            boolean reversed = months.group(3) != null && month(months.group(3)) < month(months.group(1));
            if (!reversed) {
                return between(first, last, months.group(2) != null, months.group(4));
            }
        }
        Matcher semester = SEMESTER.matcher(plain);
        if (semester.matches()) {
            int first = semester.group(1).matches("ii|2") ? 3 : 1;
            return between(first, first + 1, true, null);
        }
        try {
            return List.of(Words.quarter(text));
        } catch (Unreadable e) {
            List<Quarter> within = within(period(text.strip()));
            if (within.isEmpty()) {
                throw e;
            }
            return within;
        }
    }

    private static Period period(String text) {
        Period period = Periods.orNull(text);
        if (period != null) {
            return period;
        }
        try {
            Dates day = Dates.parse(text);
            return new Period(day.first(), day.last());
        } catch (Unreadable e) {
            return null;
        }
    }

    private static List<Quarter> within(Period period) {
        List<Quarter> quarters = new ArrayList<>();
        if (period == null) {
            return quarters;
        }
        LocalDate day = period.start().withDayOfMonth(1);
        day = day.minusMonths((day.getMonthValue() - 1) % 3);
        for (; !day.isAfter(period.end()); day = day.plusMonths(3)) {
            if (quarters.size() == MOST) {
                return List.of();
            }
            quarters.add(new Quarter(day.getMonthValue() / 3 + 1, day.getYear()));
        }
        return quarters;
    }

    private static List<Quarter> between(int first, int last, boolean onlyThese, String year) throws Unreadable {
        Integer ofYear = year == null ? null : Integer.valueOf(year);
        if (last < first || ofYear != null && (ofYear < Times.FIRST_YEAR || ofYear > Times.LAST_YEAR)) {
            throw new Unreadable("quarter-unreadable");
        }
        List<Quarter> quarters = new ArrayList<>();
        for (int q = first; q <= last; q++) {
            if (!onlyThese || q == first || q == last) {
                quarters.add(new Quarter(q, ofYear));
            }
        }
        return quarters;
    }

    private static int number(String quarter) {
        int roman = ROMAN.indexOf(quarter);
        return roman > 0 ? roman : Integer.parseInt(quarter);
    }

    private static int month(String name) {
        return Integer.parseInt(Dates.monthNamed(name));
    }

    private static int quarterOf(String month) {
        return (month(month) - 1) / 3 + 1;
    }
}
