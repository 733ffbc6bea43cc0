package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RulesCopy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code patuh rules list} names each rule once, and says what the policy makes of it. */
class RulesListCommandTest {

    @TempDir
    private Path folder;

    @Test
    void eachIdStandsOnceWithItsSeveritiesAndThePolicy() throws IOException {
        new RulesCopy(folder)
                .edit(
                        "policy.yaml",
                        "rules: []",
                        "rules:\n- {rule: step-late, enabled: false, why: Direvisi, basis: patuh-policy/konsistensi-log}\n"
                                + "- {rule: decision-missing, severity: info, why: Uji, basis: patuh-policy/konsistensi-log}");

        String text = CommandLineRun.rules(folder, "list", "--lang", "en").out();
        assertThat(text.lines().map(line -> line.substring(0, line.indexOf(' '))))
                .doesNotHaveDuplicates()
                .isSorted()
                .contains("step-wrong-executor");
        assertThat(text)
                .containsPattern("step-late +major +sop +\\S.* \\[switched off: Direvisi]\n")
                .containsPattern("decision-missing +info +sop +\\S.* \\[by the rule itself: major]\n")
                .containsPattern("step-wrong-executor +major, minor +sop +[^\\[]+\n");

        JsonNode rules = JsonMapper.shared()
                .readTree(
                        CommandLineRun.rules(folder, "list", "--format", "json").out())
                .at("/rules");
        assertThat(rules).hasSameSizeAs(text.lines().toList());
        JsonNode late = rules.valueStream()
                .filter(rule -> rule.at("/id").asString().equals("step-late"))
                .findFirst()
                .orElseThrow();
        assertThat(late.at("/enabled").asBoolean()).isFalse();
        assertThat(late.at("/switchedOff").asString()).isEqualTo("Direvisi");
    }
}
