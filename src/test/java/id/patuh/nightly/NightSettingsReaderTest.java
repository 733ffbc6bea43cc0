package id.patuh.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.engine.RuleProblem;
import id.patuh.ruleset.RuleSetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of nights that would do harm are refused, at their place. */
class NightSettingsReaderTest {

    private static final Path FOLDER = Path.of("settings").toAbsolutePath();

    private static NightSettings read(String... lines) {
        return WrittenSettings.read(FOLDER, lines);
    }

    private static List<String> problems(String... lines) {
        return catchThrowableOfType(RuleSetException.class, () -> read(lines)).problems().stream()
                .map(NightSettingsReaderTest::told)
                .toList();
    }

    private static String told(RuleProblem problem) {
        return problem.line() + " " + problem.reason();
    }

    @Test
    void archiveAndQuarantineStandBesideTheInboxes() {
        NightSettings settings = read("inboxes: in/box");
        assertThat(settings.archive()).isEqualTo(FOLDER.resolve("in/arsip"));
        assertThat(settings.quarantine()).isEqualTo(FOLDER.resolve("in/karantina"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"box", "box/arsip", "x/../box/unit/.arsip", "./box"})
    void filesThatAreDoneWithCannotGoAmongTheInboxes(String place) {
        assertThat(problems("inboxes: box", "archive: " + place)).containsExactly("4 setting-among-inboxes");
        assertThat(problems("inboxes: box", "quarantine: " + place)).containsExactly("4 setting-among-inboxes");
    }

    @Test
    void folderWhoseNameOnlyBeginsAlikeIsAnotherOne() {
        assertThat(read("inboxes: box", "archive: box-arsip").archive()).isEqualTo(FOLDER.resolve("box-arsip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \""})
    void pathThatIsEmptyIsNotTheFolderOfTheSettings(String none) {
        assertThat(problems("inboxes: " + none)).containsExactly("3 key-absent");
        assertThat(problems("inboxes: box", "archive: " + none)).containsExactly("4 key-absent");
    }

    @Test
    void leaseAndRetentionHaveALeastLength() {
        assertThat(problems("inboxes: box", "lease: 999ms", "retention: {personal: 23h, facts: 23h}"))
                .containsExactly("4 setting-too-short", "5 setting-too-short", "5 setting-too-short");
        assertThat(read("inboxes: box", "lease: 1s", "retention: {personal: 1d}")
                        .lease())
                .isEqualTo(Duration.ofSeconds(1));
    }
}
