package id.patuh.ledger.life;

import id.patuh.check.Finding;
import id.patuh.check.NotEvaluated;
import java.util.List;

/**
 * What a run found of a group.
 *
 * @param group what was judged
 * @param facts tells from which facts, in a few signs: others where these are others
 * @param findings all violations, each fingerprint once
 * @param notEvaluated all rules that lacked facts
 * @param nameless whether its facts name persons no longer, so that what was found before may not either
 */
public record JudgedGroup(
        Group group, String facts, List<Finding> findings, List<NotEvaluated> notEvaluated, boolean nameless) {

    private static final int LONGEST_FACTS = 64;

    /** A group whose facts are as they were read. */
    public JudgedGroup(Group group, String facts, List<Finding> findings, List<NotEvaluated> notEvaluated) {
        this(group, facts, findings, notEvaluated, false);
    }

    public JudgedGroup {
        findings = List.copyOf(findings);
        notEvaluated = List.copyOf(notEvaluated);
        if (facts.length() > LONGEST_FACTS) {
            throw new IllegalArgumentException("too long: " + facts);
        }
        if (findings.stream().map(Finding::fingerprint).distinct().count() < findings.size()) {
            throw new IllegalArgumentException("a fingerprint twice: " + group);
        }
    }
}
