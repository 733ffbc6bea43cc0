package id.patuh.check;

import id.patuh.engine.JoinBudget;
import id.patuh.intake.ActivitySink;
import id.patuh.intake.Dataset;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.CaseFile;
import id.patuh.sop.LostActivity;
import id.patuh.sop.LostRows;
import id.patuh.sop.PlanSchedules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * The way of activities from the reader to the judges. A short log is kept until it has been read. Of a long one the
 * beginning shows whether the rows of each case stand together: then cases are judged while the rest is read, else all
 * rows are sorted by case first. Either way gives the same findings, in memory that does not grow with the log.
 */
final class CaseStream implements ActivitySink, AutoCloseable {

    private final RuleSet ruleSet;
    private final CheckRequest request;
    private final boolean mayStream;
    private final Findings findings;
    private final NotEvaluatedRules notEvaluated;
    private final Judges judges;
    private final LongAdder cases = new LongAdder();
    private final CaseShapes shapes = new CaseShapes();
    private final List<Row> head = new ArrayList<>();
    /** Null while the head is read. */
    private CaseGrouping grouping;

    /** Null until they are known, or are taken to be none. */
    private PlanSchedules plans;

    private volatile boolean plansAsked;
    private long activities;
    private boolean inVain;

    /** A row that was read, or one that was lost; the other one is null. */
    private record Row(ActivityRecord read, LostActivity lost) {}

    /**
     * @param mayStream whether cases may be judged before all is read
     */
    CaseStream(RuleSet ruleSet, CheckRequest request, boolean mayStream) {
        this.ruleSet = ruleSet;
        this.request = request;
        this.mayStream = mayStream;
        this.findings = new Findings(request.mostInMemory());
        this.notEvaluated = new NotEvaluatedRules(ruleSet.rules().catalog(), request.mostInMemory());
        JoinBudget budget = new JoinBudget();
        this.judges = new Judges(() -> new Judge(ruleSet, request.asOf(), plans, budget), this::judge);
    }

    @Override
    public void add(ActivityRecord activity) {
        activities++;
        shapes.note(activity.caseId());
        if (grouping == null) {
            begin(new Row(activity, null));
        } else {
            grouping.add(activity);
        }
    }

    @Override
    public void lose(LostActivity lost) {
        shapes.note(lost.caseId());
        if (grouping == null) {
            begin(new Row(null, lost));
        } else {
            grouping.lose(lost);
        }
    }

    @Override
    public boolean hasCaseOfShape(String shape) {
        return shapes.has(shape);
    }

    @Override
    public void end(Dataset read) {
        boolean plansToCome = plans != null;
        if (!plansToCome) {
            plans = new FollowUpSchedules(read.followUps());
        }
        if (grouping == null) {
            sort();
        }
        grouping.end();
        if (plansToCome && plansAsked && !read.followUps().isEmpty()) {
            throw distrust();
        }
    }

    private ReadAgain distrust() {
        inVain = true;
        return new ReadAgain();
    }

    /** Whether it demanded that all be read again, since it had taken for granted what is not so. */
    boolean wasInVain() {
        return inVain;
    }

    /** What the judges found. */
    Findings findings() {
        return findings;
    }

    /** How many rows were read. */
    long activities() {
        return activities;
    }

    /** How many cases they were. */
    long cases() {
        return cases.sum();
    }

    /** What could not be judged. */
    NotEvaluatedRules notEvaluated() {
        return notEvaluated;
    }

    /** Forgets what was found. */
    void discard() {
        close();
        findings.close();
        notEvaluated.close();
    }

    /** Ends the judging; what was found stays. */
    @Override
    public void close() {
        judges.close();
        if (grouping != null) {
            grouping.close();
        }
    }

    private void begin(Row row) {
        head.add(row);
        if (head.size() < request.mostInMemory()) {
            return;
        }
        if (mayStream && isGrouped()) {
            plans = (unit, start) -> null;
            group(new StraightCases(new CaseBatches(judges, this::lostRows), this::distrust));
        } else {
            sort();
        }
    }

    private void sort() {
        group(new SortedCases(judges, this::lostRows, request.mostInMemory()));
    }

    /** Whether the rows of each case stand together so far, and nothing says that they will not. */
    private boolean isGrouped() {
        Set<String> seen = new HashSet<>();
        String open = null;
        for (Row row : head) {
            String caseId = row.read == null ? row.lost.caseId() : row.read.caseId();
            if (caseId == null || row.read != null && !row.read.row().table().isSealed()) {
                return false;
            }
            if (!caseId.equals(open) && !seen.add(caseId)) {
                return false;
            }
            open = caseId;
        }
        return true;
    }

    private void group(CaseGrouping by) {
        grouping = by;
        for (Row row : head) {
            if (row.read == null) {
                by.lose(row.lost);
            } else {
                by.add(row.read);
            }
        }
        head.clear();
    }

    private void judge(Judge judge, CaseBatch batch) {
        List<CaseFile> bound = judge.bind(batch.rows(), batch.lost());
        findings.add(batch.number(), judge.judge(bound));
        notEvaluated.add(judge.missing());
        cases.add(bound.size());
        if (bound.stream().anyMatch(CaseFile::asksPlans)) {
            plansAsked = true;
        }
    }

    private LostRows lostRows(List<LostActivity> lost) {
        return CaseBatches.lostRows(ruleSet, lost);
    }
}
