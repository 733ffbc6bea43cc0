package id.patuh.ledger.life;

import id.patuh.report.ViolationText;
import id.patuh.violation.Severity;

/**
 * A violation of a scope after a completed run.
 *
 * @param fingerprint by which it is known from run to run
 * @param groupKey {@link Group#key} of what it was found in
 * @param rule id of its rule
 * @param severity of the latest finding up to that run
 * @param state how it stands
 * @param opened number of the run that found it, or found it again
 * @param resolved number of the run that no longer found it; null while it is open
 * @param unevaluated number of the run from which on it could not be evaluated; null where it was
 * @param text what the latest finding says
 */
public record LifeViolation(
        String fingerprint,
        String groupKey,
        String rule,
        Severity severity,
        State state,
        long opened,
        Long resolved,
        Long unevaluated,
        ViolationText text) {}
