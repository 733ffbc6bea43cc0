package id.patuh.intake;

import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what the cells of an SOP list: numbered items, documents, the options of a decision. */
final class SopLists {

    /** Outside brackets, and not the decimal comma. */
    private static final Pattern DOCUMENTS = Pattern.compile("(?:[;\\n]|,(?=\\s)|\\s+serta\\s+)(?![^(]*\\))");

    private static final Pattern REFUSAL = Pattern.compile(
            "perlu (?:perbaikan|revisi)|tidak (?:di)?setuju.*|tidak menyetujui|revisi|perbaikan|ditolak");

    private SopLists() {}

    /** The documents of a cell. "A dan B" may be one document or two: it stays one. */
    static List<String> documents(String cell) {
        List<String> documents = new ArrayList<>();
        for (String item : cell == null ? List.<String>of() : numbered(cell)) {
            for (String document : DOCUMENTS.split(item)) {
                String name = String.join("", Markup.items(document)).replaceFirst("\\.$", "");
                if (!name.isBlank()) {
                    documents.add(name);
                }
            }
        }
        return documents;
    }

    /** A text whose lines are items of a list, numbered as it is printed. */
    static String inOneLine(String text) {
        if (text == null || text.indexOf('\n') < 0) {
            return text;
        }
        List<String> items = Markup.items(text);
        List<String> numbered = new ArrayList<>();
        for (String item : items) {
            numbered.add((numbered.size() + 1) + ". " + item);
        }
        return items.size() == 1 ? items.get(0).replace('\n', ' ') : String.join(" ", numbered);
    }

    /** The items of "1. A 2. B", or of "1 A 2 B" where each begins with a capital; the whole text where it has none. */
    static List<String> numbered(String text) {
        List<String> items = new ArrayList<>();
        String rest = text.strip();
        for (int no = 1; ; no++) {
            Matcher begins = Pattern.compile("(?:^|\\s)" + no + "(?:[.)]\\s+|\\s+(?=\\p{Lu}))")
                    .matcher(rest);
            if (!begins.find() || no == 1 && begins.start() > 0) {
                items.add(rest);
                return items;
            }
            if (no > 1) {
                items.add(rest.substring(0, begins.start()).strip());
            }
            rest = rest.substring(begins.end());
        }
    }

    /** Whether a title offers options one of which is a refusal: "1. setuju 2. perlu perbaikan". */
    static boolean offersRefusal(String title) {
        if (title == null) {
            return false;
        }
        int first = (" " + title).indexOf(" 1. ");
        // Numbers that a word processor sets are dashes here.
        List<String> options = first >= 0 ? numbered(title.substring(first)) : List.of((" " + title).split("\\s-\\s"));
        return options.size() > 1
                && options.stream()
                                .filter(o ->
                                        REFUSAL.matcher(Wording.normalise(o)).matches())
                                .count()
                        == 1;
    }
}
