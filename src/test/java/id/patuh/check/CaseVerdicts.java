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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Map<String, CaseVerdict> verdicts = new TreeMap<>();
        try (CaseCheck check =
                new CaseCheck(rules, asOf, followUps, verdict -> verdicts.put(verdict.caseId(), verdict))) {
            each(rows, lost, check::add);
            check.end();
        }
        return verdicts;
    }

    /** Gives the rows of each case number with those that were lost and are of it, or may be. */
    static void each(
            List<ActivityRecord> rows,
            List<LostActivity> lost,
            BiConsumer<List<ActivityRecord>, List<LostActivity>> taker) {
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
        for (List<ActivityRecord> ofCase : byCase(rows)) {
            List<LostActivity> own = lostOf.getOrDefault(ofCase.get(0).caseId(), List.of());
            taker.accept(ofCase, lostOf(ofCase, own, anywhere));
        }
    }

    /** What was lost of a case, and of those rows that may be of any case what stood in its files. */
    private static List<LostActivity> lostOf(List<ActivityRecord> rows, List<LostActivity> own, LostAnywhere anywhere) {
        Set<String> paths = rows.stream().map(row -> row.row().table().path()).collect(Collectors.toSet());
        return Stream.concat(own.stream(), anywhere.rows().stream().filter(row -> paths.contains(row.path())))
                .toList();
    }

    /** The rows of each case number, in the order of the input. */
    static Collection<List<ActivityRecord>> byCase(List<ActivityRecord> rows) {
        Map<String, List<ActivityRecord>> cases = new LinkedHashMap<>();
        rows.forEach(row ->
                cases.computeIfAbsent(row.caseId(), id -> new ArrayList<>()).add(row));
        return cases.values();
    }
}
