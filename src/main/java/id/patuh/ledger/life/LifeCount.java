package id.patuh.ledger.life;

import id.patuh.violation.Severity;

/**
 * How many violations stand alike.
 *
 * @param unit as the latest finding spells it; null where the violation has none
 * @param rule id of the rule
 * @param violations how many
 */
public record LifeCount(State state, Severity severity, String unit, String rule, long violations) {}
