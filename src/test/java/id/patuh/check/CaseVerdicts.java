package id.patuh.check;

import id.patuh.ruleset.RuleSet;
import id.patuh.skm.FollowUpRecord;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts on all cases of a log, as the whole check groups its rows. */
final class CaseVerdicts {

    private CaseVerdicts() {}

    /** By case number. */
    static Map<String, CaseVerdict> of(
            RuleSet rules,
            Instant asOf,
            List<FollowUpRecord> followUps,
            List<ActivityRecord> rows,
            List<LostActivity> lost) {
        LostAnywhere anywhere = new LostAnywhere();
        Map<String, List<LostActivity>> lostOf = new LinkedHashMap<>();
        for (LostActivity each : lost) {
            if (each.caseId() == null) {
                anywhere.add(each);
            } else {
                lostOf.computeIfAbsent(each.caseId(), id -> new ArrayList<>()).add(each);
            }
        }
        anywhere.narrow(rows)
                .forEach(each -> lostOf.computeIfAbsent(each.caseId(), id -> new ArrayList<>())
                        .add(each));
        Map<String, CaseVerdict> verdicts = new TreeMap<>();
        try (CaseCheck check = new CaseCheck(
                rules, asOf, followUps, anywhere.rows(), verdict -> verdicts.put(verdict.caseId(), verdict))) {
            for (List<ActivityRecord> ofCase : byCase(rows)) {
                check.add(ofCase, lostOf.getOrDefault(ofCase.get(0).caseId(), List.of()));
            }
            check.end();
        }
        return verdicts;
    }

    /** The rows of each case number, in the order of the input. */
    static Collection<List<ActivityRecord>> byCase(List<ActivityRecord> rows) {
        Map<String, List<ActivityRecord>> cases = new LinkedHashMap<>();
        rows.forEach(row ->
                cases.computeIfAbsent(row.caseId(), id -> new ArrayList<>()).add(row));
        return cases.values();
    }
}
