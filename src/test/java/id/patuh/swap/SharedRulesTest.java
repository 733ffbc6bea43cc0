package id.patuh.swap;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that are in use are compiled and loaded once, whatever else of their rule set differs. */
class SharedRulesTest {

    private static final String LOADER = "id.patuh.engine.RuleClasses$Loader";

    private final RuleCache cache = RuleCache.none();
    private final List<RuleSet> used = new ArrayList<>();

    @Test
    void onlyOtherCodeIsCompiled() {
        RuleSetContent rules = new Edition(0).named(false);
        long before = MemoryUse.reachable(LOADER);
        use(rules);

        use(Change.RESPONDENTS.in(rules));
        use(Change.STEP_LIMIT.in(rules));
        use(Change.replaced(rules, "messages/sop.properties", "step-late=", "step-late=Lain: "));
        use(
                Change.replaced(
                        rules,
                        "policy.yaml",
                        "rules: []",
                        "rules:\n  - rule: step-late\n    enabled: false\n    why: uji\n    basis: patuh-policy/konsistensi-log"));
        assertThat(MemoryUse.reachable(LOADER) - before).isEqualTo(1);
        assertThat(used).extracting(RuleSet::sha256).doesNotHaveDuplicates();
        assertThat(used)
                .filteredOn(r -> r.rules().catalog().stream().anyMatch(rule -> !rule.isEnabled()))
                .hasSize(1);

        use(Change.RULE.in(rules));
        assertThat(MemoryUse.reachable(LOADER) - before).isEqualTo(2);

        // The policy's rules alone keep what they share.
        used.subList(0, 4).clear();
        used.remove(1);
        assertThat(MemoryUse.reachable(LOADER) - before).isEqualTo(1);
        used.clear();
        assertThat(MemoryUse.reachable(LOADER) - before).isZero();
    }

    private void use(RuleSetContent content) {
        RuleSet ruleSet = RuleSetReader.read(content, cache);
        // Loaded once somebody judges by them.
        ruleSet.rules().check(List.of());
        used.add(ruleSet);
    }
}
