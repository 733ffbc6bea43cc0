package id.patuh.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was done when, step by step, on an axis that gives time outside working hours little room.
 *
 * @param title what it is of
 * @param zone in which times are shown
 * @param asOf up to when what has not ended runs
 * @param working when people work; null where that is not known at all
 * @param steps in order
 */
public record TimeBars(String title, ZoneId zone, Instant asOf, Working working, List<Step> steps) implements Chart {

    /**
     * When people work.
     *
     * @param knownFrom from when on that is known
     * @param knownUntil up to when
     * @param spans in order
     */
    public record Working(Instant knownFrom, Instant knownUntil, List<Span> spans) {

        public Working {
            spans = List.copyOf(spans);
        }
    }

    /** Time from a moment up to another one. */
    public record Span(Instant from, Instant until) {}

    /**
     * A step.
     *
     * @param name its number and title
     * @param bars what was done of it, in order; none where nothing was
     * @param gap why there are none, in words; null where there are some
     * @param lacking whether there ought to be some
     */
    public record Step(String name, List<Bar> bars, String gap, boolean lacking) {

        public Step {
            bars = List.copyOf(bars);
        }
    }

    /**
     * Something that was done, or waited for.
     *
     * @param name what tells it from others of its step; empty where nothing needs to
     * @param start when it began
     * @param end when it ended; null while it goes on
     * @param due until when it was to be done; null where there is no limit
     * @param standing how it stands with that
     * @param extent by how much it is over its limit, in words; null where it is not
     * @param detail further words for the table
     */
    public record Bar(
            String name, Instant start, Instant end, Instant due, Standing standing, String extent, String detail) {

        boolean isReversed() {
            return end != null && end.isBefore(start);
        }
    }

    /** How something stands with its limit. */
    public enum Standing {
        /** Ended by then. */
        IN_TIME("time.in-time", false),
        /** Ended after it. */
        LATE("time.late", true),
        /** Goes on, and is not due yet. */
        RUNNING("time.running", false),
        /** Goes on, though it was due. */
        OVERDUE("time.overdue", true),
        /** It has not begun, and need not have. */
        WAITING("time.waiting", false),
        /** It has not begun though it ought to have. */
        WAITING_LONG("time.waiting-long", true),
        /** There is no limit, or it cannot be told. */
        UNJUDGED("time.unjudged", false);

        private final String key;
        private final boolean breach;

        Standing(String key, boolean breach) {
            this.key = key;
            this.breach = breach;
        }

        boolean isBreach() {
            return breach;
        }

        boolean isWaiting() {
            return this == WAITING || this == WAITING_LONG;
        }
    }

    public TimeBars {
        steps = List.copyOf(steps);
    }

    @Override
    public Picture draw(Frame frame) {
        return new TimeDrawing(this, frame).picture();
    }

    Stream<Bar> bars() {
        return steps.stream().flatMap(step -> step.bars().stream());
    }

    static String said(Bar bar, ChartWords words) {
        String standing = words.text(bar.standing().key) + (bar.extent() == null ? "" : " " + bar.extent());
        return bar.name().isEmpty() ? standing : bar.name() + ": " + standing;
    }

    String description(ChartWords words) {
        List<Instant> moments = bars().flatMap(bar -> Stream.of(bar.start(), bar.end() == null ? asOf : bar.end()))
                .sorted()
                .toList();
        String none = words.text("none");
        return words.text(
                "time.description",
                Map.of(
                        "steps",
                        steps.size(),
                        "bars",
                        bars().filter(bar -> !bar.standing().isWaiting()).count(),
                        "from",
                        moments.isEmpty() ? none : words.moment(moments.get(0), zone),
                        "until",
                        moments.isEmpty() ? none : words.moment(moments.get(moments.size() - 1), zone),
                        "breached",
                        bars().filter(bar -> bar.standing().isBreach()).count(),
                        "gaps",
                        steps.stream().filter(step -> step.bars().isEmpty()).count()));
    }

    DataTable table(ChartWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (Step step : steps) {
            if (step.bars().isEmpty()) {
                rows.add(List.of(step.name(), "", "", "", step.gap(), ""));
            }
            for (Bar bar : step.bars()) {
                rows.add(List.of(
                        step.name(),
                        words.moment(bar.start(), zone),
                        bar.end() == null ? "" : words.moment(bar.end(), zone),
                        bar.due() == null ? "" : words.moment(bar.due(), zone),
                        said(bar, words),
                        bar.detail()));
            }
        }
        return new DataTable(
                Stream.of("time.step", "time.start", "time.end", "time.due", "standing", "time.detail")
                        .map(words::text)
                        .toList(),
                rows);
    }
}
