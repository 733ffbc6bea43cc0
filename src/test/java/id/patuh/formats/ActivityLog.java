package id.patuh.formats;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An activity log apart from any format: one map an activity, from the contract's fields to texts, without blank ones.
 * Times are local and spelt as a spreadsheet's date is read, so that every format holds the same texts.
 */
record ActivityLog(List<Map<String, String>> rows) {

    /** The contract's fields and their Indonesian headers. */
    static final Map<String, String> HEADERS = headers();

    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("case", "no_berkas");
        headers.put("sop", "nomor_sop");
        headers.put("step", "langkah");
        headers.put("role", "pelaksana");
        headers.put("person", "petugas");
        headers.put("start", "mulai");
        headers.put("end", "selesai");
        headers.put("inputs", "kelengkapan");
        headers.put("outputs", "output");
        headers.put("decision", "keputusan");
        headers.put("unit", "unit_kerja");
        return headers;
    }

    /** Reads a log of the sample data, apart from what patuh reads with. */
    static ActivityLog of(Path sample) throws IOException {
        String text = Files.readString(sample);
        String name = sample.getFileName().toString();
        List<Map<String, String>> rows = new ArrayList<>();
        if (name.endsWith(".csv")) {
            List<List<String>> cells = CsvReader.builder()
                    .fieldSeparator(text.lines().findFirst().orElseThrow().contains(";") ? ';' : ',')
                    .ofCsvRecord(text)
                    .stream()
                    .map(CsvRecord::getFields)
                    .toList();
            List<String> headers = cells.get(0);
            for (List<String> row : cells.subList(1, cells.size())) {
                Map<String, String> texts = new LinkedHashMap<>();
                HEADERS.forEach((field, header) -> {
                    int column = Math.max(headers.indexOf(field), headers.indexOf(header));
                    put(texts, field, row.get(column));
                });
                rows.add(texts);
            }
        } else {
            List<JsonNode> activities = name.endsWith(".ndjson")
                    ? text.lines().map(JsonMapper.shared()::readTree).toList()
                    : JsonMapper.shared()
                            .readTree(text)
                            .get("activities")
                            .valueStream()
                            .toList();
            for (JsonNode activity : activities) {
                Map<String, String> texts = new LinkedHashMap<>();
                HEADERS.keySet().forEach(field -> put(texts, field, text(activity.path(field))));
                rows.add(texts);
            }
        }
        return new ActivityLog(rows);
    }

    /** The fields that any row fills, in the contract's order: a log without decisions has no column of them. */
    List<String> fields() {
        return HEADERS.keySet().stream()
                .filter(field -> rows.stream().anyMatch(row -> row.containsKey(field)))
                .toList();
    }

    /** The rows of each case, by its number and SOP. */
    Map<List<String>, List<Map<String, String>>> cases() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.get("case"), row.get("sop")), LinkedHashMap::new, Collectors.toList()));
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining("; "))
                : value.asString("");
    }

    private static void put(Map<String, String> texts, String field, String text) {
        if (!text.isBlank()) {
            texts.put(field, field.equals("start") || field.equals("end") ? time(text) : text);
        }
    }

    private static String time(String text) {
        LocalDateTime local = text.contains("+")
                ? OffsetDateTime.parse(text).atZoneSameInstant(ZONE).toLocalDateTime()
                : LocalDateTime.parse(
                        text,
                        DateTimeFormatter.ofPattern(text.contains("/") ? "dd/MM/yyyy HH:mm" : "yyyy-MM-dd HH:mm"));
        return TIME.format(local);
    }
}
