package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.ledger.life.LifeRun;
import id.patuh.report.AllWords;
import id.patuh.skm.AbsentSurvey;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.util.Collection;
import java.util.List;

/**
 * The grades of surveys from run to run. They are kept by the runs that told them, only where these told something new, and
 * stay when the surveys themselves are purged. What a run told that is not completed does not show.
 */
public final class SurveyTrends {

    private final Store store;

    public SurveyTrends(Store store) {
        this.store = store;
    }

    /**
     * Keeps what a run tells of the grades of its scope, where the last completed run knew it otherwise; in the transaction
     * that records the shard with the scope's surveys. Recorded again, it takes the place of what was recorded before.
     *
     * @param run under way
     * @param grades all that it gives
     * @param absent surveys of which something is not there any more: their last grades stay
     * @param words those of the run's rule set
     */
    public static Transaction.Step record(
            LifeRun run, List<Grade> grades, Collection<AbsentSurvey> absent, AllWords words) {
        return transaction -> {
            GradeTables tables = new GradeTables(transaction);
            tables.clear(run.id());
            tables.add(run, new GradeMoves(tables.latest(run.scopeId()), grades, absent).all(), words);
        };
    }

    /**
     * Removes what a run under way has recorded, in the transaction that gives it up.
     *
     * @param run the number by which tables know the run
     */
    public static Transaction.Step forget(long run) {
        return transaction -> new GradeTables(transaction).clear(run);
    }

    /**
     * The grade of each survey as of the last completed run, then of surveys taken together, in the order in which they were
     * first told; without those that are no longer there.
     */
    public List<ToldGrade> grades(String scope) {
        return store.read(transaction -> GradeHistory.latest(new GradeTables(transaction).told(scope, Long.MAX_VALUE)));
    }

    /** The same as of an earlier completed run. */
    public List<ToldGrade> grades(LifeRun run) {
        return GradeHistory.latest(told(run));
    }

    /** All that completed runs ever told of the grades of a scope, in the order in which they told it. */
    public List<ToldGrade> history(String scope) {
        return store.read(transaction -> new GradeTables(transaction).told(scope, Long.MAX_VALUE));
    }

    /**
     * What completed runs told up to one, by unit and service, in the order of periods; also what was corrected since, and
     * what is no longer there.
     */
    public List<SurveySeries> series(LifeRun run) {
        return GradeHistory.series(told(run));
    }

    private List<ToldGrade> told(LifeRun run) {
        if (!run.isCompleted()) {
            throw new IllegalArgumentException("not completed: " + run);
        }
        return store.read(transaction -> new GradeTables(transaction).told(run.scope(), run.number()));
    }

    /** Whether a completed run, or those before it, told anything of grades after another one. */
    public boolean isToldSince(LifeRun run, long since) {
        return store.read(transaction -> new GradeTables(transaction).isTold(run.scopeId(), since, run.number()));
    }
}
