package id.patuh.check;

import id.patuh.violation.Violation;

/**
 * A violation with the name by which it is known from check to check.
 *
 * @param fingerprint see {@link id.patuh.violation.Fingerprint}
 * @param violation what was found
 */
public record Finding(String fingerprint, Violation violation) {}
