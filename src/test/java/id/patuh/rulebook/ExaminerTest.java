package id.patuh.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import id.patuh.report.Language;
import id.patuh.ruleset.ActiveRules;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.SmallRules;
import id.patuh.ruleset.TestedRuleSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A version is examined as it stands in the rulebook; the folder that it came from does not matter. */
class ExaminerTest {

    private static final String RULES = "drl/sop/time.drl";

    private final Examiner examiner = new Examiner(RuleCache.none());

    @Test
    void whatIsSoundPasses() {
        Examination examination = examiner.examine(SmallRules.FILES);

        assertThat(examination.passed()).isTrue();
        assertThat(examination.trial().outcomes()).hasSize(31);
        assertThat(examiner.report(SmallRules.FILES, examination))
                .startsWith("patuh ")
                .contains(SmallRules.FILES.sha256(), "31 kasus");
    }

    @Test
    void whatDoesNotCompileFailsWithItsPlace() {
        RuleSetContent broken = SmallRules.edit(
                        SmallRules.FILES, RULES, "import id.patuh.sop.Activity;", "import id.patuh.sop.Actifity;")
                .with("parameters/sop/stall-limit.yaml", "key: [".getBytes(StandardCharsets.UTF_8));

        Examination examination = examiner.examine(broken);

        assertThat(examination.passed()).isFalse();
        assertThat(examination.trial()).isNull();
        assertThat(examination.text(Language.EN))
                .contains("critical  " + RULES + ":", "critical  parameters/sop/stall-limit.yaml:1:");
    }

    @Test
    void whatFailsACaseIsNeverInForce() {
        RuleSetContent wrong = SmallRules.edit(
                SmallRules.FILES, "tests/sop/step-late.yaml", "09:01\"}]}\n  finds: [A/1]", "09:01\"}]}\n  finds: []");
        RuleCache cache = RuleCache.none();
        ActiveRules active = new ActiveRules(TestedRuleSet.of(SmallRules.FILES, cache, List.of(examiner)));

        assertThatThrownBy(() -> active.activate(TestedRuleSet.of(wrong, cache, List.of(examiner))))
                .isInstanceOfSatisfying(
                        RuleSetException.class,
                        e -> assertThat(e.problems())
                                .extracting(RuleProblem::place, RuleProblem::reason)
                                .containsExactly(tuple("tests/sop/step-late.yaml:1:3:", "case-failed")));
        assertThat(active.current().sha256()).isEqualTo(SmallRules.FILES.sha256());
    }

    @Test
    void aRuleWithoutCasesFailsAlthoughAllCasesPass() {
        Examination examination = examiner.examine(SmallRules.FILES.without("tests/sop/step-overdue.yaml"));

        assertThat(examination.trial().failed()).isZero();
        assertThat(examination.passed()).isFalse();
    }
}
