package id.patuh.chart;

import java.util.List;

/** A picture while it is drawn: what all charts draw alike. */
final class Canvas {

    /** Size of texts, in pixels. */
    static final double TEXT = 13;
    /** From one line of text to the next. */
    static final double LINE = 17;

    private static final int NO_LIMIT = 1_000;

    private final Frame frame;
    private final String kind;
    private final Svg back = new Svg();
    private final Svg body = new Svg();

    /** @param kind the class of such charts */
    Canvas(Frame frame, String kind) {
        this.frame = frame;
        this.kind = kind;
    }

    Svg svg() {
        return body;
    }

    /** What lies behind everything else. */
    Svg back() {
        return back;
    }

    /** The finished picture. */
    Picture picture(double width, double height, String title, String description, DataTable table) {
        Svg svg = new Svg();
        String titleId = id("title");
        String descriptionId = id("desc");
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart chart-" + kind,
                "role",
                "img",
                "aria-labelledby",
                titleId + " " + descriptionId,
                "viewBox",
                "0 0 " + Svg.number(width) + " " + Svg.number(height),
                "width",
                width,
                "height",
                height,
                "font-family",
                "sans-serif",
                "font-size",
                TEXT,
                "fill",
                "currentColor");
        svg.element("title", title, "id", titleId).element("desc", description, "id", descriptionId);
        svg.open("defs")
                .open("pattern", "id", id("hatch"), "width", 6.0, "height", 6.0, "patternUnits", "userSpaceOnUse");
        svg.leaf("path", "d", "M-1 1 1 -1M0 6 6 0M5 7 7 5", "stroke", "currentColor", "stroke-width", 1.2);
        svg.close().close();
        svg.add(back).add(body).close();
        return new Picture(title, description, svg.toString(), table);
    }

    private String id(String name) {
        return frame.prefix() + "-" + name;
    }

    /** A fill that says, without colour, that something is not known or has failed. */
    String hatch() {
        return "url(#" + id("hatch") + ")";
    }

    void text(double x, double y, String text, String anchor) {
        body.element("text", text, "x", x, "y", y, "text-anchor", anchor);
    }

    void text(double x, double y, String text) {
        text(x, y, text, null);
    }

    void bold(double x, double y, String text, double size, String anchor) {
        body.element("text", text, "x", x, "y", y, "text-anchor", anchor, "font-size", size, "font-weight", "bold");
    }

    /** A text on an area that has a tone. */
    void on(double x, double y, String text) {
        body.element(
                "text",
                text,
                "class",
                "on-tone",
                "x",
                x,
                "y",
                y,
                "text-anchor",
                "middle",
                "font-weight",
                "bold",
                "fill",
                Tone.ON);
    }

    /** A text in as many lines as it takes; gives the height that it took. A text that is cut is told whole as a tip. */
    double wrapped(double x, double y, double width, String text, int most, String anchor) {
        List<String> lines = TextFit.lines(text, TEXT, width, most);
        boolean cut = !String.join(" ", lines).equals(text.strip());
        if (cut) {
            body.open("g").element("title", text);
        }
        for (int i = 0; i < lines.size(); i++) {
            text(x, y + i * LINE, lines.get(i), anchor);
        }
        if (cut) {
            body.close();
        }
        return lines.size() * LINE;
    }

    double wrapped(double x, double y, double width, String text) {
        return wrapped(x, y, width, text, NO_LIMIT, null);
    }

    void area(double x, double y, double width, double height, Tone tone) {
        body.leaf(
                "rect", "class", tone.fill(), "x", x, "y", y, "width", width, "height", height, "fill", tone.colour());
    }

    /** An area of which nothing is known. */
    void unknown(double x, double y, double width, double height) {
        body.leaf("rect", "x", x, "y", y, "width", width, "height", height, "fill", hatch());
        outline(x, y, width, height, "3 2");
    }

    /** @param dashes null for a line without gaps */
    void outline(double x, double y, double width, double height, String dashes) {
        body.leaf(
                "rect",
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "fill",
                "none",
                "stroke",
                "currentColor",
                "stroke-dasharray",
                dashes);
    }

    void line(double x, double y, double untilX, double untilY, String dashes) {
        body.leaf(
                "path",
                "d",
                path('M', x, y) + path('L', untilX, untilY),
                "stroke",
                "currentColor",
                "stroke-dasharray",
                dashes);
    }

    /** Something that guides the eye and says nothing by itself. */
    void guide(double x, double y, double untilX, double untilY) {
        body.leaf(
                "path",
                "d",
                path('M', x, y) + path('L', untilX, untilY),
                "stroke",
                "currentColor",
                "stroke-opacity",
                0.3);
    }

    /** A small sign around a point, of a shape that tells it from others. */
    void mark(Mark mark, double x, double y, Tone tone) {
        body.leaf(
                "path",
                "class",
                tone == null ? null : tone.fill(),
                "d",
                mark.path(x, y),
                "fill",
                tone == null ? null : tone.colour(),
                "stroke",
                "currentColor");
    }

    static String path(char command, double x, double y) {
        return command + Svg.number(x) + " " + Svg.number(y);
    }
}
