package id.patuh.ruleset;

import java.math.BigDecimal;

/**
 * The indices that have a grade.
 *
 * @param letter A to D
 * @param label what the regulation calls it
 * @param from the least index, with two decimals
 * @param until the greatest, with two decimals
 */
public record GradeBand(String letter, String label, BigDecimal from, BigDecimal until) {}
