package id.patuh.intake;

import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads periods as letterheads word them: two dates, a semester, a quarter, a month or a year. */
final class Periods {

    private static final String WORD_BETWEEN =
            "\\s[-\u2013\u2014]\\s|[\u2013\u2014]|\\bs\\.?\\s?[/.]?\\s?d\\b\\.?|\\bsampai(?: dengan)?\\b|\\bhingga\\b|\\bto\\b"
                    + "|-(?=\\p{L})|(?<=/\\d{4})-(?=\\d{1,2}/)";
    private static final Pattern BETWEEN = Pattern.compile("(?i)(.+?)\\s*(?:" + WORD_BETWEEN + ")\\s*(.+)");
    private static final Pattern SLASH_BETWEEN = Pattern.compile("(.+?)\\s*/\\s*(.+)");
    private static final Pattern SEMESTER =
            Pattern.compile("(?i)(?:semester|smt)\\.?\\s*(ii|i|2|1)\\s*(?:tahun)?\\s*(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s+(\\D.*)");
    /** A number alone ("I/2026") may be a quarter or a semester. */
    private static final Pattern QUARTER = Pattern.compile("(?i)(?:\\d{4}\\s*)?(?:tw|triwulan|q|kuartal|quarter).*");
    /** A school year, or two years. */
    private static final Pattern TWO_YEARS = Pattern.compile("\\d{4}\\s*/\\s*\\d{4}");

    private static final Pattern WEEKDAY =
            Pattern.compile("(?i)\\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\\s*,\\s*");
    /** By law the year of a budget is that of the calendar. */
    private static final Pattern YEAR_OF =
            Pattern.compile("(?i)\\b(?:tahun\\s+anggaran|t\\.?\\s?a\\.?|tahun)\\s+(?=\\d{4})");

