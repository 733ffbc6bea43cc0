package id.patuh.nightly.digest;

import id.patuh.report.html.Html;
import java.io.StringWriter;
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

    private final StringWriter page = new StringWriter();
    private final Html html = new Html(page);

    private HtmlDigest() {}

    static String of(DigestPage page) {
        HtmlDigest digest = new HtmlDigest();
        digest.write(page);
        return digest.page.toString();
    }

    private void write(DigestPage digest) {
        html.doctype().open("html", "lang", digest.language().code()).open("head");
        html.open("meta", "charset", "utf-8").open("meta", "name", "viewport", "content", "width=device-width");
        html.element("title", digest.title()).close();
        html.open("body").open("div", "style", FONT);
        element("h1", "font-size:20px", digest.title());
        digest.warnings().forEach(warning -> element("p", WARNING, warning));
        for (DigestPage.Unit unit : digest.units()) {
            element("h2", "font-size:17px;margin:24px 0 0 0", unit.name());
            unit.tables().forEach(this::write);
        }
        digest.footer().forEach(line -> element("p", "margin-top:24px", line));
        html.close().close().close();
    }

    private void write(DigestPage.Table table) {
        html.open("table", "style", TABLE);
        element("caption", CAPTION, table.caption());
        html.open("thead").open("tr");
        table.columns().forEach(column -> html.element("th", column, "scope", "col", "style", cell(column)));
        html.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            html.open("tr");
            row.forEach(text -> element("td", cell(text), text));
            html.close();
        }
        html.close().close();
        if (table.more() != null) {
            element("p", "margin:0 0 12px 0", table.more());
        }
    }

    private static String cell(String text) {
        return CELL + (LONG_WORD.matcher(text).find() ? BREAKS_WORDS : "");
    }

    private void element(String name, String style, String text) {
        html.element(name, text, "style", style);
    }
}
