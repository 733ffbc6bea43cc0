package id.patuh.ledger.life;

/**
 * A violation of a scope after a completed run, without what it says.
 *
 * @param id by which tables know it
 * @param fingerprint of the violation
 * @param groupKey by which tables know its group
 * @param rule id of the rule
 * @param unit the unit concerned, or null
 * @param state after the run
 */
public record LifeOutline(long id, String fingerprint, String groupKey, String rule, String unit, State state) {}
