package id.patuh.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The violations that somebody reports, as rule, case, step and round between tabs, sorted. */
final class Found {

    /** The line of a list that names the rules it covers. */
    static final String COVERS = "#covers ";

    private Found() {}

    /** Those of a report. */
    static List<String> inReport(Path report) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), report.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.PROPERTY_NAME
                        && json.currentName().equals("violations")
                        && json.nextToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        found.add(violation(json));
                    }
                }
            }
        }
        Collections.sort(found);
        return found;
    }

    private static String violation(JsonParser json) {
        Map<String, String> parts = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            parts.put(name, value == JsonToken.VALUE_NULL ? "" : json.getString());
            json.skipChildren();
        }
        return String.join("\t", parts.get("rule"), parts.get("case"), parts.get("step"), parts.get("round"));
    }

    /** Those of a list, held against a report as far as the list covers its rules; null if they are the same. */
    static String difference(Path list, List<String> report) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        Set<String> covered =
                new TreeSet<>(List.of(lines.remove(0).substring(COVERS.length()).split(" ")));
        Collections.sort(lines);
        List<String> wanted = report.stream()
                .filter(v -> covered.contains(v.substring(0, v.indexOf('\t'))))
                .toList();
        if (lines.equals(wanted)) {
            return null;
        }
        List<String> surplus = new ArrayList<>(lines);
        wanted.forEach(surplus::remove);
        List<String> lacking = new ArrayList<>(wanted);
        lines.forEach(lacking::remove);
        return lines.size() + " instead of " + wanted.size() + ", surplus "
                + surplus.stream().limit(3).toList() + ", lacking "
                + lacking.stream().limit(3).toList();
    }

    /** The rules that a list covers. */
    static String covered(Path list) throws IOException {
        try (var lines = Files.lines(list)) {
            return lines.findFirst().orElseThrow().substring(COVERS.length());
        }
    }
}
