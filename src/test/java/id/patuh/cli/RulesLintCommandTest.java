package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RulesCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code patuh rules lint} finds what a rule set lacks that can be used, and all that keeps another from use. */
class RulesLintCommandTest {

    private static final String APPROVAL = "drl/sop/approval.drl";

    @TempDir
    private Path folder;

    private RulesCopy rules;

    @BeforeEach
    void copyRules() throws IOException {
        rules = new RulesCopy(folder);
    }

    @Test
    void theRulesOfTheProjectLackNothing() {
        assertThat(lint().exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void whateverARuleLacksIsNamedWithItsPlace() throws IOException {
        Files.delete(rules.file("docs/sop/step-late.md"));
        Files.delete(rules.file("tests/rtl/rtl-owner-missing.yaml"));
        Files.move(rules.file("docs/rtl/rtl-early.md"), rules.file("docs/skm/rtl-early.md"));
        Files.writeString(rules.file("docs/sop/step-lat.md"), "# step-lat\n");
        Files.writeString(
                rules.file("tests/rtl/rtl-schedule-missing.yaml"),
                "- {name: a, given: {followUps: []}, finds: []}\n- {name: a, finds: []}\n");
        Files.writeString(
                rules.file("tests/rtl/rtl-unplanned.yaml"), "- {name: a, given: {followUps: []}, finds: []}\n");
        Files.writeString(rules.file("tests/rtl/rtl-early.yaml"), "- {name: a, given: {followUps: []}, finds: [a]}\n");
        rules.edit(APPROVAL, "    @parameters(sop/maximum-rounds)\n", "")
                .edit("messages/sop.properties", "{parameter:sop/maximum-rounds}", "tiga")
                .edit("messages/sop_en.properties", "{parameter:sop/maximum-rounds}", "three")
                .edit("messages/sop_en.properties", "step-overdue.sentence=", "old-rule=")
                .edit("messages/rtl_en.properties", "done by {actual}", "done by now")
                .edit("docs/sop/step-missing.md", "**Why.**", "Why.");

        assertThat(found())
                .contains(
                        "major " + APPROVAL + " parameter-undeclared",
                        "major drl/rtl/plan.drl cases-absent",
                        "major drl/rtl/realisation.drl cases-all-silent",
                        "major drl/rtl/realisation.drl cases-all-firing",
                        "major tests/rtl/rtl-schedule-missing.yaml case-without-facts",
                        "minor docs/skm/rtl-early.md file-misplaced",
                        "minor docs/sop/step-lat.md page-of-no-rule",
                        "minor docs/sop/step-missing.md page-part-absent",
                        "minor drl/sop/time.drl page-absent",
                        "minor drl/sop/time.drl text-absent",
                        "minor messages/rtl.properties translation-differs",
                        "minor messages/sop_en.properties text-unused",
                        "minor messages/sop_en.properties translation-absent",
                        "minor parameters/sop/maximum-rounds.yaml parameter-unread")
                .doesNotHaveDuplicates();
        assertThat(lint().exitCode()).isEqualTo(ExitCode.VIOLATIONS);
        assertThat(lint("--fail-on", "critical").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(lint("--lang", "en").out())
                .contains("minor  docs/sop/step-lat.md: The page is named after no rule.");
    }

    @Test
    void aSentenceMayNameParametersOfItsRuleOnly() throws IOException {
        rules.edit("messages/sop.properties", "{parameter:sop/maximum-rounds}", "{parameter:sop/stall-limit}");
        rules.edit("messages/sop.properties", "step-late.sentence=", "step-late.sentence={parameter:sop/stall-limit} ");

        assertThat(lint().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "critical messages/sop.properties placeholder-without-values",
                        "critical messages/sop.properties placeholder-unknown");
    }

    @Test
    void whatKeepsTheRulesFromUseIsListedAtOnce() throws IOException {
        rules.edit(APPROVAL, "rule \"Approval without", "rul \"Approval without");
        rules.edit("parameters/skm/minimum-respondents.yaml", "value: 30", "value: none");

        CommandLineRun run = lint("--fail-on", "never", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out())
                .contains("critical  drl/sop/approval.drl:", "critical  parameters/skm/minimum-respondents.yaml:8:12:");
    }

    private CommandLineRun lint(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "lint";
        System.arraycopy(args, 0, all, 1, args.length);
        return CommandLineRun.rules(folder, all);
    }

    /** Severity, file and reason of each finding above info. */
    private List<String> found() {
        JsonNode findings =
                JsonMapper.shared().readTree(lint("--format", "json").out()).get("findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .map(f -> f.get("severity").asString() + " " + f.get("file").asString() + " "
                        + f.get("id").asString())
                .filter(f -> !f.startsWith("info"))
                .toList();
    }
}
