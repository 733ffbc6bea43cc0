package id.patuh.ledger.outcome;

import id.patuh.ledger.LedgerException;
import id.patuh.rulebook.Texts;
import id.patuh.violation.Severity;
import java.util.Map;

/**
 * What somebody says of a rule that could not be evaluated.
 *
 * @param result what was found
 * @param severity of the violation; null where there is none
 * @param reason how it was found
 */
public record Verdict(Result result, Severity severity, String reason) {

    public Verdict {
        reason = Texts.required(reason);
        if ((result == Result.VIOLATED) == (severity == null)) {
            throw new LedgerException("outcome-severity", Map.of());
        }
    }
}
