package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case beside the rules: one rule alone, over given facts, finds exactly the subjects named. */
class RuleCasesTest {

    @TestFactory
    Stream<DynamicTest> rulesFindExactlyWhatTheirCasesName() {
        return RuleCase.all().stream().map(c -> DynamicTest.dynamicTest(c.rule() + ": " + c.name(), () -> verify(c)));
    }

    private static void verify(RuleCase ruleCase) {
        CheckResult result = ruleCase.run(RULES);
        List<Finding> found = result.findings().stream()
                .filter(f -> f.violation().rule().equals(ruleCase.rule()))
                .toList();
        assertThat(found)
                .extracting(f -> RuleCase.brief(f.violation().subject()))
                .containsExactlyInAnyOrderElementsOf(ruleCase.expected());
        if (ruleCase.yaml().has("severity")) {
            assertThat(found)
                    .extracting(f -> f.violation().severity().word())
                    .containsOnly(ruleCase.yaml().get("severity").asString());
        }
        for (String subject : ruleCase.strings("not_evaluated")) {
            assertThat(result.notEvaluated())
                    .filteredOn(n -> n.rule().equals(ruleCase.rule()))
                    .extracting(n -> RuleCase.brief(n.missing().subject()))
                    .contains(subject);
        }
    }
}
