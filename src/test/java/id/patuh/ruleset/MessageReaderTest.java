package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message that names what its rule does not give, and a rule without a message, do not get as far as a check. */
class MessageReaderTest {

    private static final List<RuleMetadata> CATALOG = OurRules.RULES.rules().catalog();

    @TempDir
    private Path folder;

    private RulesCopy rules;

    @BeforeEach
    void copy() throws IOException {
        rules = new RulesCopy(folder);
    }

    @Test
    void theMessagesThemselvesAreRight() {
        assertThat(problems(CATALOG)).isEmpty();
    }

    @ParameterizedTest(name = "{2} instead of {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    sop    | terlambat {overrun} | terlambat {overun}  | 22: step-late "{overun}": placeholder-misspelt
                    sop_en | {expected}          | {expectd}           | 43: document-name-drift "{expectd}": placeholder-misspelt
                    sop    | {approval}          | {warna}             | 46: approval-bypassed "{warna}": placeholder-unknown
                    sop    | {decided}           | {decided            | 46: approval-bypassed "{decided": placeholder-unclosed
                    sop    | {work}              | { work }            | 55: same-person-approves "{ work }": placeholder-misspelt
                    sop    | sejak {start}       | sejak {later}       | 22: step-late "{later}": placeholder-unknown
                    sop    | baris {row}         | baris {raw}         | 57: needs.log.all-rows "{raw}": placeholder-misspelt
                    skm    | jumlah populasi     | {jumlah} populasi   | 65: needs.survey.population "{jumlah}": placeholder-unknown
                    skm    | regulasi survei tidak | {survey} tidak    | 87: reason.regulation-unknown "{survey}": placeholder-without-values
                    sop    | Langkah selesai dalam | Langkah {step} selesai dalam | 20: step-late.title "{step}": placeholder-without-values
                    """)
    void aPlaceholderThatNothingFillsIsNamed(String file, String from, String to, String problem) throws IOException {
        rules.edit("messages/" + file + ".properties", from, to);

        assertThat(problems(CATALOG)).first().isEqualTo("messages/" + file + ".properties:" + problem);
    }

    @Test
    void aMisspeltIdIsNamedWithItsRuleAndWhatWasProbablyMeant() {
        List<RuleMetadata> catalog = new ArrayList<>(CATALOG);
        RuleMetadata late = catalog.stream()
                .filter(r -> r.id().equals("step-late"))
                .findFirst()
                .orElseThrow();
        catalog.replaceAll(rule -> rule == late ? renamed(rule, "step-lat") : rule);

        assertThat(problems(catalog))
                .containsExactly("drl/sop/time.drl:" + late.line() + ": @id \"step-lat\": rule-id-unknown");
        assertThat(found(catalog).get(0).details())
                .containsEntry("rule", late.name())
                .containsEntry("near", "step-late");
    }

    @Test
    void anIdLikeNoOtherLacksItsMessages() {
        List<RuleMetadata> catalog = new ArrayList<>(CATALOG);
        catalog.add(renamed(CATALOG.get(0), "warna-salah"));

        assertThat(problems(catalog))
                .hasSize(2)
                .allMatch(problem -> problem.endsWith(": @id \"warna-salah\": message-absent"));
    }

    @Test
    void aMessageInOneLanguageIsNotEnough() throws IOException {
        rules.edit("messages/sop_en.properties", "step-late=", "step-latte=");

        assertThat(problems(CATALOG)).singleElement().asString().endsWith(": @id \"step-late\": message-absent");
    }

    @Test
    void aFileThatCannotBeReadIsOneProblem() throws IOException {
        rules.edit("messages/sop.properties", "terlambat {overrun}", "terlambat \\u00zz {overrun}");

        assertThat(problems(CATALOG)).containsExactly("messages/sop.properties:22: escape-broken");
    }

    private List<String> problems(List<RuleMetadata> catalog) {
        return found(catalog).stream().map(p -> p.place() + " " + p.reason()).toList();
    }

    private List<RuleProblem> found(List<RuleMetadata> catalog) {
        List<RuleProblem> problems = new ArrayList<>();
        new MessageReader(RuleSetContent.of(folder), problems).check(catalog);
        return problems;
    }

    private static RuleMetadata renamed(RuleMetadata rule, String id) {
        return new RuleMetadata(
                id,
                rule.name(),
                rule.topic(),
                rule.severity(),
                rule.declared(),
                rule.basis(),
                rule.since(),
                rule.needs(),
                rule.parameters(),
                rule.overdue(),
                rule.values(),
                rule.file(),
                rule.line(),
                rule.switchedOff());
    }
}
