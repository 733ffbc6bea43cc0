package id.patuh.ledger.life;

import id.patuh.violation.Severity;

/**
 * An open violation of a scope after a completed run, without what it says.
 *
 * @param fingerprint by which it is known from run to run
 * @param groupKey {@link Group#key} of what it was found in
 * @param rule id of its rule
 * @param unit as the latest finding spells it; null where the violation has none
 * @param severity of the latest finding up to that run
 * @param state how it stands
 */
public record OpenViolation(
        String fingerprint, String groupKey, String rule, String unit, Severity severity, State state) {}
