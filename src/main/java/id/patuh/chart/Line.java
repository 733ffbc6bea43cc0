package id.patuh.chart;

import java.math.BigDecimal;
import java.util.List;

/** Values that follow each other as a line, which has a gap wherever one is not known. */
final class Line {

    private static final double DOT = 2.5;

    private Line() {}

    /**
     * Draws it.
     *
     * @param values null where one is not known
     * @param x where each stands, by its number
     * @param dashes null for a line without gaps of its own
     */
    static void draw(Canvas canvas, List<BigDecimal> values, Scale x, Scale y, Tone tone, String dashes) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                path.append(Canvas.path(isKnown(values, i - 1) ? 'L' : 'M', x.at(i), y.at(values.get(i))));
                if (!isKnown(values, i - 1) && !isKnown(values, i + 1)) {
                    dot(canvas, x.at(i), y.at(values.get(i)), tone);
                }
            }
        }
        if (!path.isEmpty()) {
            canvas.svg()
                    .leaf(
                            "path",
                            "class",
                            "series " + tone.line(),
                            "d",
                            path,
                            "fill",
                            "none",
                            "stroke",
                            tone.colour(),
                            "stroke-width",
                            2.0,
                            "stroke-linejoin",
                            "round",
                            "stroke-dasharray",
                            dashes);
        }
    }

    private static boolean isKnown(List<BigDecimal> values, int number) {
        return number >= 0 && number < values.size() && values.get(number) != null;
    }

    /** What stands alone would be no line. */
    private static void dot(Canvas canvas, double x, double y, Tone tone) {
        canvas.svg().leaf("circle", "class", tone.fill(), "cx", x, "cy", y, "r", DOT, "fill", tone.colour());
    }
}
