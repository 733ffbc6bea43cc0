package id.patuh.facts;

import java.time.Instant;

/**
 * That a version of a case was evaluated.
 *
 * @param caseId the case number
 * @param version that was evaluated
 * @param next when its result can change by time alone; null for never
 * @param asksPlans whether a limit was to be counted by a follow-up plan, so that other plans may change the result
 */
public record Evaluated(String caseId, int version, Instant next, boolean asksPlans) {}
