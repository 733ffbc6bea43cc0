package id.patuh.law;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.law.CalendarDefinition.Hours;
import id.patuh.law.CalendarDefinition.Season;
import id.patuh.law.CalendarDefinition.Week;
import id.patuh.law.TimeLimit.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the calendar against one that walks from minute to minute, in zones that change their clocks oddly. */
class WorkingCalendarOracleTest {

    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;
    private static final int CASES = 2_000;

    static Stream<CalendarDefinition> definitions() {
        return Stream.of(
                WorkingCalendarTest.asn(),
                // Summer time; hours at night, across both changes.
                nights("Europe/Berlin", "2026-01-01", "2026-12-31"),
                // Changes by half an hour.
                nights("Australia/Lord_Howe", "2025-03-01", "2026-05-31"),
                // Sets its clocks back past midnight, into the day before.
                nights("America/St_Johns", "2009-01-01", "2010-12-31"),
                // Has no 30 December 2011.
                nights("Pacific/Apia", "2011-06-01", "2012-06-30"));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void agreesWithAWalkFromMinuteToMinute(CalendarDefinition definition) {
        WorkingCalendar calendar = new WorkingCalendar(definition);
        Oracle oracle = new Oracle(definition);
        Random random = new Random(20260105);
        for (int i = 0; i < CASES; i++) {
            long start = moment(random, definition);
            long end = start + (long) (random.nextGaussian() * 5 * DAY);
            TimeLimit limit = limit(random);
            Clock clock = random.nextInt(4) == 0 ? Clock.ELAPSED : Clock.WORKING;
            String about = definition.zone() + ", " + Instant.ofEpochMilli(start) + " + " + limit + " " + clock
                    + ", end " + Instant.ofEpochMilli(end);

            assertThat(calendar.nextWorkingMoment(start)).as(about).isEqualTo(oracle.nextWorkingMoment(start));
            assertThat(calendar.workingMillis(start, end)).as(about).isEqualTo(oracle.workingMillis(start, end));
            assertThat(calendar.due(start, limit, clock)).as(about).isEqualTo(oracle.due(start, limit, clock));
            assertThat(calendar.overrun(start, end, clock)).as(about).isEqualTo(oracle.overrun(start, end, clock));
            long first = calendar.firstOverrun(start, clock);
            assertThat(calendar.overrun(start, first - 1, clock)).as(about).isZero();
            assertThat(calendar.overrun(start, first, clock)).as(about).isNotZero();
            assertThat(calendar.overrun(start, end, clock) == 0).as(about).isEqualTo(end < first);
            assertSpans(calendar, oracle, start, end, about);
        }
    }

    /** In order, within what was asked for and what is known, and as long together as the working time there. */
    private static void assertSpans(WorkingCalendar calendar, Oracle oracle, long start, long end, String about) {
        long from = Math.max(start, calendar.coveredFrom());
        long until = Math.min(end, calendar.coveredUntil());
        long before = from;
        long worked = 0;
        for (WorkingSpan span : calendar.spans(start, end)) {
            assertThat(span.from().toEpochMilli()).as(about).isGreaterThanOrEqualTo(before);
            before = span.until().toEpochMilli();
            assertThat(before).as(about).isBetween(span.from().toEpochMilli() + 1, until);
            worked += before - span.from().toEpochMilli();
        }
        assertThat(worked).as(about).isEqualTo(from < until ? oracle.workingMillis(from, until) : 0);
    }

    /** Up to ten days beside the coverage; half of them on the half-hour, where intervals begin and end. */
    private static long moment(Random random, CalendarDefinition definition) {
        long from = definition.coverageFrom().minusDays(10).toEpochDay() * DAY;
        long until = definition.coverageUntil().plusDays(10).toEpochDay() * DAY;
        long moment = from + (long) (random.nextDouble() * (until - from));
        return random.nextBoolean() ? moment : moment - Math.floorMod(moment, 30 * MINUTE);
    }

    private static TimeLimit limit(Random random) {
        Unit unit = Unit.values()[random.nextInt(Unit.values().length)];
        int most = switch (unit) {
            case MENIT -> 2_000;
            case JAM -> 100;
            case HARI -> 60;
            case MINGGU -> 8;
            case BULAN -> 5;
        };
        return new TimeLimit(1 + random.nextInt(most), unit);
    }

    private static CalendarDefinition nights(String zone, String from, String until) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        days.put(DayOfWeek.MONDAY, WorkingCalendarTest.hours("08:00-12:00 12:00-17:45"));
        days.put(DayOfWeek.WEDNESDAY, WorkingCalendarTest.hours("09:15-11:00"));
        days.put(DayOfWeek.FRIDAY, WorkingCalendarTest.hours("00:00-00:00"));
        days.put(DayOfWeek.SATURDAY, WorkingCalendarTest.hours("00:20-01:40 23:10-00:00"));
        days.put(DayOfWeek.SUNDAY, WorkingCalendarTest.hours("00:00-02:20 02:40-03:00 23:30-00:00"));
        LocalDate first = LocalDate.parse(from);
        Week closed = new Week(Map.of());
        return new CalendarDefinition(
                "nights",
                ZoneId.of(zone),
                new Week(days),
                List.of(new Season(first.plusDays(40), first.plusDays(60), closed)),
                Map.of(first.plusDays(100), "Libur", first.plusDays(101), "Cuti bersama"),
                first,
                LocalDate.parse(until));
    }

    /** Knows of every minute whether it is covered and worked; everything else is walking. */
    private static final class Oracle {

        private final CalendarDefinition definition;
        private final BitSet working = new BitSet();
        private final BitSet covered = new BitSet();
        private final long origin;

