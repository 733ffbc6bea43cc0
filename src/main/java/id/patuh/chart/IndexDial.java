package id.patuh.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An index on a half circle of the grades of its regulation.
 *
 * @param title what it is the index of
 * @param index null when it cannot be computed
 * @param lowest the least index there can be
 * @param highest the greatest
 * @param bands the grades of the regulation, in any order; none where they are not known
 * @param grade the letter of the grade given; null when there is none
 * @param reason why there is no grade, in words; null when there is one
 */
public record IndexDial(
        String title,
        BigDecimal index,
        BigDecimal lowest,
        BigDecimal highest,
        List<Band> bands,
        String grade,
        String reason)
        implements Chart {

    private static final double WIDEST = 460;
    private static final double MARGIN = 46;
    private static final double RING = 34;
    private static final double GAP = 0.012;
    private static final double SMALLEST_LETTERED = 16;
    private static final double FIGURE = 30;
    private static final double LABEL_BELOW = 18;

    /**
     * A grade of the regulation.
     *
     * @param letter A to D
     * @param label what it is called
     * @param from least index
     * @param until greatest index
     */
    public record Band(String letter, String label, BigDecimal from, BigDecimal until) {}

    public IndexDial {
        bands = bands.stream().sorted(Comparator.comparing(Band::from)).toList();
    }

    @Override
    public Picture draw(Frame frame) {
        return new Drawing(this, frame).picture();
    }

    private static final class Drawing {

        private final IndexDial dial;
        private final ChartWords words;
        private final Canvas canvas;
        private final double width;
        private final double radius;
        private final double centre;
        private final Scale angles;

        Drawing(IndexDial dial, Frame frame) {
            this.dial = dial;
            this.words = frame.words();
            this.canvas = new Canvas(frame, "dial");
            this.width = Math.min(frame.width(), WIDEST);
            this.radius = width / 2 - MARGIN;
            this.centre = radius + 24;
            this.angles = new Scale(dial.lowest.doubleValue(), dial.highest.doubleValue(), Math.PI, 0);
        }

        Picture picture() {
            ring();
            boundary(dial.lowest);
            boundary(dial.highest);
            if (dial.index != null) {
                needle();
            }
            double y = centre + LABEL_BELOW + FIGURE;
            double size = dial.index == null ? FIGURE / 2 : FIGURE;
            canvas.bold(width / 2, y, words.known(dial.index), size, "middle");
            y += 24;
            for (String line : said()) {
                y += canvas.wrapped(width / 2, y, width - 16, line, 8, "middle");
            }
            return canvas.picture(width, y, dial.title, description(), table());
        }

        private void ring() {
            if (dial.bands.isEmpty()) {
                sector(dial.lowest.doubleValue(), dial.highest.doubleValue(), Tone.MUTED);
            }
            for (int i = 0; i < dial.bands.size(); i++) {
                Band band = dial.bands.get(i);
                double from = band.from().doubleValue();
                // Bands have two decimals, and what lies between two of them is no grade of its own.
                double until = i + 1 < dial.bands.size()
                        ? dial.bands.get(i + 1).from().doubleValue()
                        : band.until().doubleValue();
                sector(from, until, Tone.ofRank(i, dial.bands.size()));
                if ((angles.at(from) - angles.at(until)) * radius >= SMALLEST_LETTERED) {
                    double middle = (angles.at(from) + angles.at(until)) / 2;
                    canvas.on(x(middle, radius - RING / 2), y(middle, radius - RING / 2) + 5, band.letter());
                }
                if (band.letter().equals(dial.grade)) {
                    given(from, until);
                }
                if (i > 0) {
                    boundary(band.from());
                }
            }
        }

        private void sector(double from, double until, Tone tone) {
            double begin = angles.at(from) - GAP / 2;
            double end = angles.at(until) + GAP / 2;
            double inner = radius - RING;
            canvas.svg()
                    .leaf(
                            "path",
                            "class",
                            tone.fill(),
                            "d",
                            Canvas.path('M', x(begin, radius), y(begin, radius))
                                    + arc(radius, 1, end)
                                    + Canvas.path('L', x(end, inner), y(end, inner))
                                    + arc(inner, 0, begin)
                                    + "Z",
                            "fill",
                            tone.colour());
        }

        /** A line along the grade that was given, which does not hang on its colour. */
        private void given(double from, double until) {
            double begin = angles.at(from) - GAP;
            double end = angles.at(until) + GAP;
            double outer = radius + 5;
            canvas.svg()
                    .leaf(
                            "path",
                            "d",
                            Canvas.path('M', x(begin, outer), y(begin, outer)) + arc(outer, 1, end),
                            "fill",
                            "none",
                            "stroke",
                            "currentColor",
                            "stroke-width",
                            4.0);
        }

        private void boundary(BigDecimal value) {
            double angle = angles.at(value);
            boolean end = value.equals(dial.lowest) || value.equals(dial.highest);
            double cosine = Math.cos(angle);
            String anchor = end || Math.abs(cosine) < 0.2 ? "middle" : cosine < 0 ? "end" : "start";
            if (end) {
                canvas.text(x(angle, radius - RING / 2), centre + LABEL_BELOW, words.number(value), anchor);
            } else {
                canvas.text(x(angle, radius + 12), y(angle, radius + 12), words.number(value), anchor);
            }
        }

        /** Hollow where the index has no grade. */
        private void needle() {
            double angle = angles.at(dial.index);
            double tip = radius - RING + 6;
            double side = Math.PI / 2;
            String path = Canvas.path('M', x(angle, tip), y(angle, tip))
                    + Canvas.path('L', x(angle + side, 6), y(angle + side, 6))
                    + Canvas.path('L', x(angle - side, 6), y(angle - side, 6))
                    + "Z";
            boolean graded = dial.grade != null;
            canvas.svg()
                    .leaf(
                            "path",
                            "class",
                            "needle",
                            "d",
                            path,
                            "fill",
                            graded ? "currentColor" : "none",
                            "stroke",
                            "currentColor",
                            "stroke-width",
                            1.5,
                            "stroke-linejoin",
                            "round",
                            "stroke-dasharray",
                            graded ? null : "4 3");
            canvas.svg().leaf("circle", "cx", width / 2, "cy", centre, "r", 7.0);
        }

        private String arc(double r, int sweep, double end) {
            return "A" + Svg.number(r) + " " + Svg.number(r) + " 0 0 " + sweep + " " + Svg.number(x(end, r)) + " "
                    + Svg.number(y(end, r));
        }

        private double x(double angle, double r) {
            return width / 2 + r * Math.cos(angle);
        }

        private double y(double angle, double r) {
            return centre - r * Math.sin(angle);
        }

        private List<String> said() {
            List<String> said = new ArrayList<>();
            if (dial.grade != null) {
                said.add(words.text("dial.grade", Map.of("grade", gradeWithLabel())));
            } else {
                said.add(words.text("dial.ungraded"));
                if (dial.reason != null) {
                    said.add(dial.reason);
                }
            }
            if (dial.index != null
                    && (dial.index.compareTo(dial.lowest) < 0 || dial.index.compareTo(dial.highest) > 0)) {
                said.add(words.text("dial.off-scale"));
            }
            return said;
        }

        private String gradeWithLabel() {
            return dial.bands.stream()
                    .filter(band -> band.letter().equals(dial.grade))
                    .findFirst()
                    .map(band -> band.letter() + " (" + band.label() + ")")
                    .orElse(dial.grade);
        }

        private String description() {
            String head = words.text(
                    "dial.description",
                    Map.of(
                            "index",
                            words.known(dial.index),
                            "lowest",
                            words.number(dial.lowest),
                            "highest",
                            words.number(dial.highest)));
            return head + " " + String.join(". ", said()).replaceFirst("\\.?$", ".");
        }

        private DataTable table() {
            List<List<String>> rows = new ArrayList<>();
            for (int i = dial.bands.size() - 1; i >= 0; i--) {
                Band band = dial.bands.get(i);
                boolean given = band.letter().equals(dial.grade);
                rows.add(List.of(
                        band.letter() + " (" + band.label() + ")",
                        words.number(band.from()),
                        words.number(band.until()),
                        given ? words.known(dial.index) : ""));
            }
            if (dial.grade == null) {
                String reason = dial.reason == null ? "" : ": " + dial.reason;
                rows.add(List.of(words.text("dial.ungraded") + reason, "", "", words.known(dial.index)));
            }
            return new DataTable(
                    List.of(words.text("grade"), words.text("from"), words.text("until"), words.text("index")), rows);
        }
    }
}
