package id.patuh.ruleset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes what is expected from keys of a file of which no record can say the shape; whatever else stands there is noted. */
public final class YamlValues {

    final YamlFile file;
    final YamlProblems problems;

    /** The keys of a file; what is wrong with them is added to its problems. */
    public YamlValues(YamlFile file, YamlProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The key of a name below another key. */
    public static String below(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    /** Whether the file has the key. */
    public boolean has(String key) {
        return file.has(key);
    }

    /** The single value as it is written; null where there is none. */
    public String text(String key) {
        if (!file.has(key)) {
            return null;
        }
        String text = file.value(key).map(String::strip).orElse(null);
        if (text == null) {
            problems.add(key, "not-text");
        }
        return text;
    }

    /** Whether it is {@code true}; null where nothing stands there. */
    public Boolean truth(String key) {
        String text = text(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problems.add(key, "not-boolean");
        }
        return text == null ? null : Boolean.valueOf(text.equals("true"));
    }

    /** The keys of a list's items; none where the key is not there. */
    public List<String> items(String key) {
        List<String> items = new ArrayList<>();
        if (file.has(key) && !file.isList(key)) {
            problems.add(key, "not-list");
        }
        for (int i = 1; file.has(key + "[" + i + "]"); i++) {
            items.add(key + "[" + i + "]");
        }
        return items;
    }

    /** The keys of single values: those of a list, or the only one. */
    List<String> oneOrMore(String key) {
        return file.has(key) && !file.isList(key) ? List.of(key) : items(key);
    }

    /** The values of a list, or the only one. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (String item : oneOrMore(key)) {
            String text = text(item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The names of the keys below the key; none where it is not there. */
    public Set<String> names(String key) {
        if (file.has(key) && !file.isMapping(key)) {
            problems.add(key, "not-mapping");
        }
        return new LinkedHashSet<>(file.names(key));
    }

    /** Whether keys stand below the key, all of them known. */
    public boolean holds(String key, List<String> known) {
        if (!file.isMapping(key)) {
            problems.add(key, "not-mapping");
            return false;
        }
        for (String name : names(key)) {
            if (!known.contains(name)) {
                problems.addUnknown(below(key, name), name, known);
            }
        }
        return true;
    }

    /** Notes that the value is none of the choices. */
    void choice(String key, String choices) {
        problems.add(key, "choice-unknown", Map.of("choices", choices));
    }
}
