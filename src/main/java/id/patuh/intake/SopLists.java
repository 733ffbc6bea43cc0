package id.patuh.intake;

import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what the cells and parts of an SOP list: items, documents, qualifications, the options of a decision. */
final class SopLists {

    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,2}[.)]\\s+");
    private static final Pattern POINT = Pattern.compile(
            "\\s*(?:(?:[-\u2022]\\s*|[\u2013*\u00b7\u25aa]\\s+)(?:[a-z][.)]\\s+)?|[a-z][.)]\\s+)(?=\\S)");
    private static final Pattern NUMBERED = Pattern.compile("(?<!\\S)(\\d{1,2})(?:[.)]\\s+|\\s+(?=\\p{Lu}))");
    private static final String AND = " serta ";
    private static final Pattern REFUSAL = Pattern.compile(
            "perlu (?:perbaikan|revisi)|tidak (?:di)?setuju.*|tidak menyetujui|revisi|perbaikan|ditolak");

    private SopLists() {}

    /** The items of a text: those that numbers or bullets begin, else its lines and what semicolons separate in them. */
    static List<String> items(String text) {
        List<String> items = listed(text);
        if (items.isEmpty()) {
            return text.lines().flatMap(line -> Cells.split(line).stream()).toList();
        }
        return items.stream().map(item -> item.replaceFirst("\\s*;$", "")).toList();
    }

    /** The documents of a cell. "A dan B" may be one document or two: it stays one. */
    static List<String> documents(String cell) {
        List<String> documents = listed(cell);
        if (documents.isEmpty()) {
            documents = cell.lines().flatMap(line -> unlisted(line).stream()).toList();
        }
        return documents.stream()
                .map(document -> document.replaceFirst("\\.$", ""))
                .filter(document -> !document.isBlank())
                .toList();
    }

    /** What semicolons, commas and "serta" separate outside of brackets; the decimal comma does not. */
    private static List<String> unlisted(String line) {
        String text = line.replaceAll("\\s+", " ").strip();
        int lastClosing = text.lastIndexOf(')');
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' && i < lastClosing ? 1 : c == ')' && depth > 0 ? -1 : 0;
            int length = c == ';' || text.startsWith(", ", i)
                    ? 1
                    : text.regionMatches(true, i, AND, 0, AND.length()) ? AND.length() : 0;
            if (depth == 0 && length > 0) {
                parts.add(text.substring(begin, i).strip());
                begin = i + length;
            }
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }

    /** The items that numbers or bullets begin; none where the text does not begin with one. */
    private static List<String> listed(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() == 1) {
            List<String> numbered = numbered(lines.get(0).strip());
            if (numbered.size() > 1) {
                return numbered;
            }
        }
        List<String> items = new ArrayList<>();
        for (String line : lines) {
            String item = withoutBullet(line);
            if (item != null) {
                items.add(item);
            } else if (items.isEmpty()) {
                return List.of();
            } else {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + line.strip());
            }
        }
        return items;
    }

    /** What follows the bullet or number that a line begins with; null where it begins with none. */
    private static String withoutBullet(String line) {
        for (Pattern bullet : List.of(NUMBER, POINT)) {
            Matcher begins = bullet.matcher(line);
            if (begins.lookingAt()) {
                return line.substring(begins.end()).strip();
            }
        }
        return null;
    }

    /** The items of "1. A 2. B", or of "1 A 2 B" where each begins with a capital; the whole text where it has none. */
    private static List<String> numbered(String text) {
        List<String> items = new ArrayList<>();
        Matcher number = NUMBERED.matcher(text);
        int begin = 0;
        for (int no = 1; number.find(); ) {
            if (Integer.parseInt(number.group(1)) == no && (no > 1 || number.start() == 0)) {
                if (no > 1) {
                    items.add(text.substring(begin, number.start()).strip());
                }
                begin = number.end();
                no++;
            }
        }
        items.add(text.substring(begin).strip());
        return items;
    }

    /**
     * The qualifications that lines ask for. A line with points below it, or with a colon at its end, names the role that
     * they are asked of; what names no role is asked of all.
     */
    static List<Map<String, Object>> qualifications(List<String> lines) {
        List<String> entries = new ArrayList<>();
        for (String line : lines) {
            List<String> numbered = numbered(line.strip());
            if (numbered.size() == 1) {
                entries.add(line.strip());
            } else {
                numbered.forEach(item -> entries.add("- " + item));
            }
        }
        Map<String, List<String>> byRole = new LinkedHashMap<>();
        List<String> ofAll = new ArrayList<>();
        String role = null;
        boolean roleIsNumbered = false;
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i);
            boolean isNumbered = NUMBER.matcher(entry).lookingAt();
            boolean isPoint = !isNumbered && POINT.matcher(entry).lookingAt();
            boolean isAboveAPoint =
                    i + 1 < entries.size() && POINT.matcher(entries.get(i + 1)).lookingAt();
            String text = isNumbered || isPoint ? withoutBullet(entry) : entry;
            if (!isPoint && (entry.endsWith(":") || isAboveAPoint)) {
                role = text.replaceFirst("\\s*:$", "");
                roleIsNumbered = isNumbered;
                byRole.computeIfAbsent(role, name -> new ArrayList<>());
            } else if (role != null && (isPoint || isNumbered && !roleIsNumbered)) {
                byRole.get(role).add(text);
            } else {
                role = null;
                ofAll.add(text);
            }
        }
        List<Map<String, Object>> qualifications = new ArrayList<>();
        byRole.forEach((name, requires) -> qualifications.add(qualification(name, requires)));
        if (!ofAll.isEmpty()) {
            qualifications.add(qualification(null, ofAll));
        }
        return qualifications;
    }

    private static Map<String, Object> qualification(String role, List<String> requires) {
        Map<String, Object> qualification = new LinkedHashMap<>();
        qualification.put("role", role);
        qualification.put("requires", requires);
        return qualification;
    }

    /** A text on one line; items of a list are numbered as they are printed. */
    static String inOneLine(String text) {
        List<String> items = Markup.items(Markup.cell(text));
        if (items.size() == 1) {
            return text.replaceAll("\\s+", " ").strip();
        }
        List<String> numbered = new ArrayList<>();
        for (String item : items) {
            numbered.add((numbered.size() + 1) + ". " + item);
        }
        return String.join(" ", numbered);
    }

    /** Whether a title offers options one of which is a refusal: "1. setuju 2. perlu perbaikan". */
    static boolean offersRefusal(String title) {
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
