package id.patuh.chart;

import java.util.regex.Pattern;

/**
 * Where a picture goes. Pictures are laid out for a width rather than scaled, so that texts keep their size: a page that serves
 * telephones and wide screens draws a chart in two frames.
 *
 * @param width how wide the picture may be, in pixels of CSS; {@link #NARROWEST} at least
 * @param prefix begins every id in the picture, so that several fit into a page: a letter, then letters, digits, {@code -} or
 *     {@code _}
 * @param words of the language
 */
public record Frame(int width, String prefix, ChartWords words) {

    /** A telephone's 360 pixels without margins. */
    public static final int NARROWEST = 300;

    private static final int WIDEST = 4_000;
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,80}");

    public Frame {
        if (width < NARROWEST || width > WIDEST) {
            throw new IllegalArgumentException("width " + width);
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("prefix " + prefix);
        }
    }
}
