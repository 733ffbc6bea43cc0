package id.patuh.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a calendar file says: office hours, seasons with other hours (Ramadan) and holidays, cuti bersama among them.
 * Immutable; all dates and times are local to {@code zone}. For the default calendar {@code asn} the hours come from
 * Perpres 21/2023 and the holidays from the yearly joint decrees (SKB).
 *
 * @param id name by which an SOP asks for the calendar, not blank
 * @param zone where the office stands, never null
 * @param week the ordinary hours, with at least one working day
 * @param seasons periods with other hours, in any order, none overlapping another; kept sorted
 * @param holidays date to name; no hours are worked on these dates, whatever the week says; kept sorted
 * @param coverageFrom first date whose holidays are known, or null together with {@code coverageUntil} if all are
 * @param coverageUntil last date (inclusive) whose holidays are known, or null
 */
public record CalendarDefinition(
        String id,
        ZoneId zone,
        Week week,
        List<Season> seasons,
        Map<LocalDate, String> holidays,
        LocalDate coverageFrom,
        LocalDate coverageUntil) {

    /**
     * @throws IllegalArgumentException if a rule named at the parameters is broken; the message names the calendar
     * @throws NullPointerException if anything but the coverage is null
     */
    public CalendarDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(week, "week");
        check(!id.isBlank(), "A calendar needs an id");
        check(!week.hours().isEmpty(), "Calendar " + id + ": the week has no working hours");
        seasons = seasons.stream().sorted(Comparator.comparing(Season::from)).toList();
        for (int i = 1; i < seasons.size(); i++) {
            Season before = seasons.get(i - 1);
            Season season = seasons.get(i);
            check(
                    season.from().isAfter(before.until()),
                    "Calendar " + id + ": season " + season.dates() + " overlaps " + before.dates());
        }
        holidays = Collections.unmodifiableMap(new TreeMap<>(holidays));
        holidays.forEach((date, name) -> Objects.requireNonNull(name, () -> "name of holiday " + date));
        check(
                (coverageFrom == null) == (coverageUntil == null),
                "Calendar " + id + ": the coverage needs both bounds or none");
        check(
                coverageFrom == null || !coverageFrom.isAfter(coverageUntil),
                "Calendar " + id + ": the coverage ends on " + coverageUntil + ", before it begins on " + coverageFrom);
    }

    /**
     * Hours worked on a date, sorted; empty on holidays and days off. Says nothing about coverage.
     *
     * @param date never null
     */
    public List<Hours> hoursOn(LocalDate date) {
        if (holidays.containsKey(date)) {
            return List.of();
        }
        for (Season season : seasons) {
            if (!date.isBefore(season.from()) && !date.isAfter(season.until())) {
                return season.week().on(date.getDayOfWeek());
            }
        }
        return week.on(date.getDayOfWeek());
    }

    /**
     * Working hours without a break, half-open: at {@code until} sharp work is over.
     *
     * @param from start, whole milliseconds
     * @param until end, whole milliseconds; 00:00 is the end of the day (24:00), which {@link LocalTime} cannot write
     */
    public record Hours(LocalTime from, LocalTime until) {

        private static final int NANOS_PER_MILLI = 1_000_000;
        private static final long MILLIS_PER_DAY = 86_400_000;

        /**
         * @throws IllegalArgumentException if {@code from} is not before {@code until}, or a bound is finer than
         *     milliseconds
         */
        public Hours {
            check(
                    from.getNano() % NANOS_PER_MILLI == 0 && until.getNano() % NANOS_PER_MILLI == 0,
                    "Working hours " + from + "-" + until + " are finer than milliseconds");
            check(
                    until.equals(LocalTime.MIDNIGHT) || from.isBefore(until),
                    "Working hours " + from + "-" + until + " end before they begin");
        }

        /** Start, in milliseconds from 00:00. */
        long fromMillis() {
            return from.toNanoOfDay() / NANOS_PER_MILLI;
        }

        /** End, in milliseconds from 00:00, up to 24 hours. */
        long untilMillis() {
            return until.equals(LocalTime.MIDNIGHT) ? MILLIS_PER_DAY : until.toNanoOfDay() / NANOS_PER_MILLI;
        }

        @Override
        public String toString() {
            return from + "-" + until;
        }
    }

    /**
     * Hours of each day of the week.
     *
     * @param hours each day's hours in order, without overlap; a day that is missing or empty is a day off
     */
    public record Week(Map<DayOfWeek, List<Hours>> hours) {

        /** @throws IllegalArgumentException if hours are out of order or overlap; the message names the day */
        public Week {
            EnumMap<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
            hours.forEach((day, list) -> {
                if (!list.isEmpty()) {
                    days.put(day, List.copyOf(list));
                }
            });
            days.forEach((day, list) -> {
                for (int i = 1; i < list.size(); i++) {
                    Hours before = list.get(i - 1);
                    check(
                            list.get(i).fromMillis() >= before.untilMillis(),
                            day + ": " + list.get(i) + " begins before " + before + " ends");
                }
            });
            hours = Collections.unmodifiableMap(days);
        }

        /** Hours of that day of the week; empty on a day off. */
        public List<Hours> on(DayOfWeek day) {
            return hours.getOrDefault(day, List.of());
        }
    }

    /**
     * A period with its own hours, such as Ramadan.
     *
     * @param from first date
     * @param until last date, inclusive
     * @param week the hours in this period; may have no working day at all
     */
    public record Season(LocalDate from, LocalDate until, Week week) {

        /** @throws IllegalArgumentException if the season ends before it begins */
        public Season {
            Objects.requireNonNull(week, "week");
            check(!from.isAfter(until), "Season " + from + ".." + until + " ends before it begins");
        }

        private String dates() {
            return from + ".." + until;
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
