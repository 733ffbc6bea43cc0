package id.patuh.report.html;

import id.patuh.report.Language;
import id.patuh.report.Template;
import java.util.ResourceBundle;

/** The page's own texts in one language. */
final class HtmlWords {

    private final Language language;
    private final ResourceBundle texts;

    HtmlWords(Language language) {
        this.language = language;
        this.texts = language.texts("id.patuh.report.html.texts");
    }

    Language language() {
        return language;
    }

    String of(String key) {
        return texts.getString(key);
    }

    /** A text that names a number. */
    String counted(String key, long count) {
        return Template.fill(of(key), name -> name.equals("count") ? Long.toString(count) : null);
    }
}