        Oracle(CalendarDefinition definition) {
            this.definition = definition;
            origin = definition.coverageFrom().minusDays(2).toEpochDay() * DAY;
            long last = definition.coverageUntil().plusDays(2).toEpochDay() * DAY;
            for (long moment = origin; moment < last; moment += MINUTE) {
                ZonedDateTime local = local(moment);
                covered.set(index(moment), covers(local.toLocalDate()));
                working.set(
                        index(moment),
                        covers(local.toLocalDate())
                                && hours(local.toLocalDate()).stream().anyMatch(h -> within(local.toLocalTime(), h)));
            }
        }

        long nextWorkingMoment(long at) {
            for (long moment = at; isCovered(moment); moment = nextMinute(moment)) {
                if (isWorking(moment)) {
                    return moment;
                }
            }
            return WorkingCalendar.UNKNOWN;
        }

        long workingMillis(long from, long until) {
            long worked = 0;
            for (long moment = from; moment < until; moment = nextMinute(moment)) {
                if (!isCovered(moment)) {
                    return WorkingCalendar.UNKNOWN;
                }
                if (isWorking(moment)) {
                    worked += Math.min(nextMinute(moment), until) - moment;
                }
            }
            return worked;
        }

        private long coverageEnd() {
            return definition
                    .coverageUntil()
                    .plusDays(1)
                    .atStartOfDay(definition.zone())
                    .toInstant()
                    .toEpochMilli();
        }

        long overrun(long due, long end, Clock clock) {
            if (clock == Clock.ELAPSED) {
                return Math.max(0, end - due);
            }
            if (end <= due) {
                return 0;
            }
            long known = workingMillis(due, Math.min(end, coverageEnd()));
            return known == 0 && end > coverageEnd() ? WorkingCalendar.UNKNOWN : known;
        }

        long due(long start, TimeLimit limit, Clock clock) {
            int amount = limit.amount();
            if (clock == Clock.ELAPSED) {
                ZonedDateTime local = local(start);
                ZonedDateTime due = switch (limit.unit()) {
                    case MENIT -> local.plusMinutes(amount);
                    case JAM -> local.plusHours(amount);
                    case HARI -> local.plusDays(amount);
                    case MINGGU -> local.plusWeeks(amount);
                    case BULAN -> local.plusMonths(amount);
                };
                return due.toInstant().toEpochMilli();
            }
            long moved = nextWorkingMoment(start);
            if (moved == WorkingCalendar.UNKNOWN) {
                return WorkingCalendar.UNKNOWN;
            }
            return switch (limit.unit()) {
                case MENIT -> afterWorking(moved, amount * MINUTE);
                case JAM -> afterWorking(moved, amount * 60 * MINUTE);
                case HARI -> afterDays(moved, amount);
                case MINGGU -> afterDays(moved, amount * 5);
                case BULAN -> afterMonths(moved, amount);
            };
        }

        private long afterWorking(long moved, long limit) {
            long left = limit;
            for (long moment = moved; isCovered(moment); moment = nextMinute(moment)) {
                long minute = isWorking(moment) ? nextMinute(moment) - moment : 0;
                if (left <= minute) {
                    return moment + left;
                }
                left -= minute;
            }
            return WorkingCalendar.UNKNOWN;
        }

        private long afterDays(long moved, int workingDays) {
            LocalDate date = local(moved).toLocalDate();
            for (int i = 0; i < workingDays; i++) {
                do {
                    date = date.plusDays(1);
                } while (covers(date) && !isWorkingDay(date));
            }
            return at(date, moved);
        }

        private long afterMonths(long moved, int months) {
            LocalDate date = local(moved).toLocalDate().plusMonths(months);
            while (covers(date) && !isWorkingDay(date)) {
                date = date.plusDays(1);
            }
            return at(date, moved);
        }

        private long at(LocalDate date, long moved) {
            return covers(date) ? local(moved).with(date).toInstant().toEpochMilli() : WorkingCalendar.UNKNOWN;
        }

        private boolean isWorkingDay(LocalDate date) {
            boolean happened =
                    date.atStartOfDay(definition.zone()).toLocalDate().equals(date);
            return happened && !hours(date).isEmpty();
        }

        private boolean covers(LocalDate date) {
            return !date.isBefore(definition.coverageFrom()) && !date.isAfter(definition.coverageUntil());
        }

        private List<Hours> hours(LocalDate date) {
            if (definition.holidays().containsKey(date)) {
                return List.of();
            }
            Week week = definition.seasons().stream()
                    .filter(season -> !date.isBefore(season.from()) && !date.isAfter(season.until()))
                    .map(Season::week)
                    .findAny()
                    .orElse(definition.week());
            return week.hours().getOrDefault(date.getDayOfWeek(), List.of());
        }

        private static boolean within(LocalTime time, Hours hours) {
            boolean toMidnight = hours.until().equals(LocalTime.MIDNIGHT);
            return !time.isBefore(hours.from()) && (toMidnight || time.isBefore(hours.until()));
        }

        private boolean isWorking(long moment) {
            return working.get(index(moment));
        }

        private boolean isCovered(long moment) {
            return moment >= origin && covered.get(index(moment));
        }

        private int index(long moment) {
            return (int) Math.floorDiv(moment - origin, MINUTE);
        }

        private static long nextMinute(long moment) {
            return Math.floorDiv(moment, MINUTE) * MINUTE + MINUTE;
        }

        private ZonedDateTime local(long moment) {
            return Instant.ofEpochMilli(moment).atZone(definition.zone());
        }
    }
}
