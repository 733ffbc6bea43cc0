package id.patuh.nightly.digest;

import java.util.List;
import java.util.regex.Pattern;

/** A digest as a page that every mail program shows: plain tables, nothing from elsewhere, nothing unescaped. */
final class HtmlDigest {

    private static final String FONT = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.4";
    private static final String WARNING =
            "border-left:6px solid #b00020;padding:4px 12px;margin:8px 0;font-weight:bold";
    private static final String TABLE = "border-collapse:collapse;margin:12px 0 4px 0";
    private static final String CAPTION = "text-align:left;font-weight:bold;padding:4px 0";
    private static final String CELL = "border:1px solid #767676;padding:4px 8px;text-align:left;vertical-align:top";
    /** Nowhere else, or a narrow column would break every word in it. */
    private static final String BREAKS_WORDS = ";overflow-wrap:anywhere";

    private static final Pattern LONG_WORD = Pattern.compile("\\S{25}");

    private final StringBuilder html = new StringBuilder();

    private HtmlDigest() {}

    static String of(DigestPage page) {
        HtmlDigest digest = new HtmlDigest();
        digest.write(page);
        return digest.html.toString();
    }

    private void write(DigestPage page) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(page.language().code())
                .append("\">\n<head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(page.title()))
                .append("</title></head>\n<body>\n<div style=\"")
                .append(FONT)
                .append("\">\n");
        element("h1", "font-size:20px", page.title());
        page.warnings().forEach(warning -> element("p", WARNING, warning));
        for (DigestPage.Unit unit : page.units()) {
            element("h2", "font-size:17px;margin:24px 0 0 0", unit.name());
            unit.tables().forEach(this::write);
        }
        page.footer().forEach(line -> element("p", "margin-top:24px", line));
        html.append("</div>\n</body>\n</html>\n");
    }

    private void write(DigestPage.Table table) {
        html.append("<table style=\"").append(TABLE).append("\">\n");
        element("caption", CAPTION, table.caption());
        html.append("<thead><tr>");
        table.columns().forEach(column -> cell("th scope=\"col\"", "th", column));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            row.forEach(text -> cell("td", "td", text));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        if (table.more() != null) {
            element("p", "margin:0 0 12px 0", table.more());
        }
    }

    private void cell(String opening, String name, String text) {
        html.append('<')
                .append(opening)
                .append(" style=\"")
                .append(CELL)
                .append(LONG_WORD.matcher(text).find() ? BREAKS_WORDS : "")
                .append("\">")
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private void element(String name, String style, String text) {
        html.append('<')
                .append(name)
                .append(" style=\"")
                .append(style)
                .append("\">")
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
