package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.check.Simulation;
import id.patuh.check.SopLint;
import id.patuh.engine.RuleMetadata;
import id.patuh.ruleset.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules that match nothing under the later rule set, apart from those that had nothing to match. */
final class SilentRules {

    private final RuleSet before;
    private final RuleSet after;
    private final Set<String> matchedBefore = new HashSet<>();
    private final Set<String> matchedAfter = new HashSet<>();
    private final Set<String> tried = new HashSet<>();

    SilentRules(RuleSet before, RuleSet after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Ids of silent rules, each in one list.
     *
     * @param fallen matched something before
     * @param fresh are not in the earlier rule set, or switched off there
     * @param under match nothing under either
     * @param lacking lacked facts for some of what they concern, or for all of it
     * @param untried had nothing to judge: no input holds what they concern
     */
    record Lists(
            List<String> fallen, List<String> fresh, List<String> under, List<String> lacking, List<String> untried) {}

    void add(Simulation simulation) {
        matchedBefore.addAll(simulation.before().findings().byRule().keySet());
        CheckResult later = simulation.after();
        matchedAfter.addAll(later.findings().byRule().keySet());
        conductRules(after).filter(later::concerns).map(RuleMetadata::id).forEach(tried::add);
    }

    /** @param isLacking whether a rule lacked facts under the later rule set */
    Lists lists(Predicate<String> isLacking) {
        Set<String> known = conductRules(before).map(RuleMetadata::id).collect(Collectors.toSet());
        Lists lists = new Lists(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String rule : conductRules(after).map(RuleMetadata::id).collect(Collectors.toCollection(TreeSet::new))) {
            if (!matchedAfter.contains(rule)) {
                list(rule, known, isLacking, lists).add(rule);
            }
        }
        return lists;
    }

    private List<String> list(String rule, Set<String> known, Predicate<String> isLacking, Lists lists) {
        if (matchedBefore.contains(rule)) {
            return lists.fallen();
        }
        if (!tried.contains(rule)) {
            return lists.untried();
        }
        if (isLacking.test(rule)) {
            return lists.lacking();
        }
        return known.contains(rule) ? lists.under() : lists.fresh();
    }

    private static Stream<RuleMetadata> conductRules(RuleSet ruleSet) {
        return ruleSet.rules().catalog().stream().filter(rule -> rule.isEnabled() && !SopLint.concerns(rule));
    }
}
