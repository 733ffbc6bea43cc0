package id.patuh.ledger.life;

import id.patuh.report.ViolationText;
import id.patuh.violation.Severity;

/**
 * A violation as the table has it.
 *
 * @param severity of the latest finding
 * @param unit as the latest finding spells it; may be null
 * @param life after the last completed run
 * @param text what the latest finding says
 */
record Known(
        long id,
        String fingerprint,
        String groupKey,
        String rule,
        Severity severity,
        String unit,
        Life life,
        ViolationText text) {}
