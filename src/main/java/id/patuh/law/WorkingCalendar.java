package id.patuh.law;

import id.patuh.law.CalendarDefinition.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Counts working time and finds when time limits end (Perpres 21/2023 for the calendar {@code asn}).
 *
 * <p>Moments are epoch milliseconds, spans are milliseconds; dates and times of day are those of the calendar's zone.
 * A moment is working time if its local date and time lie in the hours of the definition; hours are half-open. Where
 * the zone skips or repeats a local time, a limit that ends there ends as {@link ZonedDateTime} has it: a skipped time
 * moves later by the length of the gap, a repeated one keeps its offset from UTC if it can, else it is the first.
 *
 * <p>Where a date outside the coverage would have to be looked at the answer is {@link #UNKNOWN}: absence of holiday
 * data must never read as "working day". {@code UNKNOWN} given as a moment gives {@code UNKNOWN}. Whatever the
 * coverage, working time is known from 1970 to 2100 only.
 *
 * <p>Immutable and safe to share between threads. Everything is worked out when the calendar is made: a call looks up
 * arrays and, but for {@code bulan} and elapsed days after 2100, makes no objects.
 */
public final class WorkingCalendar {

    /** Answer where the coverage ends; no moment and no span. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int DAYS_PER_WEEK = 7;

    /** A minggu is five working days, also where an office works six. */
    private static final int WORKING_DAYS_PER_WEEK = 5;

    private final CalendarDefinition definition;
    private final Offsets offsets;
    private final long millisPerDay;

    /** Epoch days, inclusive. */
    private final long firstDay;

    private final long lastDay;

    /** The moments that the coverage spans, half-open. */
    private final long coveredFrom;

    private final long coveredUntil;

    /** Working intervals, sorted. */
    private final long[] starts;

    private final long[] ends;

    /** Working time before each interval and, one longer, after the last. */
    private final long[] workedBefore;

    /** Working days as epoch days, and for each interval the index of its day there. */
    private final long[] workingDays;

    private final int[] dayOfInterval;

    /** For each UTC day the first interval that ends after its midnight. */
    private final int[] firstInterval;

    private final long firstInUtc;

    /** @param definition never null */
    public WorkingCalendar(CalendarDefinition definition) {
        this.definition = definition;
        offsets = new Offsets(definition.zone());
        millisPerDay = millisPerDay(definition);
        boolean bounded = definition.coverageFrom() != null;
        LocalDate from = bounded && definition.coverageFrom().isAfter(FIRST) ? definition.coverageFrom() : FIRST;
        LocalDate until = bounded && definition.coverageUntil().isBefore(LAST) ? definition.coverageUntil() : LAST;
        firstDay = from.toEpochDay();
        lastDay = until.toEpochDay();
        coveredFrom = startOf(from);
        coveredUntil = Math.max(coveredFrom, startOf(until.plusDays(1)));

        List<Interval> intervals = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(until); date = date.plusDays(1)) {
            for (Hours hours : definition.hoursOn(date)) {
                offsets.addIntervals(date.toEpochDay(), hours, intervals);
            }
        }
        // A clock set back past midnight mixes the hours of two days.
        intervals.sort(Comparator.comparingLong(Interval::start));
        int count = intervals.size();
        starts = intervals.stream().mapToLong(Interval::start).toArray();
        ends = intervals.stream().mapToLong(Interval::end).toArray();
        workingDays =
                intervals.stream().mapToLong(Interval::day).sorted().distinct().toArray();
        workedBefore = new long[count + 1];
        dayOfInterval = new int[count];
        for (int i = 0; i < count; i++) {
            workedBefore[i + 1] = workedBefore[i] + ends[i] - starts[i];
            dayOfInterval[i] = Arrays.binarySearch(workingDays, intervals.get(i).day());
        }
        firstInUtc = Math.floorDiv(coveredFrom, DAY);
        firstInterval = new int[(int) (Math.floorDiv(coveredUntil, DAY) - firstInUtc) + 1];
        for (int utcDay = 0, i = 0; utcDay < firstInterval.length; utcDay++) {
            while (i < count && ends[i] <= (firstInUtc + utcDay) * DAY) {
                i++;
            }
            firstInterval[utcDay] = i;
        }
    }

    /** Name by which an SOP asks for this calendar. */
    public String id() {
        return definition.id();
    }

    /** Zone of the calendar's dates and times of day. */
    public ZoneId zone() {
        return definition.zone();
    }

    /** The definition from which this calendar was made. */
    public CalendarDefinition definition() {
        return definition;
    }

    /** The date at a moment, as an epoch day. */
    public long epochDay(long moment) {
        return Math.floorDiv(moment + offsets.at(moment), DAY);
    }

    /** Whether it is known if people work on that date. */
    public boolean covers(LocalDate date) {
        return covers(date.toEpochDay());
    }

    /** Whether it is known if people work on that epoch day. */
    public boolean covers(long epochDay) {
        return epochDay >= firstDay && epochDay <= lastDay;
    }

    /** The first date from that one on of which it is not known if people work. */
    public LocalDate firstUnknown(LocalDate from) {
        return covers(from) ? LocalDate.ofEpochDay(lastDay + 1) : from;
    }

    /** The first moment of which it is known if people work. */
    public long coveredFrom() {
        return coveredFrom;
    }

    /** The moment up to which it is known if people work. */
    public long coveredUntil() {
        return coveredUntil;
    }

    /** Working time in [from, until), stretch by stretch; none where it is not known. */
    public List<WorkingSpan> spans(long from, long until) {
        List<WorkingSpan> spans = new ArrayList<>();
        long end = Math.min(until, coveredUntil);
        if (from >= end) {
            return spans;
        }
        for (int i = firstEndingAfter(Math.max(from, coveredFrom)); i < starts.length && starts[i] < end; i++) {
            spans.add(new WorkingSpan(
                    Instant.ofEpochMilli(Math.max(from, starts[i])), Instant.ofEpochMilli(Math.min(end, ends[i]))));
        }
        return spans;
    }

    /** Whether people work on that date; false also where that is not known: see {@link #covers}. */
    public boolean isWorkingDay(LocalDate date) {
        return Arrays.binarySearch(workingDays, date.toEpochDay()) >= 0;
    }

    /**
     * Working time of an ordinary working day, in milliseconds: the ordinary week's hours divided by its working days,
     * 7.5 hours under Perpres 21/2023 (37.5 in five days). For adding limits in jam to limits in hari.
     */
    public long workingMillisPerDay() {
        return millisPerDay;
    }

    /**
     * The moment itself if it is working time, else the start of the next working interval.
     *
     * @return {@link #UNKNOWN} if the moment, or the next interval, lies outside the coverage
     */
    public long nextWorkingMoment(long at) {
        if (at < coveredFrom || at >= coveredUntil) {
            return UNKNOWN;
        }
        int interval = firstEndingAfter(at);
        return interval == starts.length ? UNKNOWN : Math.max(at, starts[interval]);
    }

    /**
     * Working time in [from, until).
     *
     * @return 0 if {@code until} is not after {@code from}; {@link #UNKNOWN} if the span leaves the coverage
     */
    public long workingMillis(long from, long until) {
        if (from == UNKNOWN || until == UNKNOWN) {
            return UNKNOWN;
        }
        if (until <= from) {
            return 0;
        }
        if (from < coveredFrom || until > coveredUntil) {
            return UNKNOWN;
        }
        return workedUntil(until) - workedUntil(from);
    }

    /**
     * The last moment in time for something that began at {@code start}.
     *
     * <p>{@link Clock#WORKING}: the start first moves to the next working moment. Menit and jam add working time; used
     * up exactly at the end of an interval they are due at that end. N hari are due N working days later at the same
     * time of day, be it working time there or not; N minggu are N times five working days; N bulan are due on the same
     * day of the month N months later (or its last), or, if that is no working day, on the next.
     *
     * <p>{@link Clock#ELAPSED}: menit and jam are durations; hari, minggu and bulan are calendar days, seven of them,
     * and months, at the same local time.
     *
     * @param limit never null
     * @param clock never null
     * @return {@link #UNKNOWN} on the working clock if the answer lies outside the coverage; never on the elapsed one
     */
    public long due(long start, TimeLimit limit, Clock clock) {
        if (start == UNKNOWN) {
            return UNKNOWN;
        }
        return switch (clock) {
            case ELAPSED -> dueElapsed(start, limit);
            case WORKING -> dueWorking(start, limit);
        };
    }

    /**
     * How late something is: time of the clock that passed between {@code due} and {@code end}. A finish after hours,
     * before the next working moment, is in time on the working clock.
     *
     * @param clock never null
     * @return 0 if in time, which includes exactly on the limit. On the working clock, where the end lies past the
     *     coverage: the working time that is known to have passed, for that much is certain, or {@link #UNKNOWN} if none
     *     is known
     */
    public long overrun(long due, long end, Clock clock) {
        if (due == UNKNOWN || end == UNKNOWN) {
            return UNKNOWN;
        }
        if (end <= due) {
            return 0;
        }
        return switch (clock) {
            case ELAPSED -> Math.subtractExact(end, due);
            case WORKING -> knownOverrun(due, end);
        };
    }

    /**
     * The first end whose {@link #overrun} is another one than 0: from then on something is late, or not known to be in
     * time.
     *
     * @param clock never null
     * @return {@link #UNKNOWN} if {@code due} is
     */
    public long firstOverrun(long due, Clock clock) {
        if (due == UNKNOWN) {
            return UNKNOWN;
        }
        if (clock == Clock.ELAPSED || due < coveredFrom || due >= coveredUntil) {
            return Math.addExact(due, 1);
        }
        int interval = firstEndingAfter(due);
        return 1 + (interval == starts.length ? coveredUntil : Math.max(due, starts[interval]));
    }

    private long knownOverrun(long due, long end) {
        long known = workingMillis(due, Math.min(end, coveredUntil));
        return known == 0 && end > coveredUntil ? UNKNOWN : known;
    }

    private long dueElapsed(long start, TimeLimit limit) {
        long amount = limit.amount();
        return switch (limit.unit()) {
            case MENIT -> Math.addExact(start, amount * MINUTE);
            case JAM -> Math.addExact(start, amount * HOUR);
            case HARI -> atSameTime(start, epochDay(start) + amount);
            case MINGGU -> atSameTime(start, epochDay(start) + amount * DAYS_PER_WEEK);
            case BULAN -> atSameTime(start, plusMonths(epochDay(start), amount));
        };
    }

    private long dueWorking(long start, TimeLimit limit) {
        if (start < coveredFrom || start >= coveredUntil) {
            return UNKNOWN;
        }
        int interval = firstEndingAfter(start);
        if (interval == starts.length) {
            return UNKNOWN;
        }
        long moved = Math.max(start, starts[interval]);
        long amount = limit.amount();
        return switch (limit.unit()) {
            case MENIT -> afterWorking(interval, moved, amount * MINUTE);
            case JAM -> afterWorking(interval, moved, amount * HOUR);
            case HARI -> onWorkingDay(moved, dayOfInterval[interval] + amount);
            case MINGGU -> onWorkingDay(moved, dayOfInterval[interval] + amount * WORKING_DAYS_PER_WEEK);
            case BULAN -> onWorkingDay(moved, firstWorkingDayFrom(plusMonths(epochDay(moved), amount)));
        };
    }

    /** When that much working time has passed since a moment in an interval. */
    private long afterWorking(int interval, long moved, long millis) {
        long worked = workedBefore[interval] + moved - starts[interval] + millis;
        if (worked <= workedBefore[interval + 1]) {
            return moved + millis;
        }
        int found = Arrays.binarySearch(workedBefore, interval + 1, workedBefore.length, worked);
        // Found: used up exactly at an interval's end, not at the start of the one that begins with the same sum.
        int reached = found >= 0 ? found : -found - 1;
        return reached == workedBefore.length ? UNKNOWN : ends[reached - 1] - (workedBefore[reached] - worked);
    }

    private long onWorkingDay(long moved, long index) {
        return index < workingDays.length ? atSameTime(moved, workingDays[(int) index]) : UNKNOWN;
    }

    private int firstWorkingDayFrom(long day) {
        int found = Arrays.binarySearch(workingDays, day);
        return found >= 0 ? found : -found - 1;
    }

    private long workedUntil(long moment) {
        int interval = firstEndingAfter(moment);
        if (interval == starts.length) {
            return workedBefore[interval];
        }
        return workedBefore[interval] + Math.max(0, moment - starts[interval]);
    }

    /** @param moment within the coverage, its end included */
    private int firstEndingAfter(long moment) {
        int interval = firstInterval[(int) (Math.floorDiv(moment, DAY) - firstInUtc)];
        while (interval < ends.length && ends[interval] <= moment) {
            interval++;
        }
        return interval;
    }

    private long atSameTime(long moment, long day) {
        long offset = offsets.at(moment);
        return offsets.resolve(Math.addExact(day * DAY, Math.floorMod(moment + offset, DAY)), offset);
    }

    private static long plusMonths(long day, long months) {
        return LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
    }

    private long startOf(LocalDate date) {
        return date.atStartOfDay(zone()).toInstant().toEpochMilli();
    }

    private static long millisPerDay(CalendarDefinition definition) {
        long millis = definition.week().hours().values().stream()
                .flatMap(List::stream)
                .mapToLong(hours -> hours.untilMillis() - hours.fromMillis())
                .sum();
        return millis / definition.week().hours().size();
    }

    private record Interval(long start, long end, long day) {}

    /** A zone's offsets from UTC as arrays: {@link ZoneRules} makes objects at each call. All in milliseconds. */
    private static final class Offsets {

        /** Zones with yearly changes are tabled up to here, a year past the last date worked out. */
        private static final Instant END = LAST.plusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC);

        private static final long GREATEST = ZoneOffset.MAX.getTotalSeconds() * 1000L;

        private final ZoneId zone;
        private final long end;

        /** When the offset changes, and the local time at which each change begins to matter. */
        private final long[] changes;

        private final long[] localChanges;

        /** Offsets before the first change and after each. */
        private final long[] offsets;

        Offsets(ZoneId zone) {
            this.zone = zone;
            ZoneRules rules = zone.getRules();
            end = rules.getTransitionRules().isEmpty() ? Long.MAX_VALUE : END.toEpochMilli();
            List<ZoneOffsetTransition> transitions = new ArrayList<>();
            ZoneOffsetTransition next = rules.nextTransition(Instant.MIN);
            while (next != null && next.getInstant().isBefore(END)) {
                transitions.add(next);
                next = rules.nextTransition(next.getInstant());
            }
            int count = transitions.size();
            changes = new long[count];
            localChanges = new long[count];
            offsets = new long[count + 1];
            offsets[0] = rules.getOffset(Instant.MIN).getTotalSeconds() * 1000L;
            for (int i = 0; i < count; i++) {
                changes[i] = transitions.get(i).getInstant().toEpochMilli();
                offsets[i + 1] = transitions.get(i).getOffsetAfter().getTotalSeconds() * 1000L;
                localChanges[i] = changes[i] + Math.min(offsets[i], offsets[i + 1]);
            }
        }

        long at(long moment) {
            if (moment >= end) {
                return zone.getRules().getOffset(Instant.ofEpochMilli(moment)).getTotalSeconds() * 1000L;
            }
            return offsets[countUntil(changes, moment)];
        }

        /** The moment with that local time, as {@link ZonedDateTime#ofLocal} finds it. */
        long resolve(long local, long preferredOffset) {
            if (local >= end - GREATEST) {
                return resolveByRules(local, preferredOffset);
            }
            int count = countUntil(localChanges, local);
            long after = offsets[count];
            if (count == 0) {
                return local - after;
            }
            long before = offsets[count - 1];
            boolean past = local >= changes[count - 1] + Math.max(before, after);
            boolean repeated = after < before;
            return past || repeated && preferredOffset == after ? local - after : local - before;
        }

        private long resolveByRules(long local, long preferredOffset) {
            LocalDateTime dateTime = LocalDateTime.ofEpochSecond(
                    Math.floorDiv(local, 1000L), (int) Math.floorMod(local, 1000L) * 1_000_000, ZoneOffset.UTC);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) (preferredOffset / 1000));
            return ZonedDateTime.ofLocal(dateTime, zone, offset).toInstant().toEpochMilli();
        }

        /** Adds the moments whose local time lies in the hours of that day: two pieces where the clock is set back. */
        void addIntervals(long day, Hours hours, List<Interval> intervals) {
            long from = day * DAY + hours.fromMillis();
            long until = day * DAY + hours.untilMillis();
            for (int i = countUntil(changes, from - GREATEST); i < offsets.length; i++) {
                long begins = i == 0 ? Long.MIN_VALUE : changes[i - 1];
                long ends = i == changes.length ? Long.MAX_VALUE : changes[i];
                long start = Math.max(begins, from - offsets[i]);
                long end = Math.min(ends, until - offsets[i]);
                if (start < end) {
                    intervals.add(new Interval(start, end, day));
                }
                if (ends >= until + GREATEST) {
                    return;
                }
            }
        }

        /** How many of the sorted values are at or before that one. */
        private static int countUntil(long[] sorted, long value) {
            // Nearly every moment comes after the last change of a zone without summer time.
            if (sorted.length == 0 || value >= sorted[sorted.length - 1]) {
                return sorted.length;
            }
            int found = Arrays.binarySearch(sorted, value);
            return found >= 0 ? found + 1 : -found - 1;
        }
    }
}
