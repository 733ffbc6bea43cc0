package id.patuh.chart;

import id.patuh.chart.TimeBars.Bar;
import id.patuh.chart.TimeBars.Standing;
import id.patuh.chart.TimeBars.Step;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Draws bars over time: words beside the bars where there is room, else above them. */
final class TimeDrawing {

    private static final double ROOM_BESIDE = 680;
    private static final double WORDS = 0.34;
    private static final double BAR = 14;
    private static final double LEAST_BAR = 3;
    private static final double MARGIN = 14;
    private static final long HOUR = 3_600_000;

    private final TimeBars chart;
    private final ChartWords words;
    private final Canvas canvas;
    private final double width;
    private final boolean beside;
    private final double wordsWidth;
    private final TimeAxis axis;

    TimeDrawing(TimeBars chart, Frame frame) {
        this.chart = chart;
        this.words = frame.words();
        this.canvas = new Canvas(frame, "time");
        this.width = frame.width();
        this.beside = width >= ROOM_BESIDE;
        this.wordsWidth = beside ? width * WORDS : width;
        double left = beside ? wordsWidth + MARGIN : MARGIN;
        long from = moments().mapToLong(Instant::toEpochMilli).min().orElse(millis(chart.asOf()));
        long until = Math.max(
                from + HOUR, moments().mapToLong(Instant::toEpochMilli).max().orElse(from));
        this.axis =
                new TimeAxis(from, withDue(from, until), chart.working(), chart.zone(), words, left, width - MARGIN);
    }

    private Stream<Instant> moments() {
        return chart.bars().flatMap(bar -> Stream.of(bar.start(), end(bar)));
    }

    /** A due moment that is far off would leave no room for what was done. */
    private long withDue(long from, long until) {
        long farthest = until + Math.max(HOUR, (until - from) / 2);
        return chart.bars()
                .filter(bar -> bar.due() != null)
                .mapToLong(bar -> millis(bar.due()))
                .filter(due -> due <= farthest)
                .reduce(until, Math::max);
    }

    private Instant end(Bar bar) {
        return bar.end() != null ? bar.end() : bar.start().isAfter(chart.asOf()) ? bar.start() : chart.asOf();
    }

    private static long millis(Instant at) {
        return at.toEpochMilli();
    }

    private double x(Instant at) {
        return axis.at(millis(at));
    }

    Picture picture() {
        double top = new TimeLegend(chart, canvas, words, axis, width).draw() + 28;
        double y = top + 16;
        for (Step step : chart.steps()) {
            y = step(step, y);
        }
        if (chart.steps().isEmpty()) {
            canvas.text(0, y, words.text("nothing"));
            y += Canvas.LINE;
        }
        ground(top, y);
        return canvas.picture(width, y + 6, chart.title(), chart.description(words), chart.table(words));
    }

    /** A step below a line; gives where the next may begin. */
    private double step(Step step, double top) {
        canvas.guide(0, top - 14, width, top - 14);
        double y = top + canvas.wrapped(0, top, wordsWidth, step.name(), 3, null);
        if (step.bars().isEmpty()) {
            double track = beside ? top - 11 : y + 6;
            y += canvas.wrapped(0, y, wordsWidth, step.gap());
            gap(step, beside ? track : y - 10);
            return y + (beside ? 8 : BAR + 16);
        }
        boolean first = true;
        for (Bar bar : step.bars()) {
            double said = y;
            y += canvas.wrapped(0, y, wordsWidth, TimeBars.said(bar, words), 2, null);
            double track = !beside ? y - 3 : first ? top - 11 : said - 11;
            bar(bar, track);
            y += beside ? 6 : BAR + 16;
            first = false;
        }
        return y + 12;
    }

    private void gap(Step step, double y) {
        double left = beside ? wordsWidth + MARGIN : MARGIN;
        double middle = (left + width - MARGIN) / 2;
        if (step.lacking()) {
            canvas.unknown(left, y, width - MARGIN - left, BAR);
            canvas.mark(Mark.CROSS, middle, y + BAR / 2, Tone.BAD);
        } else {
            canvas.line(left, y + BAR / 2, width - MARGIN, y + BAR / 2, "2 5");
        }
    }

