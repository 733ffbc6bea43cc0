package id.patuh.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes up a working calendar.
 *
 * @param id as SOPs name it
 * @param zone in which its hours are read
 * @param week the ordinary week
 * @param seasons times with another week, as Ramadan
 * @param holidays days without work and what they are called
 * @param coverageFrom first day of which the holidays are known; null, with {@code coverageUntil}, when all are
 * @param coverageUntil last such day
 */
public record CalendarDefinition(
        String id,
        ZoneId zone,
        Week week,
        List<Season> seasons,
        Map<LocalDate, String> holidays,
        LocalDate coverageFrom,
        LocalDate coverageUntil) {

    public CalendarDefinition {
        seasons = List.copyOf(seasons);
        holidays = Map.copyOf(new TreeMap<>(holidays));
        if ((coverageFrom == null) != (coverageUntil == null)) {
            throw new IllegalArgumentException("a coverage needs both ends or none");
        }
    }

    /**
     * A stretch of working time.
     *
     * @param from first moment
     * @param until first moment after it
     */
    public record Hours(LocalTime from, LocalTime until) {

        public Hours {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("hours " + from + "-" + until + " end before they begin");
            }
        }
    }

    /**
     * Working hours by day; a day without hours is free.
     *
     * @param days stretches of each day, in order
     */
    public record Week(Map<DayOfWeek, List<Hours>> days) {

        public Week {
            Map<DayOfWeek, List<Hours>> copy = new EnumMap<>(DayOfWeek.class);
            days.forEach((day, hours) -> {
                for (int i = 1; i < hours.size(); i++) {
                    if (hours.get(i).from().isBefore(hours.get(i - 1).until())) {
                        throw new IllegalArgumentException("hours of " + day + " overlap or stand out of order");
                    }
                }
                copy.put(day, List.copyOf(hours));
            });
            days = copy;
        }

        List<Hours> on(DayOfWeek day) {
            return days.getOrDefault(day, List.of());
        }
    }

    /**
     * A time with a week of its own.
     *
     * @param from first day
     * @param until last day
     * @param week its hours
     */
    public record Season(LocalDate from, LocalDate until, Week week) {

        public Season {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("a season that ends " + until + ", before it begins " + from);
            }
        }
    }

    /** The stretches of working time on a day. */
    List<Hours> hoursOn(LocalDate day) {
        if (holidays.containsKey(day)) {
            return List.of();
        }
        for (Season season : seasons) {
            if (!day.isBefore(season.from()) && !day.isAfter(season.until())) {
                return season.week().on(day.getDayOfWeek());
            }
        }
        return week.on(day.getDayOfWeek());
    }
}
