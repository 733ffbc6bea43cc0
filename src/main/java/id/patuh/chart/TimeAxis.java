package id.patuh.chart;

import id.patuh.chart.TimeBars.Span;
import id.patuh.chart.TimeBars.Working;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where moments lie on an axis. Time outside working hours takes a part of the room that working time takes; time of which
 * nobody knows takes as much. Moments are epoch milliseconds.
 */
final class TimeAxis {

    /** Room of an hour outside working hours, of that of a working hour. */
    static final double OFF = 0.15;

    private static final double NARROWEST_SHADE = 0.75;
    private static final double BETWEEN_TICKS = 14;
    private static final double ROOM_OF_TICK = 40;
    /** Beyond the end, which the last name may reach into. */
    private static final double MARGIN = 14;

    private static final int DAYS_OF_WEEK = 7;
    /** A day and a half. */
    private static final double MOST_IN_HOURS = 36 * 3_600_000.0;

    private static final Step[] STEPS = {
        new Step(1, ChronoUnit.HOURS),
        new Step(2, ChronoUnit.HOURS),
        new Step(6, ChronoUnit.HOURS),
        new Step(12, ChronoUnit.HOURS),
        new Step(1, ChronoUnit.DAYS),
        new Step(2, ChronoUnit.DAYS),
        new Step(7, ChronoUnit.DAYS),
        new Step(14, ChronoUnit.DAYS),
        new Step(1, ChronoUnit.MONTHS),
        new Step(2, ChronoUnit.MONTHS),
        new Step(6, ChronoUnit.MONTHS),
        new Step(1, ChronoUnit.YEARS),
        new Step(5, ChronoUnit.YEARS),
        new Step(20, ChronoUnit.YEARS),
        new Step(100, ChronoUnit.YEARS),
        new Step(1_000, ChronoUnit.YEARS),
        new Step(10_000, ChronoUnit.YEARS)
    };

    /** From one tick to the next. */
    private record Step(int amount, ChronoUnit unit) {

        double millis() {
            return amount * (double) unit.getDuration().toMillis();
        }

        /** The first one after a moment: weeks begin on Mondays. */
        LocalDateTime firstAfter(LocalDateTime at) {
            LocalDateTime day = at.truncatedTo(ChronoUnit.DAYS);
            LocalDateTime first = switch (unit) {
                case HOURS -> day;
                case DAYS -> amount % DAYS_OF_WEEK == 0 ? day.with(DayOfWeek.MONDAY) : day;
                case MONTHS -> day.withDayOfMonth(1).minusMonths((at.getMonthValue() - 1) % amount);
                default -> day.withDayOfYear(1).minusYears(Math.floorMod(at.getYear(), amount));
            };
            while (!first.isAfter(at)) {
                first = first.plus(amount, unit);
            }
            return first;
        }
    }

    /** What a stretch of the axis is. */
    enum Kind {
        WORKING(1),
        OFF_HOURS(OFF),
        UNKNOWN(1);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    /** A stretch of one kind, in coordinates. */
    record Shade(Kind kind, double from, double until) {}

    /** A moment that is named. */
    record Tick(double at, String name) {}

    private final ZoneId zone;
    private final ChartWords words;
    private final double left;
    private final double right;
    /** Where stretches begin; and, one longer, the room up to each. */
    private final long[] begins;

    private final double[] room;
    private final Kind[] kinds;
    private final long until;

    /**
     * @param until after {@code from}
     * @param working null where nobody knows
     * @param left coordinate of {@code from}
     * @param right coordinate of {@code until}
     */
    TimeAxis(long from, long until, Working working, ZoneId zone, ChartWords words, double left, double right) {
        this.zone = zone;
        this.words = words;
        this.left = left;
        this.right = right;
        this.until = until;
        List<Long> starts = new ArrayList<>();
        List<Kind> of = new ArrayList<>();
        stretches(from, until, working, starts, of);
        this.begins = starts.stream().mapToLong(Long::longValue).toArray();
        this.kinds = of.toArray(Kind[]::new);
        this.room = new double[begins.length + 1];
        for (int i = 0; i < begins.length; i++) {
            room[i + 1] = room[i] + (end(i) - begins[i]) * kinds[i].weight;
        }
    }

