package id.patuh.report.html;

import id.patuh.chart.Picture;
import id.patuh.report.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML. Whatever it is given is text, shown as it stands: there is no way to write mark-up but by naming elements. Each
 * method throws {@link UncheckedIOException} where nothing can be written.
 */
public final class Html {

    /** Elements that hold nothing. */
    private static final Set<String> EMPTY = Set.of("br", "col", "input", "link", "meta");

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    /** @param out is neither flushed nor closed */
    public Html(Writer out) {
        this.out = out;
    }

    /** The line that pages begin with. */
    public Html doctype() {
        return write("<!DOCTYPE html>\n");
    }

    /**
     * Begins an element, which {@link #close} ends; one that holds nothing is ended at once.
     *
     * @param attributes names, each followed by its value; null leaves the attribute out
     */
    public Html open(String element, String... attributes) {
        write("<").write(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                write(" ")
                        .write(attributes[i])
                        .write("=\"")
                        .text(attributes[i + 1])
                        .write("\"");
            }
        }
        write(">");
        if (!EMPTY.contains(element)) {
            open.push(element);
        }
        return this;
    }

    /** Ends the element that was begun last. */
    public Html close() {
        return write("</").write(open.pop()).write(">\n");
    }

    /** An element that holds a text alone. */
    public Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** A text: signs of mark-up are escaped, signs that hide or turn it are shown as codes. */
    public Html text(String text) {
        String shown = Printable.lines(text);
        int from = 0;
        for (int i = 0; i < shown.length(); i++) {
            String escaped = escaped(shown.charAt(i));
            if (escaped != null) {
                write(shown.substring(from, i)).write(escaped);
                from = i + 1;
            }
        }
        return write(shown.substring(from));
    }

    /** A picture, which has escaped its texts itself. */
    Html picture(Picture picture) {
        return write(picture.svg());
    }

    /** What is no text but content of a script or style of our own, or data in letters and digits. */
    Html own(String content) {
        return write(content);
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }

    private Html write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
