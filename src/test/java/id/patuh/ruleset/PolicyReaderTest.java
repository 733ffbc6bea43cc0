package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.engine.RuleMetadata;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {

    private static final String BECAUSE = "    why: Sedang direvisi\n    basis: patuh-policy/pengerjaan-ulang\n";

    @TempDir
    private Path folder;

    @Test
    void rulesHaveTheSeverityOfThePolicy() throws IOException {
        RuleSet ruleSet = read("  - rule: rework-excessive\n    severity: critical\n" + BECAUSE
                + "  - rule: step-wrong-executor\n    declared: minor\n    severity: info\n" + BECAUSE
                + "  - rule: step-late\n    enabled: false\n" + BECAUSE);

        assertThat(severities(ruleSet, "rework-excessive")).containsExactly(Severity.CRITICAL);
        assertThat(severities(ruleSet, "step-wrong-executor")).containsExactly(Severity.MAJOR, Severity.INFO);
        assertThat(ruleSet.rules().catalog())
                .filteredOn(rule -> !rule.isEnabled())
                .extracting(RuleMetadata::id, RuleMetadata::switchedOff)
                .containsExactly(tuple("step-late", "Sedang direvisi"));
    }

    @Test
    void mistakesAreNamedByTheirPlace() throws IOException {
        List<String> problems = new RulesCopy(folder)
                .write(
                        "policy.yaml",
                        "rules:\n"
                                + "  - rule: step-laet\n    enabled: false\n" + BECAUSE
                                + "  - rule: sesuatu-yang-lain\n    enabled: false\n" + BECAUSE
                                + "  - rule: step-wrong-executor\n    severity: info\n" + BECAUSE
                                + "  - rule: step-wrong-executor\n    declared: critical\n    severity: info\n"
                                + BECAUSE
                                + "  - rule: rework-excessive\n    severity: berat\n" + BECAUSE
                                + "  - rule: rework-excessive\n    enabled: false\n    severity: info\n" + BECAUSE
                                + "  - rule: decision-missing\n" + BECAUSE
                                + "  - rule: step-late\n    enabled: false\n    why: x\n    basis: tidak/ada\n"
                                + "  - rule: step-late\n    enabled: false\n" + BECAUSE)
                .problems();

        assertThat(problems)
                .containsExactly(
                        "policy.yaml:2:11: rules[1].rule \"step-laet\": rule-misspelt",
                        "policy.yaml:6:11: rules[2].rule \"sesuatu-yang-lain\": rule-unknown",
                        "policy.yaml:10:5: rules[3]: policy-declared-absent",
                        "policy.yaml:15:15: rules[4].declared \"critical\": policy-severity-unknown",
                        "policy.yaml:20:15: rules[5].severity \"berat\": policy-severity-unknown",
                        "policy.yaml:25:15: rules[6].severity \"info\": policy-severity-needless",
                        "policy.yaml:28:5: rules[7].severity: key-absent",
                        "policy.yaml:34:12: rules[8].basis \"tidak/ada\": basis-unknown",
                        "policy.yaml:35:11: rules[9].rule \"step-late\": rule-listed-twice");
    }

    private static List<Severity> severities(RuleSet ruleSet, String id) {
        return ruleSet.rules().catalog().stream()
                .filter(rule -> rule.id().equals(id))
                .map(RuleMetadata::severity)
                .toList();
    }

    private RuleSet read(String policy) throws IOException {
        new RulesCopy(folder);
        Files.writeString(folder.resolve("policy.yaml"), "rules:\n" + policy);
        return RuleSetReader.read(folder);
    }
}
