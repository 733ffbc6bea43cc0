package id.patuh.draft;

import id.patuh.mapping.TimeFormats;
import id.patuh.mapping.TimeFormats.UnreadableTime;
import id.patuh.mapping.TimeFormats.UnusableFormat;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out in which formats the columns of a table hold times, and whether days come before months. */
final class TimeGuess {

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}[T ]\\d{1,2}[:.]\\d\\d.*");
    private static final Pattern SERIAL = Pattern.compile("[3-5]\\d{4}(?:[.,]\\d+)?");
    private static final List<String> NEUTRAL = List.of(
            "yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "MMM d, yyyy");
    private static final List<String> DAY_FIRST =
            List.of("d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "d-M-yy", "d.M.yy");
    private static final List<String> MONTH_FIRST =
            DAY_FIRST.stream().map(TimeGuess::swapped).toList();
    private static final List<String> CLOCKS =
            List.of("H:mm", "H:mm:ss", "H.mm", "H.mm.ss", "H:mm:ss.SSS", "H:mm:ss.SSSSSS", "h:mm a", "h:mm:ss a");
    private static final Pattern TIMELY = Pattern.compile(
            "\\d{1,4}[-/. ][\\p{L}\\d]{1,9}[-/. ].{2,40}|\\p{L}{3,9} \\d{1,2}, \\d{4}.*|[3-5]\\d{4}(?:[.,]\\d+)?");
    private static final double MOSTLY = 0.6;
    private static final int TRIED = 100;

    private final Map<String, TimeFormats> compiled = new LinkedHashMap<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Set<Integer> columns = new LinkedHashSet<>();
    private final Set<Integer> dates = new LinkedHashSet<>();
    private final boolean ambiguous;
    private final boolean contradictory;
    private boolean dateOnly;

    private record Choice(String pattern, int read) {}

    /** @param values the values of each column that are not blank */
    TimeGuess(List<List<String>> values) {
        List<List<String>> tried = values.stream().map(TimeGuess::timely).toList();
        int onlyDayFirst = 0;
        int onlyMonthFirst = 0;
        int both = 0;
        for (List<String> column : tried) {
            Choice day = best(column, DAY_FIRST);
            Choice month = best(column, MONTH_FIRST);
            String pattern = day.read() >= month.read() ? day.pattern() : swapped(month.pattern());
            for (String value : pattern == null ? List.<String>of() : column) {
                boolean asDay = reads(format(pattern), value);
                boolean asMonth = reads(format(swapped(pattern)), value);
                onlyDayFirst += asDay && !asMonth ? 1 : 0;
                onlyMonthFirst += asMonth && !asDay ? 1 : 0;
                both += asDay && asMonth ? 1 : 0;
            }
        }
        ambiguous = both > 0 && onlyDayFirst == 0 && onlyMonthFirst == 0;
        contradictory = onlyDayFirst > 0 && onlyMonthFirst > 0;
        List<String> dates = new ArrayList<>(NEUTRAL);
        dates.addAll(onlyMonthFirst > onlyDayFirst ? MONTH_FIRST : DAY_FIRST);
        List<String> others = onlyMonthFirst > onlyDayFirst ? DAY_FIRST : MONTH_FIRST;
        for (int i = 0; i < tried.size(); i++) {
            choose(i, tried.get(i), dates, others);
        }
        if (chosen.equals(Set.of(TimeFormats.ISO))) {
            chosen.clear();
        }
    }

    /** The positions of the columns that hold times. */
    Set<Integer> columns() {
        return columns;
    }

    /** The positions of those that hold dates without a time of day, all of them. */
    Set<Integer> dates() {
        return dates;
    }

    /** The formats that they are written in; none where a native log may hold them. */
    List<String> formats() {
        return List.copyOf(chosen);
    }

    /** Whether every value could be read with the day first as well as with the month first. */
    boolean isAmbiguous() {
        return ambiguous;
    }

    /** Whether some values can only have the day first and others only the month. */
    boolean isContradictory() {
        return contradictory;
    }

    /** Whether some values are dates without a time of day. */
    boolean isDateOnly() {
        return dateOnly;
    }

    private void choose(int column, List<String> values, List<String> dates, List<String> others) {
        List<String> left = new ArrayList<>(values);
        Set<String> own = new LinkedHashSet<>();
        if (left.removeIf(v -> ISO.matcher(v).matches())) {
            own.add(TimeFormats.ISO);
        }
        boolean fraction = left.stream().anyMatch(v -> SERIAL.matcher(v).matches() && v.matches(".*[.,].*"));
        if (fraction && left.removeIf(v -> SERIAL.matcher(v).matches())) {
            own.add(TimeFormats.EXCEL);
        }
        Choice next = best(left, dates);
        while (next.read() > 0) {
            own.add(next.pattern());
            TimeFormats format = format(next.pattern());
            left.removeIf(v -> reads(format, v));
            next = best(left, dates);
        }
        if (values.isEmpty() || left.size() - best(left, others).read() > (1 - MOSTLY) * values.size()) {
            return;
        }
        // Also a column whose values have the other order: they are rejected then, not overlooked.
        columns.add(column);
        chosen.addAll(own);
        if (own.stream().anyMatch(TimeGuess::isDate)) {
            dateOnly = true;
        }
        if (own.stream().allMatch(TimeGuess::isDate)) {
            this.dates.add(column);
        }
    }

    private static boolean isDate(String pattern) {
        return !pattern.equals(TimeFormats.ISO) && !pattern.equals(TimeFormats.EXCEL) && !pattern.contains("mm");
    }

    private Choice best(Collection<String> values, List<String> dates) {
        List<String> tried = values.stream().limit(TRIED).toList();
        return patterns(dates).stream()
                .map(pattern -> new Choice(pattern, count(pattern, tried)))
                .max(Comparator.comparingInt(Choice::read))
                .filter(c -> c.read() > 0)
                .orElse(new Choice(null, 0));
    }

    private static List<String> patterns(List<String> dates) {
        List<String> all = new ArrayList<>();
        for (String date : dates) {
            all.add(date);
            for (String clock : CLOCKS) {
                all.add(date + ", " + clock);
                all.add(date + " " + clock);
            }
        }
        return all;
    }

    private int count(String pattern, Collection<String> values) {
        if (values.isEmpty()) {
            return 0;
        }
        TimeFormats format = format(pattern);
        return (int) values.stream().filter(v -> reads(format, v)).count();
    }

    private TimeFormats format(String pattern) {
        return compiled.computeIfAbsent(pattern, TimeGuess::compiled);
    }

    private static TimeFormats compiled(String pattern) {
        try {
            return TimeFormats.of(List.of(pattern), LocalTime.NOON);
        } catch (UnusableFormat e) {
            throw new IllegalStateException("a pattern of this class", e);
        }
    }

    private static boolean reads(TimeFormats format, String value) {
        try {
            // A time that a workbook holds as one is read by every format.
            return !format.read(value).equals(value);
        } catch (UnreadableTime e) {
            return false;
        }
    }

    private static String swapped(String pattern) {
        if (pattern == null) {
            return null;
        }
        return pattern.startsWith("d")
                ? pattern.replaceFirst("^d(.)M", "M$1d")
                : pattern.replaceFirst("^M(.)d", "d$1M");
    }

    /** Different values, if most look like times at all; trying all formats on others would take long. */
    private static List<String> timely(List<String> values) {
        List<String> different = values.stream().distinct().toList();
        long like = different.stream().filter(v -> TIMELY.matcher(v).matches()).count();
        return like < MOSTLY * different.size() ? List.of() : different;
    }
}
