package id.patuh.check;

import id.patuh.ruleset.RuleSet;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.sop.LostRows;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Whole cases on their way to the judges, given a case at a time and handed on by batches. */
final class CaseBatches implements CaseVisitor {

    /** Cases judged in one session: enough to spread its cost, few enough to keep its memories small (measured). */
    private static final int BATCH = 100;
    /** Cases of so many rows in all are a batch too: some dozens of times what a case mostly has. */
    private static final int MOST_ROWS = 2_000;

    private final Judges judges;
    private final Function<List<LostActivity>, LostRows> lostRows;
    private List<ActivityRecord> rows = new ArrayList<>();
    private List<Integer> begins = new ArrayList<>();
    private List<LostActivity> lost = new ArrayList<>();
    private Map<String, List<LostActivity>> untold = new HashMap<>();
    private long batches;

    /** @param lostRows gives what the judges need to know of lost rows, from those of the batch's own cases */
    CaseBatches(Judges judges, Function<List<LostActivity>, LostRows> lostRows) {
        this.judges = judges;
        this.lostRows = lostRows;
    }

    /** Rows that could not be read, under a rule set's names of SOPs and units. */
    static LostRows lostRows(RuleSet ruleSet, List<LostActivity> lost) {
        return new LostRows(lost, ruleSet.sops()::canonical, Wording::normalise);
    }

    @Override
    public void beginCase() {
        if (begins.size() == BATCH || rows.size() >= MOST_ROWS) {
            judges.take(batch());
            rows = new ArrayList<>(rows.size());
            begins = new ArrayList<>(BATCH);
            lost = new ArrayList<>();
            untold = new HashMap<>();
        }
        begins.add(rows.size());
    }

    @Override
    public void add(ActivityRecord row) {
        rows.add(row);
    }

    @Override
    public void lose(LostActivity row) {
        lost.add(row);
    }

    /**
     * Takes rows that could not be read and do not tell their case, but may be of this one of those at hand: of a log of its
     * own, say.
     */
    void mayLack(String caseId, List<LostActivity> rows) {
        untold.put(caseId, rows);
    }

    /** Hands on the last cases, and waits until all are judged. */
    void end() {
        judges.takeLast(batch());
    }

    private CaseBatch batch() {
        return new CaseBatch(batches++, rows, begins, lostRows.apply(lost).andMaybe(untold));
    }
}
