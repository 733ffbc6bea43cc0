package id.patuh.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * Working time of a calendar, and when limits counted in it are due. Moments are epoch milliseconds. Whatever would
 * need a day outside the calendar's coverage is {@link #UNKNOWN}: an unknown holiday must not read as a working day.
 *
 * <p>Stretches of working time are half-open: the moment at which one ends is outside it.
 */
public final class WorkingCalendar {

    /** The answer that only a day outside the coverage could give. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final LocalDate UNBOUNDED_FROM = LocalDate.of(1970, 1, 1);
    private static final LocalDate UNBOUNDED_UNTIL = LocalDate.of(2100, 12, 31);

    private final CalendarDefinition definition;
    private final long coverageStart;
    private final long coverageEnd;
    private final long firstDay;
    private final long[] starts;
    private final long[] ends;
    /** Working time before each stretch. */
    private final long[] before;
    /** By day since {@link #firstDay}: how many working days there were up to and including it. */
    private final int[] workingDaysUntil;
    /** Working days, as days since the epoch. */
    private final long[] workingDays;

    public WorkingCalendar(CalendarDefinition definition) {
        this.definition = definition;
        LocalDate from = definition.coverageFrom() == null ? UNBOUNDED_FROM : definition.coverageFrom();
        LocalDate until = definition.coverageUntil() == null ? UNBOUNDED_UNTIL : definition.coverageUntil();
        this.firstDay = from.toEpochDay();
        this.coverageStart = startOf(from);
        this.coverageEnd = startOf(until.plusDays(1));
        int days = (int) (until.toEpochDay() - firstDay) + 1;
        long[] starts = new long[16 * days];
        long[] ends = new long[16 * days];
        long[] working = new long[days];
        this.workingDaysUntil = new int[days];
        int stretches = 0;
        int workingCount = 0;
        for (int i = 0; i < days; i++) {
            LocalDate day = from.plusDays(i);
            List<CalendarDefinition.Hours> hours = definition.hoursOn(day);
            if (!hours.isEmpty()) {
                working[workingCount++] = day.toEpochDay();
            }
            workingDaysUntil[i] = workingCount;
            for (CalendarDefinition.Hours stretch : hours) {
                long start = moment(day.atTime(stretch.from()).atZone(zone()));
                long end = moment(day.atTime(stretch.until()).atZone(zone()));
                // A change of clocks may swallow a stretch.
                if (start < end) {
                    starts[stretches] = start;
                    ends[stretches++] = end;
                }
            }
        }
        this.starts = Arrays.copyOf(starts, stretches);
        this.ends = Arrays.copyOf(ends, stretches);
        this.workingDays = Arrays.copyOf(working, workingCount);
        this.before = new long[stretches];
        for (int i = 1; i < stretches; i++) {
            before[i] = before[i - 1] + ends[i - 1] - starts[i - 1];
        }
    }

    /** What it is made of. */
    public CalendarDefinition definition() {
        return definition;
    }

    public String id() {
        return definition.id();
    }

    /** The zone in which its hours are read. */
    public ZoneId zone() {
        return definition.zone();
    }

    /** Whether the day's holidays are known. */
    public boolean covers(LocalDate day) {
        long index = day.toEpochDay() - firstDay;
        return index >= 0 && index < workingDaysUntil.length;
    }

    /** Whether work is done on a day that is covered. */
    public boolean isWorkingDay(LocalDate day) {
        return covers(day) && Arrays.binarySearch(workingDays, day.toEpochDay()) >= 0;
    }

    /** The moment itself when it is working time, else the next one that is. */
    public long nextWorkingMoment(long at) {
        int stretch = stretchEndingAfter(at);
        return stretch < 0 ? UNKNOWN : Math.max(at, starts[stretch]);
    }

    /**
     * When a limit is due (contract, section 4).
     *
     * @param start moment from which it counts
     * @param limit how long
     * @param clock in which time
     */
    public long due(long start, TimeLimit limit, Clock clock) {
        return clock == Clock.ELAPSED ? elapsedDue(start, limit) : workingDue(start, limit);
    }

    /**
     * By how much an end exceeds a due time: milliseconds on the clock, 0 when it is in time. On the working clock an end
     * is late only when working time has passed since the due time. Of an end after the coverage the overrun is what the
     * coverage shows, where that is enough to call it late.
     */
    public long overrun(long due, long end, Clock clock) {
        if (end <= due) {
            return 0;
        }
        if (clock == Clock.ELAPSED) {
            return end - due;
        }
        long shown = workingMillis(due, Math.min(end, coverageEnd));
        return shown == 0 && end > coverageEnd ? UNKNOWN : shown;
    }

