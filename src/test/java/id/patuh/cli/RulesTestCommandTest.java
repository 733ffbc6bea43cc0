package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RulesCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code patuh rules test} tells which cases fail and why, and passes over none. */
class RulesTestCommandTest {

    private static final String CASES = "tests/sop/step-late.yaml";

    @TempDir
    private Path folder;

    private RulesCopy rules;

    @BeforeEach
    void copyRules() throws IOException {
        rules = new RulesCopy(folder);
    }

    @Test
    void theCasesOfTheRulesNamedPass() {
        CommandLineRun run = run("test", "step-late", "grade-mismatch", "lint-name-drift", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("passed  step-late (14 cases)").endsWith(" passed, 0 failed\n");
    }

    @Test
    void whatACaseMissesAndWhatItDidNotExpectIsShownWithItsPlace() throws IOException {
        rules.edit(
                CASES,
                "09:01\"}]}\n  finds: [A/1]\n",
                "09:01\"}]}\n  finds: [B/1]\n  severity: minor\n  not_evaluated: [C/1]\n");

        CommandLineRun run = run("test", "step-late", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
        assertThat(run.out()).contains("""
                  tests/sop/step-late.yaml:1:3 one minute after the limit of an hour
                    expected, but not found: B/1
                    found, but not expected: A/1
                    found with another severity than minor: A/1 major
                    evaluated, though it should not be: C/1
                """);
        JsonNode json = JsonMapper.shared()
                .readTree(run("test", "step-late", "--format", "json").out());
        assertThat(json.at("/summary/failed").asInt()).isEqualTo(1);
        assertThat(json.at("/cases/0/missing/0").asString()).isEqualTo("B/1");
        assertThat(json.at("/cases/0/line").asInt()).isEqualTo(1);
    }

    @Test
    void rowsThatCannotBeReadFailACaseThatDoesNotExpectThem() throws IOException {
        rules.edit(CASES, "end: \"2025-04-14 09:01\"", "end: \"kemarin\"");

        assertThat(run("test", "step-late", "--lang", "en").out())
                .contains("rows rejected: 1, expected: 0", "\"kemarin\"");
    }

    @Test
    void whatIsWrongWithCasesIsListedAtOnceWithItsPlace() throws IOException {
        rules.edit(CASES, "- name: exactly on the limit\n", "- nama: exactly on the limit\n  as_of: kemarin\n");
        rules.edit(CASES, "sops: [{id: T1,", "sops: [{ido: T1,");
        Files.copy(rules.file(CASES), rules.file("tests/sop/step-lat.yaml"));
        Files.writeString(rules.file("tests/rtl/rtl-early.yaml"), "- name: [\n");
        Files.delete(rules.file("tests/rtl/rtl-owner-missing.yaml"));

        CommandLineRun run = run("test", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "tests/sop/step-late.yaml:4:9: [2].nama",
                        "tests/sop/step-late.yaml:5:10: [2].as_of \"kemarin\"",
                        ".sops[1].ido",
                        "tests/sop/step-lat.yaml: The rule set has no rule of the file's name; step-late",
                        "tests/rtl/rtl-early.yaml:",
                        "Rules without any case: rtl-owner-missing");
    }

    @Test
    void aRuleSetThatCannotBeUsedAndARuleThatIsNotThereAreWrongUsage() throws IOException {
        assertThat(run("test", "step-lat").exitCode()).isEqualTo(ExitCode.USAGE);
        rules.edit("drl/sop/time.drl", "rule \"", "rul \"");
        assertThat(run("test").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(patuh("rules", "test", "--rules", "/nowhere").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private CommandLineRun run(String... args) {
        return CommandLineRun.rules(folder, args);
    }
}
