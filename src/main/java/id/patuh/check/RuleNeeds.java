package id.patuh.check;

import id.patuh.engine.RuleMetadata;
import id.patuh.violation.MissingFact;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rules need which fact, of those that are not switched off. */
final class RuleNeeds {

    /** Ids of rules by what they need, in the order of the catalogue. */
    private final Map<String, Set<String>> rules = new HashMap<>();

    /** @param catalog every rule */
    RuleNeeds(List<RuleMetadata> catalog) {
        for (RuleMetadata rule : catalog) {
            if (rule.isEnabled()) {
                rule.needs()
                        .forEach(need -> rules.computeIfAbsent(need, n -> new LinkedHashSet<>())
                                .add(rule.id()));
            }
        }
    }

    /** The rules that a missing fact is missing to. */
    List<NotEvaluated> without(MissingFact fact) {
        return rules.getOrDefault(fact.need(), Set.of()).stream()
                .filter(rule -> fact.rule() == null || fact.rule().equals(rule))
                .map(rule -> new NotEvaluated(rule, fact))
                .toList();
    }
}
