package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.JoinBudget;
import id.patuh.sop.LostActivity;
import id.patuh.sop.LostRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How much is held of cases on their way to the judges. */
class CaseBatchesTest {

    private static final int CASES = 50;
    private static final int ROWS = 1_000;

    @Test
    void longCasesAreNotHeldTillThereAreManyOfThem() {
        List<Integer> casesSoFar = new ArrayList<>();
        ConstraintLog log = new ConstraintLog();
        try (Judges judges =
                new Judges(CaseBatchesTest::judge, (judge, batch) -> judge.bind(batch.rows(), batch.lost()))) {
            CaseBatches batches = new CaseBatches(judges, lost -> {
                casesSoFar.add(log.rows.size() / ROWS);
                return none(lost);
            });
            for (int i = 0; i < CASES; i++) {
                batches.beginCase();
                for (int row = 0; row < ROWS; row++) {
                    log.add("K-" + i, 'a', "P", row, row);
                    batches.add(log.rows.get(log.rows.size() - 1));
                }
            }
            batches.end();
        }

        assertThat(casesSoFar).startsWith(2, 4, 6).endsWith(CASES - 2, CASES).hasSize(CASES / 2);
    }

    private static LostRows none(List<LostActivity> lost) {
        return new LostRows(lost, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static Judge judge() {
        return new Judge(RULES, Instant.EPOCH, (unit, start) -> null, new JoinBudget());
    }
}
