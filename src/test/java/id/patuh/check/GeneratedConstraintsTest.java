package id.patuh.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ActivityRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random cases are judged as Declare defines its templates: verdict and breaking activities, for every kind about order. */
class GeneratedConstraintsTest {

    private static final int CASES = ConstraintLog.CASES;
    private static final List<String> IDS = ids();

    @ParameterizedTest
    @MethodSource("id.patuh.check.ConstraintLog#seeds")
    void casesOfAFreeSopAreFinishedTraces(long seed) {
        ConstraintLog log = log(seed, "abbcx", 9);
        Map<String, Set<Integer>> expected = new TreeMap<>();
        traces(log)
                .forEach((caseId, rows) -> IDS.forEach(
                        id -> expect(expected, caseId + " " + id, rows, DeclareOracle.broken(id, letters(rows)))));

        CheckResult result = log.check(ConstraintLog.rules("free", ConstraintLog.orderConstraints()));

        assertThat(ConstraintLog.broken(result)).isEqualTo(expected);
        assertThat(ConstraintLog.notEvaluated(result)).isEmpty();
        assertBothVerdicts(expected);
    }

    /** A case whose last step d is not finished may go on in any way. */
    @ParameterizedTest
    @MethodSource("id.patuh.check.ConstraintLog#seeds")
    void openCasesBreakOnlyWhatNoContinuationMends(long seed) {
        ConstraintLog log = log(seed, "aabbcxd", 6);
        Map<String, Set<Integer>> expected = new TreeMap<>();
        traces(log).forEach((caseId, rows) -> {
            String trace = letters(rows);
            boolean closed =
                    rows.stream().anyMatch(r -> ConstraintLog.letter(r) == 'd' && r.end() != ActivityRecord.RUNNING);
            IDS.forEach(id -> expect(
                    expected,
                    caseId + " " + id,
                    rows,
                    closed ? DeclareOracle.broken(id, trace) : DeclareOracle.brokenForGood(id, trace)));
        });

        CheckResult result = log.check(ConstraintLog.rules("sequential", ConstraintLog.orderConstraints()));

        assertThat(ConstraintLog.broken(result)).isEqualTo(expected);
        assertThat(ConstraintLog.notEvaluated(result)).isEmpty();
        assertBothVerdicts(expected);
    }

    /** A test in which a constraint always holds, or never, shows nothing. */
    private static void assertBothVerdicts(Map<String, Set<Integer>> expected) {
        for (String id : IDS) {
            assertThat(expected.keySet().stream().filter(k -> k.endsWith(" " + id)))
                    .as(id)
                    .hasSizeBetween(1, CASES - 1);
        }
    }

    private static void expect(
            Map<String, Set<Integer>> expected, String key, List<ActivityRecord> rows, Set<Integer> positions) {
        if (positions != null) {
            expected.put(
                    key,
                    positions.stream()
                            .map(p -> rows.get(p).row().number())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** Rows of many cases in any order; few different times, so that many are equal. */
    private static ConstraintLog log(long seed, String letters, int longest) {
        Random random = new Random(seed);
        List<Integer> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.addAll(Collections.nCopies(1 + random.nextInt(longest), i));
        }
        Collections.shuffle(cases, random);
        ConstraintLog log = new ConstraintLog();
        long hour = Duration.ofHours(1).toMillis();
        for (int i : cases) {
            long start = ConstraintLog.START.toEpochMilli() + random.nextInt(6) * hour;
            long end = random.nextInt(6) == 0 ? ActivityRecord.RUNNING : start + random.nextInt(3) * hour;
            log.add("C" + i, letters.charAt(random.nextInt(letters.length())), null, start, end);
        }
        return log;
    }

    private static Map<String, List<ActivityRecord>> traces(ConstraintLog log) {
        Map<String, List<ActivityRecord>> cases = new LinkedHashMap<>();
        log.rows.forEach(
                r -> cases.computeIfAbsent(r.caseId(), c -> new ArrayList<>()).add(r));
        cases.values()
                .forEach(rows -> rows.sort(Comparator.comparing(ActivityRecord::start)
                        .thenComparing(ActivityRecord::end)
                        .thenComparing(r -> r.row().number())));
        return cases;
    }

    private static String letters(List<ActivityRecord> rows) {
        return rows.stream().map(r -> "" + ConstraintLog.letter(r)).collect(Collectors.joining());
    }

    private static List<String> ids() {
        List<String> ids = new ArrayList<>(List.of("init", "end"));
        ids.addAll(ConstraintLog.PAIRS);
        for (String kind : List.of("existence", "absence", "exactly")) {
            for (int count = 1; count <= 3; count++) {
                ids.add(kind + ":" + count);
            }
        }
        return ids;
    }
}
