package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample data raise exactly the ids that their README lists. */
class SampleDataTest {

    private static final Path FOLDER = Path.of("sample-data");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|[^|]*\\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern ID = Pattern.compile("([a-z-]+) (\\d+)");

    @TestFactory
    Stream<DynamicTest> everyFileRaisesTheIdsListed() throws IOException {
        return listed().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    JsonNode report = check(FOLDER.resolve(row.getKey()));
                    assertThat(byRule(report)).isEqualTo(row.getValue());
                    assertThat(report.get("rejected")).isEmpty();
                }));
    }

    @Test
    void everyFileIsListed() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> all = files.filter(Files::isRegularFile)
                    .map(f -> FOLDER.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> !f.equals("README.md"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(all).isEqualTo(new TreeSet<>(listed().keySet()));
        }
    }

    @Test
    void theWholeFolderRaisesTheirSumAndTheSameBytesTwice() throws IOException {
        Map<String, Integer> sum = new TreeMap<>();
        listed().values().forEach(ids -> ids.forEach((id, times) -> sum.merge(id, times, Integer::sum)));
        CommandLineRun first = run(FOLDER);
        JsonNode report = JsonMapper.shared().readTree(first.out());
        assertThat(byRule(report)).isEqualTo(sum);
        assertThat(first.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
        assertThat(run(FOLDER).out()).isEqualTo(first.out());
    }

    @Test
    void fingerprintsNameOneViolationEach() {
        JsonNode report = JsonMapper.shared().readTree(run(FOLDER).out());
        List<String> fingerprints = report.get("violations")
                .valueStream()
                .map(v -> v.get("fingerprint").asString())
                .toList();
        assertThat(fingerprints).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    @Test
    void aLowUnsurStandsBesideTheUnitsOwnViolations() {
        JsonNode report = JsonMapper.shared().readTree(run(FOLDER).out());
        JsonNode lowest = report.get("priorities")
                .valueStream()
                .filter(p -> p.get("survey").asString().equals("SKM-UKPBJ-2026-S1"))
                .findFirst()
                .orElseThrow();
        assertThat(lowest.get("name").asString()).isEqualTo("Waktu Penyelesaian");
        assertThat(lowest.get("reasons").valueStream().map(JsonNode::asString))
                .anyMatch(reason -> reason.contains("3 pelanggaran step-late"));
    }

    @Test
    void theReportOfJawaTengahIsScoredAgain() {
        JsonNode report = check(FOLDER.resolve("bp3mi-jateng-2024.json"));
        JsonNode grade = report.get("grades").get(0);
        assertThat(grade.get("ikm").decimalValue()).isEqualByComparingTo("90.47");
        assertThat(grade.get("grade").asString()).isEqualTo("A");
        assertThat(report.get("violations")
                        .valueStream()
                        .filter(v -> v.get("rule").asString().equals("grade-mismatch"))
                        .map(v -> v.get("element").asString()))
                .containsExactlyInAnyOrder("Kompetensi Pelaksana", "Perilaku Pelaksana", "Sarana dan Prasarana");
    }

    private static Map<String, Map<String, Integer>> listed() throws IOException {
        Map<String, Map<String, Integer>> files = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(FOLDER.resolve("README.md")));
        while (row.find()) {
            Map<String, Integer> ids = new TreeMap<>();
            Matcher id = ID.matcher(row.group(2));
            while (id.find()) {
                ids.put(id.group(1), Integer.valueOf(id.group(2)));
            }
            files.put(row.group(1), ids);
        }
        return files;
    }

    private static CommandLineRun run(Path path) {
        return CommandLineRun.patuh("check", path.toString(), "--as-of", "2026-11-20", "--format", "json");
    }

    private static JsonNode check(Path path) {
        return JsonMapper.shared().readTree(run(path).out());
    }

    private static Map<String, Integer> byRule(JsonNode report) {
        Map<String, Integer> counts = new TreeMap<>();
        report.get("summary")
                .get("byRule")
                .properties()
                .forEach(p -> counts.put(p.getKey(), p.getValue().asInt()));
        return counts;
    }
}
