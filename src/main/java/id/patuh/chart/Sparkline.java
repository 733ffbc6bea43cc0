package id.patuh.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How something went, as small as a word.
 *
 * @param title what it is
 * @param points in order of time
 */
public record Sparkline(String title, List<Point> points) implements Chart {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 28;
    private static final double MARGIN = 5;

    /**
     * A value.
     *
     * @param when of what time, in words
     * @param value null when it is not known
     */
    public record Point(String when, BigDecimal value) {}

    public Sparkline {
        points = List.copyOf(points);
    }

    @Override
    public Picture draw(Frame frame) {
        ChartWords words = frame.words();
        Canvas canvas = new Canvas(frame, "sparkline");
        List<BigDecimal> values = points.stream().map(Point::value).toList();
        List<BigDecimal> known = values.stream().filter(Objects::nonNull).toList();
        if (!known.isEmpty()) {
            double least = Collections.min(known).doubleValue();
            double most = Collections.max(known).doubleValue();
            double half = most == least ? 1 : 0;
            Scale y = new Scale(least - half, most + half, HEIGHT - MARGIN, MARGIN);
            Scale x = new Scale(0, Math.max(1, points.size() - 1), MARGIN, WIDTH - MARGIN);
            Line.draw(canvas, values, x, y, Tone.PLAIN, null);
            int last = values.size() - 1;
            if (values.get(last) != null) {
                canvas.mark(Mark.CIRCLE, x.at(last), y.at(values.get(last)), Tone.PLAIN);
            }
        } else {
            canvas.unknown(1, 4, WIDTH - 2, HEIGHT - 8);
        }
        return canvas.picture(WIDTH, HEIGHT, title, description(words, known), table(words));
    }

    private String description(ChartWords words, List<BigDecimal> known) {
        if (known.isEmpty()) {
            return words.text("unknown");
        }
        Point last = points.get(points.size() - 1);
        return words.text(
                "sparkline.description",
                Map.of(
                        "count", points.size(),
                        "lowest", words.number(Collections.min(known)),
                        "highest", words.number(Collections.max(known)),
                        "when", last.when(),
                        "last", words.known(last.value())));
    }

    private DataTable table(ChartWords words) {
        List<List<String>> rows = new ArrayList<>();
        points.forEach(point -> rows.add(List.of(point.when(), words.known(point.value()))));
        return new DataTable(List.of(words.text("period"), words.text("value")), rows);
    }
}
