package id.patuh.ledger.life;

import id.patuh.check.Finding;
import id.patuh.check.NotEvaluated;
import java.util.List;

/**
 * What a run found of a group.
 *
 * @param group what was judged
 * @param findings all violations, each fingerprint once
 * @param notEvaluated all rules that lacked facts
 */
public record JudgedGroup(Group group, List<Finding> findings, List<NotEvaluated> notEvaluated) {

    public JudgedGroup {
        findings = List.copyOf(findings);
        notEvaluated = List.copyOf(notEvaluated);
        if (findings.stream().map(Finding::fingerprint).distinct().count() < findings.size()) {
            throw new IllegalArgumentException("a fingerprint twice: " + group);
        }
    }
}
