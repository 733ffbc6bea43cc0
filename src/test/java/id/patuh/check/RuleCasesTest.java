package id.patuh.check;

import static id.patuh.ruleset.OurRules.LIBRARY;
import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RuleCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case beside the rules: one rule alone, over given facts, finds exactly the subjects named. */
class RuleCasesTest {

    static final RuleCases CASES = LIBRARY.cases();
    private static final RuleTrial TRIAL = new RuleTrial(RULES);

    @Test
    void everyCaseCanBeUsedAndEveryRuleHasSome() {
        assertThat(CASES.problems()).isEmpty();
        assertThat(CASES.untried()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> rulesFindExactlyWhatTheirCasesName() {
        return CASES.all().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.rule() + ": " + c.name(),
                        () -> assertThat(TRIAL.run(c)).matches(CaseOutcome::passes)));
    }
}
