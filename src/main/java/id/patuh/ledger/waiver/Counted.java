package id.patuh.ledger.waiver;

import id.patuh.ledger.life.State;
import id.patuh.violation.Severity;

/**
 * How many open violations stand alike.
 *
 * @param state how they stand, whether they are waived or not
 * @param waived whether a waiver covers them
 * @param unit as the latest finding spells it; null where they have none
 * @param rule id of the rule
 * @param violations how many
 */
public record Counted(State state, boolean waived, Severity severity, String unit, String rule, long violations) {}
