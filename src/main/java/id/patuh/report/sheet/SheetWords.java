package id.patuh.report.sheet;

import id.patuh.report.Language;
import id.patuh.report.Template;
import java.util.List;
import java.util.ResourceBundle;

/** Headings and other texts of tables, in one language. */
final class SheetWords {

    private final ResourceBundle texts;

    SheetWords(Language language) {
        this.texts = language.texts("id.patuh.report.sheet.texts");
    }

    String of(String key) {
        return texts.getString(key);
    }

    /** A text that names one value. */
    String filled(String key, String name, Object value) {
        return Template.fill(of(key), asked -> asked.equals(name) ? value.toString() : null);
    }

    <T> List<String> headings(List<Column<T>> columns) {
        return columns.stream().map(column -> of("column." + column.key())).toList();
    }
}
