package id.patuh.ruleset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a definition as people would: short values on one line, lists that are long one item a line. */
public final class YamlText {

    static final List<String> SOP_KEYS = List.of(
            "id",
            "number",
            "title",
            "agency",
            "unit",
            "created",
            "revised",
            "in_force",
            "until",
            "ratified",
            "subjects",
            "purpose",
            "scope",
            "legal_basis",
            "related",
            "equipment",
            "warnings",
            "records",
            "qualifications",
            "external_inputs",
            "clock",
            "clock_inferred",
            "calendar",
            "roles",
            "role_aliases",
            "survey",
            "flow",
            "steps",
            "constraints");
    static final List<String> STEP_KEYS = List.of(
            "no",
            "title",
            "executor",
            "executor_inferred",
            "inputs",
            "within",
            "deadline_from",
            "outputs",
            "after",
            "optional",
            "optional_reason",
            "decision",
            "clock",
            "note");

    private static final int WIDTH = 120;
    private static final Pattern PLAIN =
            Pattern.compile("(?:\\p{L}|\\d[\\p{L}\\p{N}_()/.;\"'&+,-]* (?=.*\\p{L}))[\\p{L}\\p{N} _()/.;\"'&+,-]*");
    private static final Set<String> WORDS_WITH_MEANING =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf");
    // The parser breaks where a character of two halves stands at the end of one of its chunks of 1,024.
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff\\x{10000}-\\x{10ffff}]|\\p{Cs}");

    private final SopRemarks remarks;
    private final StringBuilder text = new StringBuilder();

    YamlText(SopRemarks remarks) {
        this.remarks = remarks;
    }

    String write(Map<String, Object> definition) {
        comments("", "");
        definition.forEach((key, value) -> entry("", "", key, value));
        return text.toString();
    }

    private void entry(String indent, String prefix, String key, Object value) {
        List<String> said = remarks.at(prefix + key);
        String comment = said.isEmpty() ? "" : "  # " + String.join(" ", said);
        String first = indent.endsWith("- ") ? indent : indent.replaceAll("\\S", " ");
        String onOneLine =
                first + key + ": " + (value instanceof List || value instanceof Map ? flow(value) : block(value));
        boolean onManyLines = value instanceof List<?> list
                && (onOneLine.length() > WIDTH || list.stream().anyMatch(Map.class::isInstance));
        if (!onManyLines) {
            text.append(onOneLine).append(comment).append('\n');
            return;
        }
        text.append(first).append(key).append(':').append(comment).append('\n');
        String below = " ".repeat(first.length() + 2);
        for (Object item : (List<?>) value) {
            if (item instanceof Map<?, ?> map && !isShort(map)) {
                item(below, map);
            } else {
                text.append(below)
                        .append("- ")
                        .append(item instanceof Map ? flow(item) : block(item))
                        .append('\n');
            }
        }
    }

    /** Citations and constraints are read best in one line. */
    private static boolean isShort(Map<?, ?> map) {
        return map.containsKey("text") || map.containsKey("kind");
    }

    private void comments(String indent, String place) {
        remarks.at(place)
                .forEach(remark ->
                        text.append(indent).append("# ").append(remark).append('\n'));
    }

    /** A map as an item of a list, one key a line. */
    private void item(String indent, Map<?, ?> map) {
        String lead = indent + "- ";
        String prefix = map.get("no") + "/";
        comments(indent, prefix);
        for (Map.Entry<?, ?> e : map.entrySet()) {
            entry(lead, prefix, (String) e.getKey(), e.getValue());
            lead = indent + "  ";
        }
    }

    /** A value on one line. */
    public static String flow(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> flow(e.getKey()) + ": " + flow(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof String text && text.indexOf(',') >= 0 ? quoted(text) : block(value);
    }

    /** A value that stands alone behind its key. */
    static String block(Object value) {
        return value instanceof String text && !isPlain(text) ? quoted(text) : String.valueOf(value);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches()
                && !UNPRINTABLE.matcher(text).find()
                && !text.endsWith(" ")
                && !WORDS_WITH_MEANING.contains(text.toLowerCase(Locale.ROOT));
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return '"'
                + UNPRINTABLE
                        .matcher(escaped)
                        .replaceAll(m -> "\\\\U%08X".formatted(m.group().codePointAt(0)))
                + '"';
    }
}
