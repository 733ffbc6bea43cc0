package id.patuh.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** What a draft says in the user's language, its doubts first of all. */
final class Notes {

    private final ResourceBundle texts;
    private final List<String> doubts = new ArrayList<>();

    Notes(ResourceBundle texts) {
        this.texts = texts;
    }

    /** @param details names and values in turn */
    void doubt(String key, String... details) {
        doubts.add(text("doubt." + key, details));
    }

    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** @param details names and values in turn */
    String text(String key, String... details) {
        String text = texts.getString(key);
        for (int i = 0; i < details.length; i += 2) {
            text = text.replace("{" + details[i] + "}", details[i + 1]);
        }
        return text;
    }
}
