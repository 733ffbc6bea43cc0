package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A log says the same as rows of a table and as events of an event log. */
class EventLogTest {

    private static final Path CSV = Path.of("sample-data/b276/violations.csv");
    private static final Map<String, String> KEYS = Map.of(
            "langkah", "concept:name",
            "pelaksana", "org:role",
            "petugas", "org:resource",
            "mulai", "start_timestamp",
            "selesai", "time:timestamp");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"intervals", "pairs"})
    void theSameActivitiesAsXesRaiseTheSameViolations(String form) throws IOException {
        StringBuilder xes =
                new StringBuilder("<log xes.version=\"1849.2016\" xmlns=\"http://www.xes-standard.org/\">\n");
        cases().forEach((number, rows) -> {
            xes.append("<trace>\n").append(string("concept:name", number));
            xes.append(string("sop", rows.get(0).get("nomor_sop")));
            for (Map<String, String> row : rows) {
                xes.append(form.equals("pairs") ? pair(row) : interval(row));
            }
            xes.append("</trace>\n");
        });
        Path file =
                Files.write(folder.resolve("log"), gzip(xes.append("</log>\n").toString()));

        assertSame(check(file), check(CSV));
    }

    @Test
    void theSameActivitiesAsOcelRaiseTheSameViolations() throws IOException {
        ObjectNode log = JsonMapper.shared().createObjectNode();
        log.putArray("objectTypes").addObject().put("name", "berkas");
        ArrayNode objects = log.putArray("objects");
        ArrayNode events = log.putArray("events");
        objects.addObject().put("id", "P").put("type", "petugas");
        cases().forEach((number, rows) -> {
            ObjectNode object = objects.addObject().put("id", number).put("type", "berkas");
            object.putArray("attributes")
                    .addObject()
                    .put("name", "sop")
                    .put("value", rows.get(0).get("nomor_sop"));
            for (Map<String, String> row : rows) {
                ObjectNode event = events.addObject().put("type", row.get("langkah"));
                if (!row.get("selesai").isEmpty()) {
                    event.put("time", row.get("selesai"));
                }
                ArrayNode relationships = event.putArray("relationships");
                relationships.addObject().put("objectId", number);
                relationships.addObject().put("objectId", "P");
                ArrayNode attributes = event.putArray("attributes");
                row.forEach((header, value) -> {
                    if (!List.of("no_berkas", "nomor_sop", "langkah", "selesai").contains(header)) {
                        attributes.addObject().put("name", header).put("value", value);
                    }
                });
            }
        });
        Path file = Files.writeString(folder.resolve("log"), log.toString());

        assertSame(check(file), check(CSV));
    }

    private static String interval(Map<String, String> row) {
        StringBuilder event = new StringBuilder("<event>\n");
        row.forEach((header, value) -> {
            if (!value.isEmpty() && !header.equals("no_berkas") && !header.equals("nomor_sop")) {
                event.append(string(KEYS.getOrDefault(header, header), value));
            }
        });
        return event.append("</event>\n").toString();
    }

    private static String pair(Map<String, String> row) {
        Map<String, String> first = new LinkedHashMap<>(row);
        first.remove("mulai");
        first.put("selesai", row.get("mulai"));
        if (row.get("selesai").isEmpty()) {
            return interval(first).replace("</event>", string("lifecycle:transition", "start") + "</event>");
        }
        first.keySet().retainAll(List.of("langkah", "selesai", "kelengkapan"));
        Map<String, String> last = new LinkedHashMap<>(row);
        last.keySet().removeAll(List.of("mulai", "kelengkapan"));
        return interval(first).replace("</event>", string("lifecycle:transition", "START") + "</event>")
                + interval(last).replace("</event>", string("lifecycle:transition", "complete") + "</event>");
    }

    private static String string(String key, String value) {
        String text = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<string key=\"" + key + "\" value=\"" + text + "\"/>\n";
    }

    /** Rows of each case by header. */
    private static Map<String, List<Map<String, String>>> cases() throws IOException {
        List<String> lines = Files.readAllLines(CSV);
        String[] headers = lines.get(0).split(";");
        Map<String, List<Map<String, String>>> cases = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            assertThat(cells).hasSameSizeAs(headers);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < headers.length; i++) {
                row.put(headers[i], cells[i]);
            }
            cases.computeIfAbsent(row.get("no_berkas"), c -> new ArrayList<>()).add(row);
        }
        return cases;
    }

    private static void assertSame(JsonNode report, JsonNode expected) {
        assertThat(report.get("rejected")).isEmpty();
        assertThat(report.get("summary")).isEqualTo(expected.get("summary"));
        assertThat(violations(report)).isEqualTo(violations(expected)).hasSizeGreaterThan(10);
        assertThat(report.get("inputs").get(0).get("rows"))
                .isEqualTo(expected.get("inputs").get(0).get("rows"));
    }

    private static List<JsonNode> violations(JsonNode report) {
        return report.get("violations")
                .valueStream()
                .map(violation -> ((ObjectNode) violation.deepCopy()).remove(List.of("evidence")))
                .collect(Collectors.toList());
    }

    private static JsonNode check(Path path) {
        CommandLineRun run =
                CommandLineRun.patuh("check", path.toString(), "--as-of", "2026-11-20", "--format", "json");
        return JsonMapper.shared().readTree(run.out());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
