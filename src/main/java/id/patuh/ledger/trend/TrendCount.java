package id.patuh.ledger.trend;

/**
 * The violations of a rule in a unit.
 *
 * @param unit as one of the latest findings spells it; null for violations that have none
 * @param rule id of the rule
 * @param counts how many they are
 */
public record TrendCount(String unit, String rule, Counts counts) {}
