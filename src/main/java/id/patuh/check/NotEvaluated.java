package id.patuh.check;

import id.patuh.violation.MissingFact;

/**
 * A rule that could not be evaluated for a subject.
 *
 * @param rule id of the rule
 * @param missing what it would have needed
 */
public record NotEvaluated(String rule, MissingFact missing) {}
