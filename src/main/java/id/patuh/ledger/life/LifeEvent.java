package id.patuh.ledger.life;

import id.patuh.violation.Severity;
import java.time.Instant;

/**
 * An entry in the history of a violation.
 *
 * @param fingerprint of the violation
 * @param run number of the run
 * @param asOf the moment that the run judged by
 * @param change what happened
 * @param severity from then on
 */
public record LifeEvent(String fingerprint, long run, Instant asOf, Change change, Severity severity) {}
