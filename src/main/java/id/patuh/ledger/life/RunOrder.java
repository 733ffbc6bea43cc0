package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;
import id.patuh.rulebook.Sha256;
import id.patuh.ruleset.RuleSetContent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a run is to judge, and by what. Two orders with the same scope, inputs, rule set and moment are one run.
 *
 * @param scope name of what is checked time and again
 * @param inputs hashes of all that the result depends on besides the rule set, in any order
 * @param ruleSet the files of the rule set, its calendars among them
 * @param asOf the moment that deadlines are judged by, in microseconds
 * @param program the version of patuh, and its build where that is known; another one makes no other run
 */
public record RunOrder(String scope, List<String> inputs, RuleSetContent ruleSet, Instant asOf, String program) {

    private static final int LONGEST_SCOPE = 200;

    public RunOrder {
        if (scope.isBlank() || scope.length() > LONGEST_SCOPE || scope.indexOf('\0') >= 0) {
            throw new LedgerException("scope-unusable", "scope", scope);
        }
        inputs = inputs.stream().sorted().toList();
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
    }

    /** Hash of the inputs. */
    String inputsSha256() {
        return Sha256.of("patuh inputs 1", inputs);
    }

    /** Hash by which the run is known. */
    String key() {
        return Sha256.of("patuh scope run 1", List.of(scope, inputsSha256(), ruleSet.sha256(), asOf));
    }
}
