package id.patuh.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a date means: one, or all of a month or year when that is all it says.
 *
 * @param first first day
 * @param last last day
 */
record Dates(LocalDate first, LocalDate last) {

    private static final Pattern DAY = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?:[T ]00:00(?::00)?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})(?:[T ]00:00(?::00)?)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?:tahun )?(\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_MONTH = Pattern.compile("(?:(\\d{1,2})[ -])?(\\p{L}{3,9})\\.?[ -](\\d{4})");
    private static final List<List<String>> MONTHS = List.of(
            List.of("januari", "jan", "january"),
            List.of("februari", "feb", "peb", "pebruari", "february"),
            List.of("maret", "mar", "march"),
            List.of("april", "apr"),
            List.of("mei", "may"),
            List.of("juni", "jun", "june"),
            List.of("juli", "jul", "july"),
            List.of("agustus", "agu", "agt", "ags", "aug", "august"),
            List.of("september", "sep", "sept"),
            List.of("oktober", "okt", "oct", "october"),
            List.of("november", "nov", "nop", "nopember"),
            List.of("desember", "des", "dec", "december"));

    static Dates parse(String text) throws Unreadable {
        try {
            Dates dates = read(text);
            if (dates != null
                    && dates.first.getYear() >= Times.FIRST_YEAR
                    && dates.first.getYear() <= Times.LAST_YEAR) {
                return dates;
            }
        } catch (DateTimeException e) {
            throw new Unreadable("date-unreadable");
        }
        throw new Unreadable("date-unreadable");
    }

    private static Dates read(String text) {
        Matcher m = DAY.matcher(text);
        if (m.matches()) {
            return day(m.group(1), m.group(3), m.group(4));
        }
        m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return day(m.group(4), m.group(3), m.group(1));
        }
        m = MONTH.matcher(text);
        if (m.matches()) {
            return month(m.group(1), m.group(2));
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return month(m.group(2), m.group(1));
        }
        m = YEAR.matcher(text);
        if (m.matches()) {
            Year year = Year.of(Integer.parseInt(m.group(1)));
            return new Dates(year.atDay(1), year.atMonth(12).atEndOfMonth());
        }
        m = NAMED_MONTH.matcher(text);
        String month = m.matches() ? monthNamed(m.group(2)) : null;
        if (month == null) {
            return null;
        }
        return m.group(1) == null ? month(m.group(3), month) : day(m.group(3), month, m.group(1));
    }

    /** The number of a month by its Indonesian or English name, or null. */
    static String monthNamed(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).contains(wanted)) {
                return "" + (i + 1);
            }
        }
        return null;
    }

    /** Every name of a month, the longest of each first. */
    static List<String> monthNames() {
        return MONTHS.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static Dates day(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return new Dates(date, date);
    }

    private static Dates month(String year, String month) {
        YearMonth of = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
        return new Dates(of.atDay(1), of.atEndOfMonth());
    }
}
