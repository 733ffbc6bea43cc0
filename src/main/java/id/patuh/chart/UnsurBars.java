package id.patuh.chart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Means of the unsur of a survey, the lowest first.
 *
 * @param title what they are of
 * @param lowest the least score of the regulation
 * @param highest the greatest
 * @param means in any order
 */
public record UnsurBars(String title, BigDecimal lowest, BigDecimal highest, List<Mean> means) implements Chart {

    private static final double BAR = 16;
    private static final double BETWEEN = 14;
    private static final double SIGN = 16;
    /** A mean at the end of the scale is one, too. */
    private static final double LEAST = 2;

    private static final double LINE_TOP = 14;

    /**
     * An unsur.
     *
     * @param code number in the regulation's order
     * @param name its name
     * @param mean null when it is not known
     * @param grade its letter; null when there is none
     * @param rank among the priorities, 1 the lowest; null where it is none of them
     */
    public record Mean(String code, String name, BigDecimal mean, String grade, Integer rank) {}

    /** Those that are not known stand last. */
    private static final Comparator<Mean> ORDER =
            Comparator.comparing(Mean::mean, Comparator.nullsLast(Comparator.naturalOrder()));

    public UnsurBars {
        means = means.stream().sorted(ORDER).toList();
    }

    @Override
    public Picture draw(Frame frame) {
        ChartWords words = frame.words();
        Canvas canvas = new Canvas(frame, "unsur");
        double width = frame.width();
        Scale scale = new Scale(lowest.doubleValue(), highest.doubleValue(), 6, width - 6);
        double y = LINE_TOP;
        for (Mean mean : means) {
            y = bar(canvas, words, scale, mean, y) + BETWEEN;
        }
        axis(canvas, words, scale, y);
        if (means.isEmpty()) {
            canvas.text(0, y, words.text("nothing"));
        }
        return canvas.picture(width, y + Canvas.LINE, title, description(words), table(words));
    }

    private static double bar(Canvas canvas, ChartWords words, Scale scale, Mean mean, double top) {
        String value = value(words, mean);
        double room = scale.until() - TextFit.width(value, Canvas.TEXT) - 10;
        boolean priority = mean.rank() != null;
        double indent = priority ? SIGN : 0;
        if (priority) {
            canvas.mark(Mark.DOWN, scale.from() + 5, top - 5, Tone.BAD);
        }
        canvas.text(scale.until(), top, value, "end");
        String label = mean.code() + " " + mean.name() + (priority ? " (" + priority(words, mean) + ")" : "");
        double y = top + canvas.wrapped(scale.from() + indent, top, room - indent - scale.from(), label, 3, null) - 10;
        double whole = scale.until() - scale.from();
        if (mean.mean() == null) {
            canvas.unknown(scale.from(), y, whole, BAR);
        } else {
            double length = Math.max(LEAST, scale.at(mean.mean()) - scale.from());
            canvas.area(scale.from(), y, length, BAR, priority ? Tone.BAD : Tone.PLAIN);
            if (priority) {
                canvas.outline(scale.from(), y, length, BAR, null);
            }
        }
        return y + BAR + 8;
    }

    private static void axis(Canvas canvas, ChartWords words, Scale scale, double y) {
        canvas.line(scale.from(), y - BETWEEN, scale.until(), y - BETWEEN, null);
        for (BigDecimal tick : scale.ticks(3)) {
            double x = scale.at(tick);
            canvas.line(x, y - BETWEEN, x, y - BETWEEN + 4, null);
            String anchor = x == scale.from() ? "start" : x == scale.until() ? "end" : "middle";
            canvas.text(x, y + 4, words.number(tick), anchor);
        }
    }

    private static String value(ChartWords words, Mean mean) {
        return words.known(mean.mean()) + (mean.grade() == null ? "" : " · " + mean.grade());
    }

    private static String priority(ChartWords words, Mean mean) {
        return words.text("unsur.priority", Map.of("rank", mean.rank()));
    }

    private String description(ChartWords words) {
        String priorities = means.stream()
                .filter(mean -> mean.rank() != null)
                .map(mean -> mean.name() + " " + words.known(mean.mean()))
                .collect(Collectors.joining("; "));
        return words.text(
                        "unsur.description",
                        Map.of(
                                "count", means.size(),
                                "lowest", words.number(lowest),
                                "highest", words.number(highest)))
                + (priorities.isEmpty() ? "" : " " + words.text("unsur.priorities", Map.of("names", priorities)));
    }

    private DataTable table(ChartWords words) {
        return new DataTable(
                List.of(words.text("unsur"), words.text("mean"), words.text("grade"), words.text("unsur.rank")),
                means.stream()
                        .map(mean -> List.of(
                                mean.code() + " " + mean.name(),
                                words.known(mean.mean()),
                                mean.grade() == null ? words.text("none") : mean.grade(),
                                mean.rank() == null ? "" : mean.rank().toString()))
                        .toList());
    }
}
