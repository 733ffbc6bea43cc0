package id.patuh.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RuleSet;
import id.patuh.sop.ActivityRecord.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A case as long as some real ones: whatever takes more than one pass over it a question does not come to an end. */
class LongCaseTest {

    private static final int ACTIVITIES = 200_000;
    private static final int REPEATED = 500_000;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyConstraintOfAVeryLongCaseIsJudged() {
        List<String> constraints = new ArrayList<>(ConstraintLog.orderConstraints());
        constraints.add("{id: four-eyes, kind: four-eyes, steps: [a, b]}");
        constraints.add("{id: different-persons, kind: different-persons, steps: [a, b]}");
        constraints.add("{id: within, kind: within, steps: [a, d], limit: 2 jam}");
        RuleSet rules = ConstraintLog.rules("free", constraints);
        ConstraintLog log = new ConstraintLog();
        long at = ConstraintLog.START.toEpochMilli();
        for (int i = 0; i < ACTIVITIES; i++) {
            log.add("A", i % 2 == 0 ? 'b' : 'a', "P-" + i, at + i, at + i + 1);
        }

        assertThat(ConstraintLog.broken(log.check(rules)))
                .containsKeys("A response", "A precedence", "A alternate-succession", "A chain-succession", "A within")
                .doesNotContainKeys("A four-eyes", "A different-persons", "A co-existence");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatFollowsARefusalInAVeryLongCaseIsJudged() {
        RuleSet rules = ConstraintLog.rules("""
                {id: T, title: Test, in_force: 2020-01-01,
                 steps: [{title: a}, {title: b, decision: {approve: 3, revise: 1}}, {title: c}, {title: d}]}
                """);
        ConstraintLog log = new ConstraintLog();
        long at = ConstraintLog.START.toEpochMilli();
        log.add("A", 'a', "P-1", at, at + 1);
        log.add("A", 'b', "P-2", at + 1, at + 2, Outcome.REVISE);
        log.add("A", 'c', "P-1", at + 2, at + 3);
        for (int i = 3; i < REPEATED; i++) {
            log.add("A", 'd', "P-1", at + i, at + i + 1);
        }

        assertThat(log.check(rules).findings())
                .extracting(f ->
                        f.violation().rule() + " " + f.violation().subject().step())
                .containsExactly("approval-bypassed 3", "rework-excessive 4");
    }
}