    private static void stretches(long from, long until, Working working, List<Long> starts, List<Kind> kinds) {
        long at = from;
        if (working != null) {
            long known = Math.min(until, working.knownUntil().toEpochMilli());
            at = add(at, Math.min(known, working.knownFrom().toEpochMilli()), Kind.UNKNOWN, starts, kinds);
            for (Span span : working.spans()) {
                at = add(at, Math.min(known, span.from().toEpochMilli()), Kind.OFF_HOURS, starts, kinds);
                at = add(at, Math.min(known, span.until().toEpochMilli()), Kind.WORKING, starts, kinds);
            }
            at = add(at, known, Kind.OFF_HOURS, starts, kinds);
        }
        add(at, until, Kind.UNKNOWN, starts, kinds);
    }

    private static long add(long from, long until, Kind kind, List<Long> starts, List<Kind> kinds) {
        if (until <= from) {
            return from;
        }
        starts.add(from);
        kinds.add(kind);
        return until;
    }

    private long end(int stretch) {
        return stretch + 1 < begins.length ? begins[stretch + 1] : until;
    }

    /** The coordinate of a moment; of one off the axis its nearer end. */
    double at(long moment) {
        if (moment <= begins[0]) {
            return left;
        }
        if (moment >= until) {
            return right;
        }
        int found = Arrays.binarySearch(begins, moment);
        int stretch = found >= 0 ? found : -found - 2;
        double before = room[stretch] + (moment - begins[stretch]) * kinds[stretch].weight;
        return left + before / room[begins.length] * (right - left);
    }

    /** Whether a moment lies after the end of the axis. */
    boolean isAfter(long moment) {
        return moment > until;
    }

    /** The coordinate at which the axis begins. */
    double left() {
        return left;
    }

    /** Where nobody works, or nobody knows: what is wide enough to be seen. */
    List<Shade> shades() {
        List<Shade> shades = new ArrayList<>();
        for (int i = 0; i < begins.length; i++) {
            Shade shade = new Shade(kinds[i], at(begins[i]), at(end(i)));
            if (kinds[i] != Kind.WORKING && shade.until() - shade.from() >= NARROWEST_SHADE) {
                shades.add(shade);
            }
        }
        return shades;
    }

    /** Moments to be named, as many as fit: the beginning, and round ones after it. A year is named where it begins. */
    List<Tick> ticks() {
        LocalDateTime begin = local(begins[0]);
        List<Tick> ticks = new ArrayList<>();
        String first = words.day(begin, true) + " " + begin.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        ticks.add(new Tick(left, first));
        double free = left + TextFit.width(first, Canvas.TEXT) + BETWEEN_TICKS;
        int year = begin.getYear();
        Step step = step();
        for (LocalDateTime at = step.firstAfter(begin);
                !at.isAfter(local(until));
                at = at.plus(step.amount(), step.unit())) {
            double x = at(at.atZone(zone).toInstant().toEpochMilli());
            String name = name(at, at.getYear() != year);
            double half = TextFit.width(name, Canvas.TEXT) / 2;
            if (x - half >= free && x + half <= right + MARGIN) {
                ticks.add(new Tick(x, name));
                free = x + half + BETWEEN_TICKS;
                year = at.getYear();
            }
        }
        return ticks;
    }

    /** Fine enough for more ticks than fit: those that do not are left out. Hours alone do not say of which of many days. */
    private Step step() {
        double most = Math.max(1, (right - left) / ROOM_OF_TICK);
        double span = until - begins[0];
        for (Step step : STEPS) {
            boolean tells = step.unit() != ChronoUnit.HOURS || span <= MOST_IN_HOURS;
            if (tells && span / step.millis() <= most) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private String name(LocalDateTime at, boolean withYear) {
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? words.day(at, withYear) : at.toLocalTime().toString();
    }

    private LocalDateTime local(long moment) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(moment), zone);
    }
}
