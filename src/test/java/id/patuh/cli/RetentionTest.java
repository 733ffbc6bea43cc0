package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static id.patuh.cli.CommandLineRun.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole nights after which what was kept for its time is gone, and what was found is not. */
class RetentionTest extends DatabaseOfTest {

    private static final String HEADER = "case,sop,step,person,start,end,decision\n";
    private static final String SURVEY = """
            {"surveys": [{"id": "S-22", "unit": "UKPBJ", "period": {"start": "2022-01-01", "end": "2022-12-31"}}]}
            """;

    private Path inbox;

    @BeforeEach
    void anInbox() throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox").resolve("UKPBJ"));
        settings("");
    }

    private void settings(String further) throws IOException {
        Files.writeString(
                folder.resolve("patuh.yaml"), "patuh:\n  nightly:\n    inboxes: inbox\n    rest: 0s\n" + further);
    }

    @Test
    void personalDataGoFirstThenRawFactsAndFindingsStay() throws IOException {
        Files.writeString(inbox.resolve("log.csv"), log("Orang Pertama", "Orang Kedua"));
        Files.writeString(inbox.resolve("before.json"), SURVEY);
        Files.writeString(inbox.resolve("rusak.csv"), "x\n");
        night("2025-05-01");
        Files.writeString(inbox.resolve("later.csv"), HEADER + work("K-2", "Orang Kedua") + approval("K-2", "Lain"));
        Files.writeString(
                inbox.resolve("survey.json"), SURVEY.replace("2022", "2024").replace("S-22", "S-24"));
        night("2025-05-02");
        JsonNode before = violations();
        assertThat(before.toString()).contains("Orang Pertama", "Orang Kedua");

        settings("    retention: {personal: 30d, facts: 40d}\n");
        assertThat(night("2025-05-31")).isEmpty();
        assertThat(night("2025-06-01")).containsOnly(Map.of("files", 4L, "named", 1L));
        assertThat(night("2025-06-02")).containsOnly(Map.of("files", 2L, "named", 1L, "violations", 2L));
        assertThat(files("arsip")).isEmpty();
        assertThat(files("karantina")).isEmpty();
        JsonNode nameless = violations();
        assertThat(nameless.toString()).doesNotContain("Orang").contains("(nama dihapus 1)", "Details were removed");
        assertThat(states(nameless)).isEqualTo(states(before));

        assertThat(night("2025-06-12")).containsOnly(Map.of("cases", 1L), Map.of("cases", 1L, "surveys", 1L));
        assertThat(violations()).isEqualTo(nameless);
        assertThat(english("ledger", "show", "UKPBJ").out()).contains("same-person-approves");
    }

    @Test
    void whatCannotBeRemovedIsTold() throws IOException {
        Files.writeString(inbox.resolve("log.csv"), log("Orang Pertama", "Orang Kedua"));
        night("2025-05-01");
        settings("    retention: {personal: 1d}\n");
        Path archive = Files.move(folder.resolve("arsip"), folder.resolve("elsewhere"));
        Files.createDirectories(folder.resolve("arsip"));
        Files.createSymbolicLink(folder.resolve("arsip").resolve("UKPBJ"), archive.resolve("UKPBJ"));
        Files.createDirectories(folder.resolve("arsip/UKPBJ/catatan"));
        Files.createSymbolicLink(
                folder.resolve("arsip/UKPBJ/2025-04-30"), Files.createDirectories(folder.resolve("x")));
        CommandLineRun run = run("2025-05-03");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.VIOLATIONS);
        assertThat(run.out()).contains("files of archive and quarantine: 1");
        assertThat(folder.resolve("x")).as("links lead elsewhere").exists();
        assertThat(folder.resolve("elsewhere/UKPBJ/catatan"))
                .as("nobody's night")
                .exists();
    }

    @Test
    void lengthsThatMakeNoSenseAreRefused() throws IOException {
        settings("    retention: {facts: 60d}\n");
        assertThat(run("2025-05-01").err()).contains("patuh.yaml:5", "Personal data go first");
        settings("    retention: {personal: 60d, facts: 59d}\n");
        assertThat(run("2025-05-01").err()).contains("Personal data go first");
        settings("    retention: {personal: 3h}\n");
        assertThat(run("2025-05-01").err()).contains("At least \"1d\"");
        settings("    retention: {personal: lama, lain: 1d}\n");
        CommandLineRun wrong = run("2025-05-01");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("length of time", "lain");
    }

    private static String log(String first, String second) {
        return HEADER + work("K-1", first) + approval("K-1", first) + work("K-2", second) + approval("K-2", second);
    }

    private static String work(String caseId, String person) {
        return caseId + ",B276,2," + person + ",2025-04-14 08:00,2025-04-14 08:30,\n";
    }

    private static String approval(String caseId, String person) {
        return caseId + ",B276,3," + person + ",2025-04-14 09:00,2025-04-14 09:30,setuju\n";
    }

    private CommandLineRun run(String date, String... options) {
        List<String> args = List.of(
                "nightly", "--config", folder.resolve("patuh.yaml").toString(), "--as-of", date + "T01:30:00+07:00");
        return english(Stream.concat(args.stream(), Stream.of(options)).toArray(String[]::new));
    }

    /** Runs all nights up to a date, and gives what each of them removed that removed anything. */
    private List<Map<String, Long>> night(String date) {
        CommandLineRun run = run(date, "--format", "json");
        assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 1, 3);
        return JsonMapper.shared()
                .readTree(run.out())
                .get("scopes")
                .get(0)
                .get("nights")
                .valueStream()
                .map(night -> removed(night.get("erased")))
                .filter(removed -> !removed.isEmpty())
                .toList();
    }

    private static Map<String, Long> removed(JsonNode erased) {
        assertThat(erased.get("problem").isNull()).isTrue();
        return erased.properties().stream()
                .filter(count -> count.getValue().asLong(0) > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().asLong()));
    }

    private static JsonNode violations() {
        return json("ledger", "show", "UKPBJ", "--most", "1000", "--state", "new,persisting,reopened,resolved")
                .get("violations");
    }

    private static List<String> states(JsonNode violations) {
        return violations
                .valueStream()
                .map(each -> each.get("fingerprint").stringValue()
                        + each.get("resolved").toString())
                .sorted()
                .toList();
    }

    private List<Path> files(String place) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(place))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
