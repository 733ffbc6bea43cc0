package id.patuh.nightly.digest;

import java.util.ArrayList;
import java.util.List;

/** A digest as plain text. */
final class PlainDigest {

    private PlainDigest() {}

    static String of(DigestPage page) {
        List<String> lines = new ArrayList<>();
        lines.add(page.title());
        lines.add("");
        page.warnings().forEach(warning -> lines.add("! " + warning));
        for (DigestPage.Unit unit : page.units()) {
            lines.add("");
            lines.add("== " + unit.name());
            unit.tables().forEach(table -> add(table, lines));
        }
        lines.add("");
        lines.add("-- ");
        lines.addAll(page.footer());
        return String.join("\n", lines) + "\n";
    }

    private static void add(DigestPage.Table table, List<String> lines) {
        lines.add("");
        lines.add(table.caption());
        table.rows().forEach(row -> lines.add("- " + String.join(" | ", row)));
        if (table.more() != null) {
            lines.add("  " + table.more());
        }
    }
}
