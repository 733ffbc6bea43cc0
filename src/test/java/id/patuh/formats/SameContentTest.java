package id.patuh.formats;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.patuh.check.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same content gives the same report in every format, but for the places that it names. */
class SameContentTest {

    private static final Path SAMPLES = Path.of("sample-data");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyLogRaisesTheSameInEveryFormat() throws IOException {
        return Stream.of("b276", "b278", "karanganyar", "padang")
                .flatMap(sop -> Stream.of("clean", "violations")
                        .map(kind -> SAMPLES.resolve(sop).resolve(kind)))
                .flatMap(this::inEveryFormat);
    }

    private Stream<DynamicTest> inEveryFormat(Path name) {
        Path sample = Stream.of(".csv", ".json", ".ndjson")
                .map(ending -> Path.of(name + ending))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try {
            ActivityLog log = ActivityLog.of(sample);
            String first = Checked.withoutPlaces(Checked.result(store(LogFormat.COMMAS.write(log))));
            assertThat(withoutValues(first)).isEqualTo(withoutValues(Checked.withoutPlaces(Checked.result(sample))));
            return Arrays.stream(LogFormat.values())
                    .map(format -> DynamicTest.dynamicTest(sample + " as " + format, () -> {
                        CheckResult result = Checked.result(store(format.write(log)));
                        assertThat(result.activities()).isEqualTo(log.rows().size());
                        assertThat(Checked.withoutPlaces(result)).isEqualTo(first);
                        assertThat(Checked.withoutPlaces(Checked.streamed(store(format.write(log)))))
                                .isEqualTo(first);
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-scores", "mislabelled", "two-services", "ukpbj-2026-s1", "karanganyar"})
    void responsesGiveTheSameInEveryFormat(String name) throws IOException {
        List<List<String>> rows = rows("surveys/" + name + ".csv");
        ObjectNode document = JsonMapper.shared().createObjectNode();
        Map<String, ObjectNode> surveys = new LinkedHashMap<>();
        ArrayNode list = document.putArray("surveys");
        for (Map<String, String> row : byHeader(rows)) {
            ObjectNode survey =
                    surveys.computeIfAbsent(row.get("unit_kerja") + row.get("layanan"), k -> head(list, row));
            ObjectNode response = survey.withArray("responses").addObject();
            response.put("respondent", row.get("responden"));
            put(response, "group", row.get("kelompok"));
            ObjectNode scores = response.putObject("scores");
            List<String> headers = rows.get(0);
            int from = Math.max(headers.indexOf("responden"), headers.indexOf("kelompok"));
            headers.subList(from + 1, headers.size()).forEach(unsur -> scores.put(unsur, row.get(unsur)));
        }
        assertSame(Map.of("Jawaban", rows), document);
    }

    @Test
    void publishedResultsGiveTheSameInEveryFormat() throws IOException {
        List<List<String>> rows = rows("surveys/published.csv");
        ObjectNode document = JsonMapper.shared().createObjectNode();
        Map<String, ObjectNode> surveys = new LinkedHashMap<>();
        ArrayNode list = document.putArray("surveys");
        for (Map<String, String> row : byHeader(rows)) {
            ObjectNode survey = surveys.computeIfAbsent(row.get("survei"), k -> head(list, row));
            ObjectNode published = survey.withObject("published");
            if (row.get("unsur").equals("IKM")) {
                published.put("ikm", row.get("nrr")).put("grade", row.get("mutu"));
            } else {
                published
                        .withArray("elements")
                        .addObject()
                        .put("name", row.get("unsur"))
                        .put("mean", row.get("nrr"))
                        .put("grade", row.get("mutu"));
            }
        }
        assertSame(Map.of("Hasil", rows), document);
    }

    /** The official layout of a report: a table of the plan and one of what came of it, below what the report says of itself. */
    @Test
    void followUpsGiveTheSameInEveryFormat() throws IOException {
        JsonNode document = JsonMapper.shared().readTree(Files.readString(SAMPLES.resolve("follow-up/rtl-2026.json")));
        JsonNode report = document.get("followUps").get(0);
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        tables.put("Rencana", plan(report));
        tables.put("Realisasi", realisations(report));
        ((ObjectNode) document).remove("surveys");
        assertSame(tables, document);
    }

    private static List<List<String>> plan(JsonNode report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Survei", report.get("survey").asString()));
        rows.add(List.of("Unit Kerja", report.get("unit").asString()));
        rows.add(List.of(
                "Periode",
                report.at("/period/start").asString() + " s.d. "
                        + report.at("/period/end").asString()));
        rows.add(List.of("Tanggal Laporan", report.get("signedOn").asString()));
        rows.add(List.of("Persentase", report.get("claimedPercent").asString() + "%"));
        rows.add(List.of(
                "No", "Prioritas Unsur", "Program/Kegiatan", "TW I", "TW II", "TW III", "TW IV", "Penanggung Jawab"));
        for (JsonNode item : report.get("plan")) {
            List<String> row = new ArrayList<>(List.of(
                    item.get("id").asString(),
                    item.get("element").asString(),
                    item.get("activity").asString()));
            for (String quarter : List.of("TW I", "TW II", "TW III", "TW IV")) {
                row.add(
                        item.get("quarters")
                                        .valueStream()
                                        .anyMatch(q -> q.asString().equals(quarter))
                                ? "v"
                                : "");
            }
            row.add(item.path("owner").asString(""));
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> realisations(JsonNode report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("No", "RTL", "Sudah/Belum", "Deskripsi", "Dokumentasi", "Tantangan/Hambatan"));
        for (JsonNode item : report.get("realisations")) {
            rows.add(List.of(
                    item.path("plan").asString("4"),
                    item.get("activity").asString(),
                    item.get("done").asBoolean() ? "Sudah" : "Belum",
                    item.path("description").asString(""),
                    item.get("evidence").valueStream().map(JsonNode::asString).collect(Collectors.joining("; ")),
                    item.path("obstacle").asString("")));
        }
        return rows;
    }

    private void assertSame(Map<String, List<List<String>>> tables, JsonNode document) throws IOException {
        byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
        CheckResult first = Checked.result(store(json));
        assertThat(first.rejected()).isEmpty();
        for (TableFormat format : TableFormat.values()) {
            CheckResult result = Checked.result(store(format.write(tables)));
            assertThat(withoutValues(Checked.withoutPlaces(result)))
                    .as("%s", format)
                    .isEqualTo(withoutValues(Checked.withoutPlaces(first)));
        }
    }

    /** The name gives nothing away: what a file is tells its content. */
    private Path store(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    /** Evidence quotes what stands in the file, which formats spell in their own ways. */
    private static String withoutValues(String report) {
        ObjectNode bare = (ObjectNode) JsonMapper.shared().readTree(report);
        bare.get("violations").forEach(violation -> ((ObjectNode) violation).remove("evidence"));
        return bare.toPrettyString();
    }

    private static ObjectNode head(ArrayNode surveys, Map<String, String> row) {
        ObjectNode survey = surveys.addObject();
        survey.put("id", row.get("survei")).put("unit", row.get("unit_kerja"));
        put(survey, "service", row.get("layanan"));
        put(survey, "sop", row.get("nomor_sop"));
        put(survey, "regulation", row.get("regulasi"));
        put(survey, "population", row.get("populasi"));
        put(survey, "respondents", row.get("jumlah_responden"));
        survey.putObject("period").put("start", row.get("periode_mulai")).put("end", row.get("periode_selesai"));
        return survey;
    }

    private static void put(ObjectNode object, String key, String text) {
        if (text != null) {
            object.put(key, text);
        }
    }

    private static List<List<String>> rows(String sample) throws IOException {
        return CsvReader.builder().ofCsvRecord(Files.readString(SAMPLES.resolve(sample))).stream()
                .map(CsvRecord::getFields)
                .toList();
    }

    private static List<Map<String, String>> byHeader(List<List<String>> rows) {
        List<String> headers = rows.get(0);
        List<Map<String, String>> all = new ArrayList<>();
        for (List<String> cells : rows.subList(1, rows.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < headers.size(); i++) {
                row.put(headers.get(i), cells.get(i));
            }
            all.add(row);
        }
        return all;
    }
}
