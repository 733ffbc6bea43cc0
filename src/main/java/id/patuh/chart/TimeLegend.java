package id.patuh.chart;

import id.patuh.chart.TimeBars.Bar;
import id.patuh.chart.TimeBars.Standing;
import java.util.Map;
import java.util.function.Predicate;

/** What the signs of a picture over time mean: those that are in it. */
final class TimeLegend {

    private static final double SIGN = 30;
    private static final double BETWEEN = 16;
    private static final double HIGH = 14;

    private final TimeBars chart;
    private final Canvas canvas;
    private final ChartWords words;
    private final TimeAxis axis;
    private final double width;
    private double x;
    private double y = 14;

    TimeLegend(TimeBars chart, Canvas canvas, ChartWords words, TimeAxis axis, double width) {
        this.chart = chart;
        this.canvas = canvas;
        this.words = words;
        this.axis = axis;
        this.width = width;
    }

    /** Gives where it ends. */
    double draw() {
        Map<String, String> moment = Map.of("moment", words.moment(chart.asOf(), chart.zone()));
        if (axis.isAfter(chart.asOf().toEpochMilli())) {
            canvas.text(x, y, words.text("time.as-of", moment));
            x += TextFit.width(words.text("time.as-of", moment), Canvas.TEXT) + BETWEEN;
        } else {
            entry(words.text("time.as-of", moment), () -> canvas.line(x + 8, y - 12, x + 8, y + 3, "6 3"));
        }
        if (any(bar -> bar.due() != null)) {
            entry(words.text("time.legend.due"), () -> canvas.mark(Mark.DOWN, x + 8, y - 5, null));
        }
        if (any(bar -> bar.standing().isBreach())) {
            entry(words.text("time.legend.breached"), () -> {
                canvas.area(x, y - 11, 12, HIGH, Tone.BAD);
                canvas.unknown(x, y - 11, 12, HIGH);
                canvas.mark(Mark.CROSS, x + 18, y - 4, Tone.BAD);
            });
        }
        if (any(bar -> bar.standing() == Standing.UNJUDGED)) {
            entry(words.text("time.legend.unjudged"), () -> canvas.area(x, y - 11, 20, HIGH, Tone.MUTED));
        }
        if (any(bar -> bar.standing().isWaiting())) {
            entry(words.text("time.legend.waiting"), () -> canvas.outline(x, y - 10, 20, HIGH - 4, "4 3"));
        }
        if (shows(TimeAxis.Kind.OFF_HOURS)) {
            entry(words.text("time.legend.off"), this::off);
        }
        if (shows(TimeAxis.Kind.UNKNOWN) && chart.working() != null) {
            entry(words.text("time.legend.unknown-calendar"), () -> canvas.unknown(x, y - 11, 20, HIGH));
        }
        return y + 6;
    }

    private void off() {
        canvas.svg()
                .leaf(
                        "rect",
                        "class",
                        "off-hours",
                        "x",
                        x,
                        "y",
                        y - 11,
                        "width",
                        20.0,
                        "height",
                        HIGH,
                        "fill",
                        "currentColor",
                        "fill-opacity",
                        0.13,
                        "stroke",
                        "currentColor",
                        "stroke-opacity",
                        0.5);
    }

    private boolean any(Predicate<Bar> asked) {
        return chart.bars().anyMatch(asked);
    }

    private boolean shows(TimeAxis.Kind kind) {
        return axis.shades().stream().anyMatch(shade -> shade.kind() == kind);
    }

    private void entry(String label, Runnable sign) {
        double room = SIGN + TextFit.width(label, Canvas.TEXT) + BETWEEN;
        if (x > 0 && x + room - BETWEEN > width) {
            x = 0;
            y += Canvas.LINE + 5;
        }
        sign.run();
        canvas.text(x + SIGN, y, label);
        x += room;
    }
}
