package id.patuh.check;

import id.patuh.sop.Deadline;
import java.time.Instant;
import java.util.List;

/**
 * What a check found of one case number.
 *
 * @param caseId the case number; units and SOPs may share it
 * @param findings violations, in the order and with the fingerprints that a report of them all gives
 * @param notEvaluated rules that lacked facts, in the order of reports, each fact with its count in these rows; rules that
 *     are switched off are not among them
 * @param nextChange the first moment after that of the check at which another verdict may be given on the same rows under
 *     the same rule set; null: never. That something late gets later is no other verdict, unless rules ask by how much
 * @param deadlines what is still to be done and in time, that which is due first before the rest
 * @param asksPlans whether a limit was to be counted by a follow-up plan, so that other plans may change the verdict
 */
public record CaseVerdict(
        String caseId,
        List<Finding> findings,
        List<NotEvaluated> notEvaluated,
        Instant nextChange,
        List<Deadline> deadlines,
        boolean asksPlans) {

    public CaseVerdict {
        findings = List.copyOf(findings);
        notEvaluated = List.copyOf(notEvaluated);
        deadlines = List.copyOf(deadlines);
    }
}
