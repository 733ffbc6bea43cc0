package id.patuh.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG. Whatever is given as text or as a value is escaped; names of elements and attributes are the program's own. */
final class Svg {

    private static final int DECIMALS = 2;
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values by turns; one whose value is null is left out, coordinates are {@code double}s */
    Svg open(String name, Object... attributes) {
        begin(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    Svg leaf(String name, Object... attributes) {
        begin(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds a text. */
    Svg element(String name, String text, Object... attributes) {
        return open(name, attributes).text(text).close();
    }

    Svg text(String text) {
        escape(text);
        return this;
    }

    /** Everything that another one wrote. */
    Svg add(Svg other) {
        out.append(other);
        return this;
    }

    private void begin(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(value instanceof Double number ? number(number) : value.toString());
                out.append('"');
            }
        }
    }

    /** A coordinate: a point in every language, and no more digits than can be seen. */
    static String number(double value) {
        String plain = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return plain.equals("0.00") ? "0" : plain;
    }

    private void escape(String text) {
        text.codePoints().map(Svg::visible).forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(character);
            }
        });
    }

    /** What XML cannot hold would break the page, and controls of direction would turn the texts that follow. */
    static int visible(int character) {
        boolean space = character == '\t' || character == '\n' || character == '\r';
        boolean control = Character.isISOControl(character);
        boolean none = character >= 0xD800 && character <= 0xDFFF || (character & 0xFFFE) == 0xFFFE;
        boolean turning = character == 0x200E
                || character == 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
        return space ? ' ' : control || none || turning ? REPLACEMENT : character;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
