package id.patuh.bench.hand;

/** The case at hand, with what is worked out before it is judged: steps, rounds and decisions of its rows. */
final class HandCase {

    private static final int MOST_STEPS = 64;
    private static final long NEVER = Long.MAX_VALUE;

    CaseRows rows;
    /** Null where the rule set lacks it. */
    HandSop sop;
    /** The SOP's place among all of them; negative where there is none. */
    int sopNumber;
    /** A bit for each step that was begun. */
    long done;
    /** Whether a row has no end. */
    boolean running;
    /** Whether a row's decision is to revise. */
    boolean refused;
    /** By row: the position of its step, -1 where the SOP has none. */
    int[] position = new int[0];
    /** By row, from 1. */
    int[] round = new int[0];

    // By position of the step.
    private final int[] times = new int[MOST_STEPS];
    private final long[] earliestEnd = new long[MOST_STEPS];
    private final int[] lastRow = new int[MOST_STEPS];

    /** Rows with a decision. */
    private int[] decided = new int[0];

    private int decisions;

    void begin(CaseRows of, HandSop ofSop, int ofNumber) {
        rows = of;
        sop = ofSop;
        sopNumber = ofNumber;
        if (position.length < rows.count) {
            position = new int[rows.count * 2];
            round = new int[rows.count * 2];
            decided = new int[rows.count * 2];
        }
        done = 0;
        countRounds();
        noteDecisions();
    }

    private void countRounds() {
        for (int i = 0; i < rows.count; i++) {
            int at = sop == null ? -1 : sop.position[rows.step[i]];
            position[i] = at;
            round[i] = at < 0 ? roundOfUnknown(i) : roundOf(i, at);
        }
    }

    private void noteDecisions() {
        running = false;
        refused = false;
        decisions = 0;
        for (int i = 0; i < rows.count; i++) {
            if (rows.end[i] == CaseRows.RUNNING) {
                running = true;
            }
            if (rows.decision[i] != CaseRows.NONE) {
                decided[decisions++] = i;
                refused |= rows.decision[i] == CaseRows.REVISE;
            }
        }
    }

    private int roundOfUnknown(int i) {
        int count = 1;
        for (int j = 0; j < i; j++) {
            count += rows.step[j] == rows.step[i] ? 1 : 0;
        }
        return count;
    }

    private int roundOf(int i, int at) {
        long bit = 1L << at;
        if ((done & bit) == 0) {
            done |= bit;
            times[at] = 0;
            earliestEnd[at] = NEVER;
        }
        earliestEnd[at] = Math.min(earliestEnd[at], rows.end[i]);
        lastRow[at] = i;
        return ++times[at];
    }

    /** Whether the last step was done, and not sent back. */
    boolean isClosed() {
        int last = sop.count - 1;
        return (done >> last & 1) == 1 && isFinished(last);
    }

    /** Steps that had to be finished before a step began and were not, a bit each. */
    long unfinished(int p, long start) {
        long found = 0;
        for (long rest = sop.after[p]; rest != 0; rest &= rest - 1) {
            int before = Long.numberOfTrailingZeros(rest);
            if ((done >> before & 1) == 1) {
                found |= earliestEnd[before] > start ? 1L << before : 0;
            } else if (sop.optional[before]) {
                found |= unfinished(before, start);
            }
        }
        return found;
    }

    /** The row of the latest decision of a step by then; -1 where there is none. */
    int latestDecision(int approval, long at) {
        int latest = -1;
        for (int d = 0; d < decisions; d++) {
            int i = decided[d];
            if (position[i] == approval && rows.end[i] <= at && (latest < 0 || rows.end[i] >= rows.end[latest])) {
                latest = i;
            }
        }
        return latest;
    }

    /** Whether the approval was gone through again between a decision and a row. */
    boolean isFollowed(int approval, int decided, int row, int p) {
        for (int i = 0; i < row; i++) {
            int other = position[i];
            if (other >= 0
                    && rows.start[i] >= rows.end[decided]
                    && (sop.ancestors[other] >> approval & 1) == 1
                    && (sop.ancestors[p] >> other & 1) == 1) {
                return true;
            }
        }
        return false;
    }

    boolean isLastRound(int row) {
        for (int i = row + 1; i < rows.count; i++) {
            if (rows.step[i] == rows.step[row]) {
                return false;
            }
        }
        return true;
    }

    private boolean isFinished(int last) {
        for (int i = 0; i < rows.count; i++) {
            if (position[i] == last && rows.end[i] != CaseRows.RUNNING && rows.decision[i] != CaseRows.REVISE) {
                return true;
            }
        }
        return false;
    }

    /** The step that has to follow a row; -1 where none has. */
    int next(int latest) {
        int p = position[latest];
        if (sop.decision[p] && rows.decision[latest] != CaseRows.NONE) {
            int target = rows.decision[latest] == CaseRows.APPROVE ? sop.approve[p] : sop.revise[p];
            if (target >= 0) {
                return target;
            }
        }
        for (int step = p + 1; step < sop.count; step++) {
            boolean never = (done >> step & 1) == 0;
            boolean again = !never && round[latest] > 1 && rows.start[lastRow[step]] < rows.start[latest];
            if (!sop.optional[step] && (never || again)) {
                return step;
            }
        }
        return -1;
    }
}
