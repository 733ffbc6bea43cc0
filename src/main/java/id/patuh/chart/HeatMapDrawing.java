package id.patuh.chart;

import id.patuh.chart.HeatMap.Cell;
import id.patuh.chart.HeatMap.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws a heat map. Where not all columns fit beside the names of the rows, the rest follows below with the names once more.
 * Cells of a kind are one path, and the numbers of a row one text: a large map stays small.
 */
final class HeatMapDrawing {

    private static final double CELL = 32;
    private static final double HIGH = 22;
    private static final double NAMES = 0.38;
    private static final double WIDEST_NAMES = 280;
    private static final double WIDEST_HEAD = 225;
    /** How far a slanting name reaches across for each pixel that it is long, and up. */
    private static final double SLANT = Math.sqrt(0.5);

    private static final int SLANTING = -45;
    private static final int UPRIGHT = -90;

    private static final long TOO_LONG = 10_000;
    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int MOST_LINES = 4;

    /** From light to dark, so that they are told apart without hues too; each with a text that is read on it. */
    enum Shade {
        FEW("#f9dcd2", "#1a1a1a"),
        SOME("#eda58f", "#1a1a1a"),
        MANY("#b93a2b", "#ffffff"),
        MOST("#701a12", "#ffffff");

        private final String ground;
        private final String text;

        Shade(String ground, String text) {
            this.ground = ground;
            this.text = text;
        }

        String ground() {
            return ground;
        }

        String text() {
            return text;
        }
    }

    private final HeatMap map;
    private final ChartWords words;
    private final Canvas canvas;
    private final double width;
    private final double names;
    private final boolean slanting;
    private final int beside;
    private final long most;

    HeatMapDrawing(HeatMap map, Frame frame) {
        this.map = map;
        this.words = frame.words();
        this.canvas = new Canvas(frame, "heat");
        this.width = frame.width();
        double longest = longest(map.rows());
        this.names = Math.min(Math.min(WIDEST_NAMES, width * NAMES), longest) + 8;
        int columns = map.columns().size();
        double reach = Math.min(WIDEST_HEAD, longest(map.columns())) * SLANT;
        // Slanting names are read more easily, but reach beyond the last column.
        this.slanting = names + columns * CELL + reach <= width;
        this.beside = slanting ? Math.max(1, columns) : Math.max(1, (int) ((width - names) / CELL));
        this.most = map.most();
    }

    private static double longest(List<String> names) {
        return names.stream()
                .mapToDouble(name -> TextFit.width(name, Canvas.TEXT))
                .max()
                .orElse(0);
    }

    Picture picture() {
        double y = legend() + 10;
        if (map.rows().isEmpty() || map.columns().isEmpty()) {
            canvas.text(0, y, words.text("nothing"));
            y += Canvas.LINE;
        } else {
            for (int from = 0; from < map.columns().size(); from += beside) {
                y = panel(from, Math.min(from + beside, map.columns().size()), y);
            }
        }
        return canvas.picture(width, y, map.title(), map.description(words), map.table(words));
    }

    private double legend() {
        double x = 0;
        double y = 16;
        List<Sample> samples = samples();
        for (Sample sample : samples) {
            double room = CELL + 8 + TextFit.width(sample.label(), Canvas.TEXT) + 14;
            if (x > 0 && x + room > width) {
                x = 0;
                y += HIGH + 6;
            }
            cells(List.of(sample.cell()), List.of(x), y - 15);
            canvas.text(x + CELL + 6, y, sample.label());
            x += room;
        }
        return y + HIGH;
    }

    private record Sample(Cell cell, String label) {}

