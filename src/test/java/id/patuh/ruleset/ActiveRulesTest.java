package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActiveRulesTest {

    private static final RuleSetContent RULES = RuleSetContent.of(Path.of("rules"));
    private static final String VERSION = "rule-set.yaml";
    private static final RuleProblem FAILED = RuleProblem.at("tests/sop/step-late.yaml", 7, "case-failed", Map.of());

    private final RuleCache cache = RuleCache.none();
    private final List<String> tried = new ArrayList<>();

    @Test
    void whatPassedEveryTrialIsInForceAtOnce() {
        ActiveRules active = new ActiveRules(tested(RULES));
        RuleSet before = active.current();
        RuleSetContent changed = RULES.with(VERSION, "name: lain\nversion: '2'\n".getBytes(StandardCharsets.UTF_8));

        active.activate(tested(changed));

        assertThat(active.current().version()).isEqualTo("2");
        assertThat(active.current().sha256()).isEqualTo(changed.sha256());
        assertThat(before.sha256()).isEqualTo(RULES.sha256());
        assertThat(tried).containsExactly(RULES.sha256(), changed.sha256());
    }

    @Test
    void whatFailsATrialCannotBeActivated() {
        RuleSetException e = catchThrowableOfType(
                RuleSetException.class,
                () -> TestedRuleSet.of(RULES, cache, List.of(this::passes, (content, ruleSet) -> List.of(FAILED))));

        assertThat(e.problems()).containsExactly(FAILED);
        assertThat(tried).hasSize(1);
    }

    @Test
    void whatIsWrongIsNotEvenTried() {
        RuleSetContent broken = RULES.with(VERSION, "name: lain\nvrsion: '2'\n".getBytes(StandardCharsets.UTF_8))
                .with(
                        "drl/sop/wrong.drl",
                        "package rules.sop;\nrule \"x\" when eval(true) then end\n".getBytes(StandardCharsets.UTF_8));

        RuleSetException e = catchThrowableOfType(RuleSetException.class, () -> tested(broken));

        assertThat(e.problems())
                .extracting(RuleProblem::file, RuleProblem::line)
                .contains(tuple(VERSION, 2), tuple("drl/sop/wrong.drl", 2));
        assertThat(tried).isEmpty();
    }

    private TestedRuleSet tested(RuleSetContent content) {
        return TestedRuleSet.of(content, cache, List.of(this::passes));
    }

    private List<RuleProblem> passes(RuleSetContent content, RuleSet ruleSet) {
        tried.add(ruleSet.sha256());
        return List.of();
    }
}