    private static final Pattern MONTH_OF = Pattern.compile("(?i)^bulan\\s+(?=\\p{L})");
    private static final List<Pattern> ORDINALS = List.of(
            Pattern.compile("(?i)(?<=triwulan|semester)\\s+(?:pertama|kesatu|ke-?1)\\b"),
            Pattern.compile("(?i)(?<=triwulan|semester)\\s+(?:kedua|ke-?2)\\b"),
            Pattern.compile("(?i)(?<=triwulan)\\s+(?:ketiga|ke-?3)\\b"),
            Pattern.compile("(?i)(?<=triwulan)\\s+(?:keempat|ke-?4)\\b"));
    private static final Pattern YEAR_AT_END = Pattern.compile(".*?(\\d{4})");
    private static final Pattern DAY_AT_START = Pattern.compile("\\d{1,2}(\\D.*)");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)");

    private static final String MONTH = "(?:" + String.join("|", Dates.monthNames()) + ")";
    private static final Pattern NAMED = Pattern.compile("(?i)\\bperiode\\s*:?\\s*(.+)$"
            + "|\\b(?:triwulan|tw|semester|smt)\\.?\\s*(?:iv|iii|ii|i|[1-4])\\b[\\s(,-]*(?:tahun\\s*)?\\d{4}"
            + "|\\b" + MONTH + "(?:\\s+\\d{4})?\\s*(?:[-\u2013\u2014]|s\\.?/?d\\.?|sampai(?: dengan)?|hingga)\\s*"
            + MONTH
            + "\\s+\\d{4}"
            + "|\\btahun\\s+\\d{4}");

    private Periods() {}

    static Period parse(String text) throws Unreadable {
        String plain = plain(text);
        Matcher brackets = BRACKETS.matcher(plain);
        Period whole = read(brackets.replaceAll(" ").strip());
        if (whole == null && brackets.reset().find()) {
            whole = read(brackets.group(1).strip());
        }
        if (whole == null) {
            throw new Unreadable("period-unreadable");
        }
        return whole;
    }

    /** The text without words that change nothing. */
    private static String plain(String text) {
        String plain = text.strip().replaceFirst("(?<=\\d)\\.$", "");
        plain = WEEKDAY.matcher(plain).replaceAll("");
        plain = YEAR_OF.matcher(plain).replaceAll("");
        plain = MONTH_OF.matcher(plain).replaceFirst("");
        for (int i = 0; i < ORDINALS.size(); i++) {
            plain = ORDINALS.get(i).matcher(plain).replaceAll(" " + (i + 1));
        }
        return plain.strip();
    }

    /** The words of a title that are a period ("Ringkasan Hasil SKM Periode Januari-Juni 2024"), or null. */
    static String within(String title) {
        Matcher named = NAMED.matcher(title);
        List<String> candidates = new ArrayList<>(List.of(title));
        while (named.find()) {
            candidates.add(named.group(1) == null ? named.group() : named.group(1));
        }
        return candidates.stream().filter(c -> orNull(c) != null).findFirst().orElse(null);
    }

    /** The period; null when the text is none. */
    static Period orNull(String text) {
        try {
            return text == null ? null : parse(text);
        } catch (Unreadable e) {
            return null;
        }
    }

    /** A period in the fewest words. */
    static String name(Period period) {
        LocalDate start = period.start();
        LocalDate end = period.end();
        int months = (end.getYear() - start.getYear()) * 12 + end.getMonthValue() - start.getMonthValue() + 1;
        boolean whole = start.getDayOfMonth() == 1 && end.equals(end.withDayOfMonth(end.lengthOfMonth()));
        boolean regular = whole && (start.getMonthValue() - 1) % months == 0;
        return switch (regular ? months : 0) {
            case 3 -> "TW " + List.of("I", "II", "III", "IV").get(start.getMonthValue() / 3) + " " + start.getYear();
            case 6 -> "Semester " + (start.getMonthValue() == 1 ? "I" : "II") + " " + start.getYear();
            case 12 -> "" + start.getYear();
            default -> start + "/" + end;
        };
    }

    private static Period read(String text) {
        if (TWO_YEARS.matcher(text).matches()) {
            return null;
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher semester = SEMESTER.matcher(yearFirst.matches() ? yearFirst.group(2) + " " + yearFirst.group(1) : text);
        if (semester.matches()) {
            boolean second = semester.group(1).matches("(?i)ii|2");
            int year = Integer.parseInt(semester.group(2));
            return second
                    ? new Period(LocalDate.of(year, 7, 1), LocalDate.of(year, 12, 31))
                    : new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30));
        }
        Period whole = oneDate(text);
        Period words = whole != null ? whole : between(BETWEEN.matcher(text));
        return words != null ? words : between(SLASH_BETWEEN.matcher(text));
    }

    private static Period between(Matcher ends) {
        if (!ends.matches()) {
            return null;
        }
        Dates last = dates(ends.group(2));
        Dates first = dates(ends.group(1));
        Matcher year = YEAR_AT_END.matcher(ends.group(2));
        if (first == null && year.matches()) {
            first = dates(ends.group(1) + " " + year.group(1));
        }
        Matcher day = DAY_AT_START.matcher(ends.group(2));
        if (first == null && day.matches() && ends.group(1).matches("\\d{1,2}")) {
            first = dates(ends.group(1) + day.group(1));
        }
        return first == null || last == null || last.last().isBefore(first.first())
                ? null
                : new Period(first.first(), last.last());
    }

    private static Period oneDate(String text) {
        try {
            Quarter quarter = Words.quarter(text);
            if (quarter.year() != null && QUARTER.matcher(text).matches()) {
                LocalDate start = LocalDate.of(quarter.year(), 3 * quarter.number() - 2, 1);
                return new Period(start, start.plusMonths(3).minusDays(1));
            }
        } catch (Unreadable e) {
            // Not every period is a quarter.
        }
        Dates dates = dates(text);
        return dates == null || dates.first().equals(dates.last()) ? null : new Period(dates.first(), dates.last());
    }

    private static Dates dates(String text) {
        try {
            return Dates.parse(text.strip());
        } catch (Unreadable e) {
            return null;
        }
    }
}
