package id.patuh.ledger.life;

import id.patuh.engine.RuleMetadata;
import id.patuh.rulebook.Sha256;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run is to judge, and by what. Two orders over a scope with the same inputs, rule set and moment are one run.
 *
 * @param inputs hashes of all that the result depends on besides the rule set, in any order
 * @param files those of the rule set, its calendars among them
 * @param ruleSet what was made of them
 * @param asOf the moment that deadlines are judged by, in microseconds
 * @param zone in which texts show times
 * @param program the version of patuh, and its build where that is known; another one makes no other run
 */
public record RunOrder(
        List<String> inputs, RuleSetContent files, RuleSet ruleSet, Instant asOf, ZoneId zone, String program) {

    public RunOrder {
        if (!ruleSet.sha256().equals(files.sha256())) {
            throw new IllegalArgumentException("not made of these files: " + ruleSet.sha256());
        }
        inputs = inputs.stream().sorted().toList();
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
    }

    /** The ids of the rules that are applied. */
    Set<String> appliedRules() {
        return ruleSet.rules().catalog().stream()
                .filter(RuleMetadata::isEnabled)
                .map(RuleMetadata::id)
                .collect(Collectors.toSet());
    }

    /** Hash of the inputs. */
    String inputsSha256() {
        return Sha256.of("patuh inputs 1", inputs);
    }

    /** Hash by which the run over a scope is known. */
    String key(String scope) {
        return Sha256.of("patuh scope run 1", List.of(scope, inputsSha256(), files.sha256(), asOf));
    }
}
