package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RulesCopy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code patuh rules diff} tells changes by area and item, as text and JSON. */
class RulesDiffCommandTest {

    @TempDir
    private Path folder;

    @Test
    void changesStandBelowWhatTheyChange() throws IOException {
        new RulesCopy(folder)
                .edit("parameters/skm/minimum-respondents.yaml", "value: 30", "value: 50")
                .edit("sop/b276.yaml", "within: 24 jam", "within: 16 jam")
                .edit("drl/sop/approval.drl", "Activity(lastRound,", "Activity(lastRound, !ended,");

        CommandLineRun run = diff("rules", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualTo("""
                Parameters
                  skm/minimum-respondents
                    values[2004-02-24].value: 30 → 50

                SOPs
                  B276
                    steps[4].within: 24 jam → 16 jam

                Rules
                  rework-excessive
                    code changed:
                      - $a : Activity(lastRound, round > count("sop/maximum-rounds"))
                      + $a : Activity(lastRound, !ended, round > count("sop/maximum-rounds"))

                Differences: 3
                """);
        JsonNode json =
                JsonMapper.shared().readTree(diff("rules", "--format", "json").out());
        assertThat(json.at("/changes/1/item").asString()).isEqualTo("B276");
        assertThat(json.at("/changes/1/after").asString()).isEqualTo("16 jam");
        assertThat(json.at("/before/sha256")).isNotEqualTo(json.at("/after/sha256"));
    }

    @Test
    void aRuleSetIsNoDifferentFromItself() {
        assertThat(patuh("rules", "diff", "rules", "rules").out()).isEqualTo("Tidak ada perbedaan.\n");
    }

    @Test
    void aRuleSetThatCannotBeUsedIsNamed() throws IOException {
        new RulesCopy(folder).edit("drl/sop/approval.drl", "rule \"Step", "rul \"Step");

        CommandLineRun run = diff("rules");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith(folder.resolve("drl/sop/approval.drl").toString());
    }

    private CommandLineRun diff(String before, String... further) {
        String[] args = new String[further.length + 4];
        args[0] = "rules";
        args[1] = "diff";
        args[2] = before;
        args[3] = folder.toString();
        System.arraycopy(further, 0, args, 4, further.length);
        return patuh(args);
    }
}
