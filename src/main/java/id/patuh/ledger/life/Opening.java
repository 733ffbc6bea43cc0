package id.patuh.ledger.life;

import id.patuh.violation.Severity;

/**
 * Since when a violation is open, after the last completed run; without what it says.
 *
 * @param id by which tables know it
 * @param fingerprint by which it is known from run to run
 * @param groupKey {@link Group#key} of what it was found in
 * @param rule id of its rule
 * @param severity of the latest finding
 * @param unit as the latest finding spells it; null where it has none
 * @param opened number of the run that found it, or found it again
 * @param openedAs {@link State#NEW} or {@link State#REOPENED}: which of both that run did
 */
public record Opening(
        long id,
        String fingerprint,
        String groupKey,
        String rule,
        Severity severity,
        String unit,
        long opened,
        State openedAs) {}
