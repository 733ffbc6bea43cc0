package id.patuh.facts;

import java.time.Instant;

/**
 * That a version of a case was evaluated.
 *
 * @param caseId the case number
 * @param version that was evaluated
 * @param next when its result can change by time alone; null for never
 */
public record Evaluated(String caseId, int version, Instant next) {}
