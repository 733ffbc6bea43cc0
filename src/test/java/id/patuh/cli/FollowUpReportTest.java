package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.intake.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published report of seed 003, straight from its text, breaks the very rules that its transcription breaks. */
class FollowUpReportTest {

    private static final Path TEXT = Path.of("src/test/resources/id/patuh/seeds/bp3mi-jateng-2024.txt");
    private static final Path TRANSCRIPTION = Path.of("sample-data/bp3mi-jateng-2024.json");
    /** The transcription gives the survey a name; the report has none, so that unit and period name it. */
    private static final String TRANSCRIBED_NAME = "SKM-BP3MI-JATENG-TW1-2024";

    private static final String NAME = "SKM BP3MI Jawa Tengah TW I 2024";

    @TempDir
    static Path folder;

    private static JsonNode transcribed;
    private static JsonNode read;

    @BeforeAll
    static void check() throws IOException {
        Path copy = folder.resolve("transcription.json");
        Files.writeString(copy, Files.readString(TRANSCRIPTION).replace(TRANSCRIBED_NAME, NAME));
        transcribed = check(copy);
        read = check(TEXT);
    }

    @Test
    void itsTextGivesTheFingerprintsOfTheTranscription() {
        assertThat(fingerprints(read)).containsExactlyElementsOf(fingerprints(transcribed));
        assertThat(fingerprints(read)).hasSize(19);
        assertThat(said("violations", "expected", read)).isEqualTo(said("violations", "expected", transcribed));
        assertThat(said("violations", "actual", read)).isEqualTo(said("violations", "actual", transcribed));
        assertThat(said("notEvaluated", "rule", read)).isEqualTo(said("notEvaluated", "rule", transcribed));
        assertThat(said("notEvaluated", "reason", read)).isEqualTo(said("notEvaluated", "reason", transcribed));
        assertThat(read.get("grades")).isEqualTo(transcribed.get("grades"));
        assertThat(read.get("rejected")).isEmpty();
    }

    @Test
    void aWordDocumentOfTheSameContentGivesTheSame() throws IOException {
        JsonNode document = check(Files.write(folder.resolve("laporan.docx"), Documents.ofText(TEXT)));
        assertThat(fingerprints(document)).isEqualTo(fingerprints(transcribed));
        assertThat(document.get("rejected")).isEmpty();
        assertThat(document.get("inputs").get(0).get("notes")).hasSize(1);
    }

    @Test
    void everyViolationPointsAtTheLineItStandsIn() throws IOException {
        List<String> lines = Files.readAllLines(TEXT);
        for (JsonNode violation : read.get("violations")) {
            for (JsonNode evidence : violation.get("evidence")) {
                if (!evidence.get("value").isNull()) {
                    assertThat(lines.get(evidence.get("row").asInt() - 1))
                            .contains(evidence.get("value").asString());
                }
            }
        }
    }

    private static List<String> fingerprints(JsonNode report) {
        return said("violations", "fingerprint", report);
    }

    private static List<String> said(String list, String key, JsonNode report) {
        return report.get(list).valueStream().map(v -> v.get(key).asString()).toList();
    }

    private static JsonNode check(Path file) {
        CommandLineRun run =
                CommandLineRun.patuh("check", file.toString(), "--as-of", "2026-11-20", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.VIOLATIONS);
        return JsonMapper.shared().readTree(run.out());
    }
}
