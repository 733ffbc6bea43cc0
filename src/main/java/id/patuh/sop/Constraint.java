package id.patuh.sop;

import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.violation.Severity;
import java.util.List;

/**
 * What an SOP demands beyond the order of its table.
 *
 * @param id unique within the SOP; part of the fingerprint of its violations
 * @param kind what it demands
 * @param steps the steps that it is about, in the order that its kind gives a meaning to
 * @param count how often, for kinds that count; else 1
 * @param printedLimit the time limit as written, or null
 * @param limit the time limit, or null for kinds without one
 * @param clock which time the limit counts, or null for kinds without one
 * @param severity of its violations instead of its rule's, or null
 * @param basis {@code source/clause} that it rests on instead of its rule's, or null
 */
public record Constraint(
        String id,
        ConstraintKind kind,
        List<Step> steps,
        int count,
        String printedLimit,
        TimeLimit limit,
        Clock clock,
        Severity severity,
        String basis) {

    public Constraint {
        steps = List.copyOf(steps);
    }
}
