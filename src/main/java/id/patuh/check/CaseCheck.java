package id.patuh.check;

import id.patuh.engine.JoinBudget;
import id.patuh.ruleset.RuleSet;
import id.patuh.skm.FollowUpRecord;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.CaseFile;
import id.patuh.sop.Deadline;
import id.patuh.sop.LostActivity;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Checks cases whose rows were read before, each for itself: of a case number it finds what a {@link ComplianceCheck} over
 * the same rows and any others finds of it. Judges on all cores; what it holds does not grow with the cases. One instance
 * serves one check.
 */
public final class CaseCheck implements AutoCloseable {

    private final RuleNeeds needs;
    private final NextChange nextChange;
    private final Consumer<CaseVerdict> verdicts;
    private final Judges judges;
    private final CaseBatches batches;
    private final Queue<CaseVerdict> given = new ConcurrentLinkedQueue<>();

    /** The cases of one number, and what their logs did not hold. */
    private record Bound(List<CaseFile> cases, List<MissingFact> missing) {}

    /**
     * @param asOf the moment that deadlines are judged by
     * @param followUps all that are known, whose plans limits are counted by
     * @param verdicts takes each verdict, in no certain order; called by the thread that gives the cases
     */
    public CaseCheck(RuleSet ruleSet, Instant asOf, List<FollowUpRecord> followUps, Consumer<CaseVerdict> verdicts) {
        this.needs = new RuleNeeds(ruleSet.rules().catalog());
        this.nextChange = new NextChange(ruleSet.rules(), asOf);
        this.verdicts = verdicts;
        FollowUpSchedules plans = new FollowUpSchedules(followUps);
        JoinBudget budget = new JoinBudget();
        this.judges = new Judges(() -> new Judge(ruleSet, asOf, plans, budget), this::judge);
        this.batches = new CaseBatches(judges, CaseBatches.lostRows(ruleSet, List.of())::and);
    }

    /**
     * Takes the next case number. Verdicts that are ready are given away.
     *
     * @param rows all rows of a number that did not come before, in the order of the input; at least one
     * @param lost rows that could not be read and are of this number, or may be: those that do not tell their case
     */
    public void add(List<ActivityRecord> rows, List<LostActivity> lost) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a case without rows");
        }
        batches.beginCase();
        rows.forEach(batches::add);
        lost.stream().filter(row -> row.caseId() != null).forEach(batches::lose);
        List<LostActivity> untold =
                lost.stream().filter(row -> row.caseId() == null).toList();
        if (!untold.isEmpty()) {
            batches.mayLack(rows.get(0).caseId(), untold);
        }
        give();
    }

    /** Waits until all cases are judged, and gives away the last verdicts. */
    public void end() {
        batches.end();
        give();
    }

    /** Gives up what is not judged yet. */
    @Override
    public void close() {
        judges.close();
    }

    private void give() {
        for (CaseVerdict verdict = given.poll(); verdict != null; verdict = given.poll()) {
            verdicts.accept(verdict);
        }
    }

    private void judge(Judge judge, CaseBatch batch) {
        Map<String, Bound> numbers = new LinkedHashMap<>();
        for (List<ActivityRecord> rows : batch.cases()) {
            numbers.put(rows.get(0).caseId(), new Bound(judge.bind(rows, batch.lost()), judge.missing()));
        }
        Map<String, List<Violation>> found = new HashMap<>();
        List<CaseFile> all = numbers.values().stream()
                .map(Bound::cases)
                .flatMap(Collection::stream)
                .toList();
        for (Violation violation : judge.judge(all)) {
            found.computeIfAbsent(violation.subject().caseId(), number -> new ArrayList<>())
                    .add(violation);
        }
        numbers.forEach((number, bound) -> given.add(verdict(number, bound, found.getOrDefault(number, List.of()))));
    }

    private CaseVerdict verdict(String number, Bound bound, List<Violation> violations) {
        return new CaseVerdict(
                number,
                Findings.ofCase(violations),
                bound.missing().stream()
                        .map(needs::without)
                        .flatMap(List::stream)
                        .sorted(NotEvaluatedRules.ORDER)
                        .toList(),
                nextChange.of(bound.cases()),
                bound.cases().stream()
                        .flatMap(file -> file.deadlines().stream())
                        .sorted(Comparator.comparing(Deadline::due))
                        .toList(),
                bound.cases().stream().anyMatch(CaseFile::asksPlans));
    }
}
