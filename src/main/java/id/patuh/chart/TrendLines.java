package id.patuh.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How figures went from period to period. A period without a figure is a gap, and no line leads over it.
 *
 * @param title what they are
 * @param periods in order
 * @param lines one or more
 * @param lowest where the axis begins; null for 0 or, where figures are negative, the least of them
 * @param highest where it ends; null for the greatest figure
 * @param levels values that figures are compared with, as limits of grades; each a line across
 */
public record TrendLines(
        String title,
        List<String> periods,
        List<Figures> lines,
        BigDecimal lowest,
        BigDecimal highest,
        List<Level> levels)
        implements Chart {

    /** Without anything to compare with. */
    public TrendLines(String title, List<String> periods, List<Figures> lines, BigDecimal lowest, BigDecimal highest) {
        this(title, periods, lines, lowest, highest, List.of());
    }

    /**
     * A value that figures are compared with.
     *
     * @param name what begins there
     * @param from the value
     */
    public record Level(String name, BigDecimal from) {}

    /**
     * Figures that make a line.
     *
     * @param name what they are
     * @param values by period; null where nobody knows
     */
    public record Figures(String name, List<BigDecimal> values) {

        public Figures {
            // Unknown ones are null, which List.copyOf refuses.
            values = java.util.Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    public TrendLines {
        periods = List.copyOf(periods);
        lines = List.copyOf(lines);
        levels = List.copyOf(levels);
        for (Figures line : lines) {
            if (line.values().size() != periods.size()) {
                throw new IllegalArgumentException(line + " of " + periods);
            }
        }
    }

    @Override
    public Picture draw(Frame frame) {
        return new Drawing(this, frame).picture();
    }

    private static final class Drawing {

        private static final double PLOT = 190;
        private static final double MOST_MARKED = 60;
        private static final String[] DASHES = {null, "7 4", "2 3", "10 3 2 3"};
        private static final Tone[] TONES = {Tone.PLAIN, Tone.BAD, Tone.GOOD, Tone.WARNING, Tone.MUTED};

        private final TrendLines trend;
        private final ChartWords words;
        private final Canvas canvas;
        private final double width;
        private final double top;
        private final List<BigDecimal> known;
        private final Scale x;
        private final Scale y;

        Drawing(TrendLines trend, Frame frame) {
            this.trend = trend;
            this.words = frame.words();
            this.canvas = new Canvas(frame, "trend");
            this.width = frame.width();
            this.top = 8 + trend.lines.size() * (Canvas.LINE + 2) + 10;
            this.known = trend.lines.stream()
                    .flatMap(line -> line.values().stream())
                    .filter(Objects::nonNull)
                    .toList();
            Scale raw = new Scale(low(), high(), top + PLOT, top);
            // The last round value is the end of the axis, so that nothing stands above its figures.
            this.y = trend.highest == null ? new Scale(low(), upTo(raw), top + PLOT, top) : raw;
            Stream<BigDecimal> figures = Stream.concat(y.ticks(4).stream(), Stream.ofNullable(trend.lowest));
            double left = 8
                    + figures.mapToDouble(tick -> TextFit.width(words.number(tick), Canvas.TEXT))
                            .max()
                            .orElse(0);
            this.x = new Scale(0, Math.max(1, trend.periods.size() - 1), left + 8, width - 12);
        }

        private double low() {
            return trend.lowest != null
                    ? trend.lowest.doubleValue()
                    : Math.min(
                            0,
                            known.stream()
                                    .mapToDouble(BigDecimal::doubleValue)
                                    .min()
                                    .orElse(0));
        }

        private double high() {
            double most = trend.highest != null
                    ? trend.highest.doubleValue()
                    : known.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
            return most > low() ? most : low() + 1;
        }

        private double upTo(Scale raw) {
            double step = Scale.step(raw.highest() - raw.lowest(), 4).doubleValue();
            return Math.ceil(raw.highest() / step - 1e-9) * step;
        }

        Picture picture() {
            legend();
            grid();
            levels();
            gaps();
            for (int i = 0; i < trend.lines.size(); i++) {
                Figures line = trend.lines.get(i);
                Tone tone = TONES[i % TONES.length];
                Line.draw(canvas, line.values(), x, y, tone, DASHES[i % DASHES.length]);
                if (trend.periods.size() <= MOST_MARKED) {
                    marks(line, Mark.of(i), tone);
                }
            }
            periods();
            return canvas.picture(width, top + PLOT + 30, trend.title, description(), table());
        }

        private void legend() {
            for (int i = 0; i < trend.lines.size(); i++) {
                double row = 16 + i * (Canvas.LINE + 2);
                Tone tone = TONES[i % TONES.length];
                canvas.mark(Mark.of(i), 8, row - 4, tone);
                legend(trend.lines.get(i), row);
            }
        }

        /** A long name is cut rather than the figure after it. */
        private void legend(Figures line, double row) {
            double figure = TextFit.width(latest(line, ""), Canvas.TEXT);
            String name = TextFit.cut(line.name(), Canvas.TEXT, Math.max(width / 3, width - 24 - figure));
            canvas.wrapped(22, row, width - 24, latest(line, name), 1, null);
        }

        private String latest(Figures line, String name) {
            if (trend.periods.isEmpty()) {
                return name;
            }
            int last = trend.periods.size() - 1;
            return words.text(
                    "trend.latest",
                    Map.of(
                            "name", name,
                            "value", words.known(line.values().get(last)),
                            "period", trend.periods.get(last)));
        }

        private void grid() {
            for (BigDecimal tick : y.ticks(4)) {
                canvas.guide(x.from() - 6, y.at(tick), x.until() + 6, y.at(tick));
                canvas.text(x.from() - 10, y.at(tick) + 4, words.number(tick), "end");
            }
            canvas.line(x.from() - 6, y.from(), x.until() + 6, y.from(), null);
            List<BigDecimal> ticks = y.ticks(4);
            if (trend.lowest != null && (ticks.isEmpty() || y.from() - y.at(ticks.get(0)) >= Canvas.LINE)) {
                canvas.text(x.from() - 10, y.from() + 4, words.number(trend.lowest), "end");
            }
        }

        /** Each with its name at the end, above its line. */
        private void levels() {
            for (Level level : trend.levels) {
                double at = y.at(level.from());
                canvas.line(x.from() - 6, at, x.until() + 6, at, "2 4");
                canvas.text(x.until() + 6, at - 4, level.name(), "end");
            }
        }

        /** Hatched where no line has a figure. */
        private void gaps() {
            double half = (x.at(1) - x.at(0)) / 2;
            for (int from = 0; from < trend.periods.size(); from++) {
                int until = from;
                while (until < trend.periods.size() && isGap(until)) {
                    until++;
                }
                if (until > from) {
                    double left = Math.max(x.from() - 6, x.at(from) - half);
                    double right = Math.min(x.until() + 6, x.at(until - 1) + half);
                    canvas.svg()
                            .leaf(
                                    "rect",
                                    "class",
                                    "gap",
                                    "x",
                                    left,
                                    "y",
                                    top,
                                    "width",
                                    Math.max(1, right - left),
                                    "height",
                                    PLOT,
                                    "fill",
                                    canvas.hatch(),
                                    "opacity",
                                    0.45);
                    from = until;
                }
            }
        }

        private boolean isGap(int period) {
            return trend.lines.stream().allMatch(line -> line.values().get(period) == null);
        }

        private void marks(Figures line, Mark mark, Tone tone) {
            for (int i = 0; i < line.values().size(); i++) {
                if (line.values().get(i) != null) {
                    canvas.mark(mark, x.at(i), y.at(line.values().get(i)), tone);
                }
            }
        }

        /** As many names of periods as fit, the last one always. */
        private void periods() {
            double free = x.until() + 12;
            for (int i = trend.periods.size() - 1; i >= 0; i--) {
                String name = TextFit.cut(trend.periods.get(i), Canvas.TEXT, width / 3);
                double half = TextFit.width(name, Canvas.TEXT) / 2;
                double middle = Math.max(half, Math.min(x.at(i), width - half));
                if (middle + half <= free) {
                    canvas.line(x.at(i), y.from(), x.at(i), y.from() + 4, null);
                    canvas.text(middle, y.from() + 20, name, "middle");
                    free = middle - half - 10;
                }
            }
        }

        private String description() {
            long gaps =
                    IntStream.range(0, trend.periods.size()).filter(this::isGap).count();
            String head = words.text("trend.description", Map.of("count", trend.periods.size(), "gaps", gaps));
            return head + " "
                    + String.join(
                            "; ",
                            trend.lines.stream()
                                    .map(line -> latest(line, line.name()))
                                    .toList()) + ".";
        }

        private DataTable table() {
            List<String> headings = new ArrayList<>();
            headings.add(words.text("period"));
            trend.lines.forEach(line -> headings.add(line.name()));
            trend.levels.forEach(level -> headings.add(level.name()));
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < trend.periods.size(); i++) {
                List<String> row = new ArrayList<>();
                row.add(trend.periods.get(i));
                for (Figures line : trend.lines) {
                    row.add(words.known(line.values().get(i)));
                }
                trend.levels.forEach(level -> row.add(words.known(level.from())));
                rows.add(row);
            }
            return new DataTable(headings, rows);
        }
    }
}
