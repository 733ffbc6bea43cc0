package id.patuh.chart;

/**
 * A picture and what it shows in words.
 *
 * @param title of what it is
 * @param description what it shows, in a sentence or two; also within the SVG
 * @param svg one {@code svg} element in its natural size, to be put into a page as it is: scripts, styles and references to
 *     other files are not in it, and all texts are escaped
 * @param table everything that it shows, to be told beside it
 */
public record Picture(String title, String description, String svg, DataTable table) {}
