package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RulesCopy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code patuh rules show} tells a rule in words, with the values of the day asked for. */
class RulesShowCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoValues() throws IOException {
        new RulesCopy(folder)
                .edit(
                        "parameters/sop/maximum-rounds.yaml",
                        "values:\n",
                        "values:\n  - {from: 2026-06-01, value: 2, basis: patuh-policy/pengerjaan-ulang, confirmed: false}\n");
    }

    @BeforeEach
    void noRulebook() {
        System.setProperty("patuh.db.url", "jdbc:h2:file:" + folder.resolve("none/patuh"));
    }

    @AfterEach
    void usualRulebook() {
        System.clearProperty("patuh.db.url");
    }

    @Test
    void whereNoRulebookIsKeptThatIsSaidAndNoneIsMade() {
        assertThat(show("2026-06-01").out())
                .contains("Riwayat dalam buku aturan\n  Belum ada buku aturan: tidak ada versi yang disimpan.\n");
        JsonNode json = JsonMapper.shared()
                .readTree(show("2026-05-31", "--format", "json").out());
        assertThat(json.at("/history").isNull()).isTrue();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void theSentenceNamesTheValueInForceOnTheDay() {
        assertThat(show("2026-05-31").out())
                .contains(
                        "paling banyak 3 kali", "3 kali; berlaku mulai 2000-01-01", "2 kali; berlaku mulai 2026-06-01");
        assertThat(show("2026-06-01").out()).contains("paling banyak 2 kali").doesNotContain("3 kali");
        assertThat(show("1999-12-31").out()).contains("paling banyak - kali");
    }

    @Test
    void theOtherLanguageTheCodeAndJsonAreThereForTheAsking() {
        CommandLineRun english = show("2026-06-01", "--lang", "en", "--code");
        assertThat(english.out())
                .contains("A step may be done at most 2 times in a case.", "\n      @id(rework-excessive)", "\n  end\n")
                .contains("tests/sop/rework-excessive.yaml:1  done four times: A/2");

        JsonNode json = JsonMapper.shared()
                .readTree(show("2026-05-31", "--format", "json").out());
        assertThat(json.at("/parameters/0/values/1/value").asInt()).isEqualTo(2);
        assertThat(json.at("/variants/0/severity").asString()).isEqualTo("minor");
        assertThat(json.at("/cases")).hasSize(3);
    }

    @Test
    void aRuleThatIsNotThereIsWrongUsage() {
        assertThat(CommandLineRun.rules(folder, "show", "rework").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private CommandLineRun show(String day, String... further) {
        String[] args = new String[further.length + 4];
        args[0] = "show";
        args[1] = "rework-excessive";
        args[2] = "--as-of";
        args[3] = day;
        System.arraycopy(further, 0, args, 4, further.length);
        return CommandLineRun.rules(folder, args);
    }
}