    /** Working time between two moments; 0 when they are not in order. */
    public long workingMillis(long from, long until) {
        if (until <= from) {
            return 0;
        }
        if (from < coverageStart || until > coverageEnd) {
            return UNKNOWN;
        }
        return workedBy(until) - workedBy(from);
    }

    /** Working time of an ordinary week, divided by its working days. */
    public long workingMillisPerDay() {
        long nanos = 0;
        int days = 0;
        for (List<CalendarDefinition.Hours> hours : definition.week().days().values()) {
            for (CalendarDefinition.Hours stretch : hours) {
                nanos += stretch.until().toNanoOfDay() - stretch.from().toNanoOfDay();
            }
            days += hours.isEmpty() ? 0 : 1;
        }
        return days == 0 ? 0 : nanos / 1_000_000 / days;
    }

    private long elapsedDue(long start, TimeLimit limit) {
        return switch (limit.unit()) {
            case MENIT -> start + limit.amount() * 60_000L;
            case JAM -> start + limit.amount() * 3_600_000L;
            case HARI -> moment(at(start).plusDays(limit.amount()));
            case MINGGU -> moment(at(start).plusWeeks(limit.amount()));
            case BULAN -> moment(at(start).plusMonths(limit.amount()));
        };
    }

    private long workingDue(long start, TimeLimit limit) {
        long from = nextWorkingMoment(start);
        if (from == UNKNOWN) {
            return UNKNOWN;
        }
        return switch (limit.unit()) {
            case MENIT -> plusWorking(from, limit.amount() * 60_000L);
            case JAM -> plusWorking(from, limit.amount() * 3_600_000L);
            case HARI -> plusWorkingDays(from, limit.amount());
            case MINGGU -> plusWorkingDays(from, 5L * limit.amount());
            case BULAN -> plusMonths(from, limit.amount());
        };
    }

    private long plusWorking(long from, long millis) {
        long target = workedBy(from) + millis;
        // The stretch in which the target is reached; reached exactly at an end, it is due at that end.
        int low = 0;
        int high = before.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle] + ends[middle] - starts[middle] < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == before.length ? UNKNOWN : starts[low] + target - before[low];
    }

    private long plusWorkingDays(long from, long days) {
        ZonedDateTime start = at(from);
        int index = workingDaysUntil[(int) (start.toLocalDate().toEpochDay() - firstDay)] - 1;
        long target = index + days;
        return target >= workingDays.length
                ? UNKNOWN
                : moment(LocalDate.ofEpochDay(workingDays[(int) target])
                        .atTime(start.toLocalTime())
                        .atZone(zone()));
    }

    private long plusMonths(long from, int months) {
        ZonedDateTime start = at(from);
        LocalDate day = start.toLocalDate().plusMonths(months);
        if (!covers(day)) {
            return UNKNOWN;
        }
        int index = Arrays.binarySearch(workingDays, day.toEpochDay());
        int working = index >= 0 ? index : -index - 1;
        return working == workingDays.length
                ? UNKNOWN
                : moment(LocalDate.ofEpochDay(workingDays[working])
                        .atTime(start.toLocalTime())
                        .atZone(zone()));
    }

    /** Working time since the coverage began; the moment must be covered. */
    private long workedBy(long at) {
        int stretch = firstEndingAfter(at);
        if (stretch == ends.length) {
            return stretch == 0 ? 0 : before[stretch - 1] + ends[stretch - 1] - starts[stretch - 1];
        }
        return before[stretch] + Math.max(0, at - starts[stretch]);
    }

    /** The stretch that the moment lies in or that comes next; -1 when the coverage does not tell. */
    private int stretchEndingAfter(long at) {
        if (at < coverageStart) {
            return -1;
        }
        int stretch = firstEndingAfter(at);
        return stretch == ends.length ? -1 : stretch;
    }

    private int firstEndingAfter(long at) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private ZonedDateTime at(long moment) {
        return Instant.ofEpochMilli(moment).atZone(zone());
    }

    private long startOf(LocalDate day) {
        return moment(day.atStartOfDay(zone()));
    }

    private static long moment(ZonedDateTime at) {
        return at.toInstant().toEpochMilli();
    }
}