    private void bar(Bar bar, double y) {
        double from = x(bar.isReversed() ? bar.end() : bar.start());
        double until = Math.max(from + LEAST_BAR, x(bar.isReversed() ? bar.start() : end(bar)));
        canvas.svg().open("g", "class", "bar").element("title", tip(bar));
        if (bar.isReversed()) {
            canvas.unknown(from, y, until - from, BAR);
        } else if (bar.standing().isWaiting()) {
            canvas.outline(from, y + 2, until - from, BAR - 4, "4 3");
        } else {
            canvas.area(from, y, until - from, BAR, bar.standing() == Standing.UNJUDGED ? Tone.MUTED : Tone.PLAIN);
        }
        if (bar.standing().isBreach()) {
            breach(bar, from, until, y);
        }
        if (bar.end() == null) {
            arrow(until, y);
        }
        if (bar.due() != null && !axis.isAfter(millis(bar.due()))) {
            due(x(bar.due()), y);
        }
        if (bar.standing().isBreach() || bar.isReversed()) {
            canvas.mark(
                    Mark.CROSS, Math.min(until + 9 + (bar.end() == null ? 5 : 0), width - 6), y + BAR / 2, Tone.BAD);
        }
        canvas.svg().close();
    }

    /** What lies past the limit, told by hatching as well. */
    private void breach(Bar bar, double from, double until, double y) {
        double due = bar.due() == null ? from : Math.max(from, Math.min(x(bar.due()), until - 1));
        canvas.area(due, y, until - due, BAR, Tone.BAD);
        canvas.unknown(due, y, until - due, BAR);
    }

    private void arrow(double x, double y) {
        canvas.svg()
                .leaf(
                        "path",
                        "d",
                        Canvas.path('M', x + 1, y - 1)
                                + Canvas.path('L', x + 8, y + BAR / 2)
                                + Canvas.path('L', x + 1, y + BAR + 1)
                                + "Z");
    }

    private void due(double x, double y) {
        canvas.line(x, y - 2, x, y + BAR + 3, null);
        canvas.mark(Mark.DOWN, x, y - 4, null);
    }

    private String tip(Bar bar) {
        String due =
                bar.due() == null ? "" : "; " + words.text("time.due") + " " + words.moment(bar.due(), chart.zone());
        String end = bar.end() == null ? "..." : words.moment(bar.end(), chart.zone());
        return words.moment(bar.start(), chart.zone()) + " - " + end + due + "; " + TimeBars.said(bar, words);
    }

    /** What lies behind the bars: shades, ticks and the moment that all of it is as of. */
    private void ground(double top, double bottom) {
        StringBuilder off = new StringBuilder();
        StringBuilder unknown = new StringBuilder();
        for (TimeAxis.Shade shade : axis.shades()) {
            (shade.kind() == TimeAxis.Kind.OFF_HOURS ? off : unknown)
                    .append(Canvas.path('M', shade.from(), top))
                    .append("H")
                    .append(Svg.number(shade.until()))
                    .append("V")
                    .append(Svg.number(bottom))
                    .append("H")
                    .append(Svg.number(shade.from()))
                    .append("Z");
        }
        if (!off.isEmpty()) {
            canvas.back().leaf("path", "class", "off-hours", "d", off, "fill", "currentColor", "fill-opacity", 0.13);
        }
        if (!unknown.isEmpty() && chart.working() != null) {
            canvas.back().leaf("path", "class", "unknown", "d", unknown, "fill", canvas.hatch(), "opacity", 0.25);
        }
        ticks(top, bottom);
        asOf(top, bottom);
    }

    private void ticks(double top, double bottom) {
        List<TimeAxis.Tick> ticks = axis.ticks();
        for (TimeAxis.Tick tick : ticks) {
            canvas.back()
                    .leaf(
                            "path",
                            "d",
                            Canvas.path('M', tick.at(), top - 5) + "V" + Svg.number(bottom),
                            "stroke",
                            "currentColor",
                            "stroke-opacity",
                            0.35);
            canvas.text(tick.at(), top - 9, tick.name(), tick.at() == axis.left() ? null : "middle");
        }
    }

    private void asOf(double top, double bottom) {
        if (!axis.isAfter(millis(chart.asOf())) && x(chart.asOf()) > axis.left()) {
            canvas.line(x(chart.asOf()), top - 3, x(chart.asOf()), bottom, "6 3");
        }
    }
}