    private List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample(Cell.of(0), words.text("heat.zero")));
        for (Shade shade : Shade.values()) {
            long from = least(shade.ordinal());
            long until = shade == Shade.MOST ? most : least(shade.ordinal() + 1) - 1;
            if (from <= until && most > 0) {
                samples.add(new Sample(Cell.of(from), from == until ? "" + from : from + "-" + until));
            }
        }
        samples.add(new Sample(Cell.NOT_EVALUATED, words.text("heat.not-evaluated")));
        samples.add(new Sample(Cell.UNKNOWN, words.text("unknown")));
        return samples;
    }

    /** Some columns with the names of all rows; gives where the next may begin. */
    private double panel(int from, int until, double top) {
        double longest = Math.min(WIDEST_HEAD, longest(map.columns().subList(from, until)));
        double y = top + longest * (slanting ? SLANT : 1) + 14;
        for (int column = from; column < until; column++) {
            heading(map.columns().get(column), names + (column - from + 0.5) * CELL, y - 6);
        }
        List<Double> places =
                IntStream.range(0, until - from).mapToObj(i -> names + i * CELL).toList();
        for (int row = 0; row < map.rows().size(); row++) {
            double high = canvas.wrapped(0, y + 15, names - 8, map.rows().get(row), MOST_LINES, null);
            cells(map.cells().get(row).subList(from, until), places, y);
            y += high - Canvas.LINE + HIGH;
        }
        return y + 18;
    }

    private void heading(String name, double x, double y) {
        String cut = TextFit.cut(name, Canvas.TEXT, WIDEST_HEAD);
        String turned = " rotate(" + (slanting ? SLANTING : UPRIGHT) + ")";
        double across = slanting ? x : x + 4;
        canvas.svg().open("g", "transform", "translate(" + Svg.number(across) + " " + Svg.number(y) + ")" + turned);
        if (!cut.equals(name)) {
            canvas.svg().element("title", name);
        }
        canvas.text(0, 0, cut);
        canvas.svg().close();
    }

    /** Cells beside each other: areas first, since texts stand on them. */
    private void cells(List<Cell> cells, List<Double> places, double y) {
        for (Shade shade : Shade.values()) {
            String areas = areas(cells, places, y, cell -> cell.count() > 0 && shade(cell.count()) == shade);
            path(areas, "heat", shade.ground());
        }
        path(areas(cells, places, y, cell -> cell.state() == State.UNKNOWN), "unknown", canvas.hatch());
        StringBuilder dashes = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).state() == State.NOT_EVALUATED) {
                dashes.append(Canvas.path('M', places.get(i) + 9, y + 10)).append("h12");
            }
        }
        if (!dashes.isEmpty()) {
            canvas.svg()
                    .leaf("path", "class", "not-evaluated", "d", dashes, "stroke", "currentColor", "stroke-width", 3.0);
        }
        String all = areas(cells, places, y, cell -> true);
        canvas.svg().leaf("path", "d", all, "fill", "none", "stroke", "currentColor", "stroke-opacity", 0.35);
        numbers(cells, places, y);
    }

    private void path(String areas, String type, String fill) {
        if (!areas.isEmpty()) {
            canvas.svg().leaf("path", "class", type, "d", areas, "fill", fill);
        }
    }

    private static String areas(List<Cell> cells, List<Double> places, double y, Predicate<Cell> wanted) {
        return IntStream.range(0, cells.size())
                .filter(i -> wanted.test(cells.get(i)))
                .mapToObj(i -> area(places.get(i), y))
                .collect(Collectors.joining());
    }

    private void numbers(List<Cell> cells, List<Double> places, double y) {
        canvas.svg().open("text", "y", y + 15, "text-anchor", "middle");
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).state() == State.COUNTED) {
                number(cells.get(i).count(), places.get(i) + CELL / 2 - 1);
            }
        }
        canvas.svg().close();
    }

    private void number(long count, double x) {
        if (count == 0) {
            canvas.svg().element("tspan", "0", "x", x);
        } else {
            canvas.svg()
                    .element(
                            "tspan",
                            shortened(count),
                            "x",
                            x,
                            "fill",
                            shade(count).text());
        }
    }

    /** Beyond four digits in thousands, or in millions. */
    private String shortened(long count) {
        if (count < TOO_LONG) {
            return Long.toString(count);
        }
        return count < MILLION
                ? count / THOUSAND + words.text("heat.thousands")
                : count / MILLION + words.text("heat.millions");
    }

    private static String area(double x, double y) {
        return Canvas.path('M', x, y)
                + "h" + Svg.number(CELL - 2)
                + "v" + Svg.number(HIGH - 2)
                + "h" + Svg.number(2 - CELL)
                + "z";
    }

    /** Each shade stands for so many times what the one before stands for, since few cells have most of the counts. */
    private Shade shade(long count) {
        int shade = Shade.MOST.ordinal();
        while (shade > 0 && count < least(shade)) {
            shade--;
        }
        return Shade.values()[shade];
    }

    /** The least count of a shade. */
    private long least(int shade) {
        return Math.max(shade + 1L, Math.round(Math.pow(most, (double) shade / Shade.values().length)));
    }
}
