package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.law.WorkingCalendar;
import id.patuh.sop.ActivityRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random cases are judged by person and time as trying everything out judges them. */
class GeneratedPersonsAndTimesTest {

    private static final int CASES = ConstraintLog.CASES;
    private static final String[] CELLS = {
        null, "?", "EMPTY", "P-1", "p 1", "P-2", "P-3", "P-4", "P-5", "P-6", "P-1; P-3", "P-2;-", "P-4;P-4"
    };

    private record Deed(char step, String cell, int row) {}

    /** Every unknown person is tried out as everybody else, and as somebody new. */
    @ParameterizedTest
    @MethodSource("id.patuh.check.ConstraintLog#seeds")
    void whereNothingThatAnUnknownPersonMayBeChangesTheVerdictThereIsOne(long seed) {
        Random random = new Random(seed);
        ConstraintLog log = new ConstraintLog();
        Map<String, Set<Integer>> expected = new TreeMap<>();
        Map<String, Integer> unknown = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            List<Deed> deeds = new ArrayList<>();
            long at = ConstraintLog.START.toEpochMilli();
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                String cell = CELLS[random.nextInt(CELLS.length)];
                char step = "abcx".charAt(random.nextInt(4));
                deeds.add(new Deed(step, cell, log.rows.size()));
                log.add("C" + i, step, cell, at, at + 1);
                at += 60_000;
            }
            List<Deed> ab = deeds.stream()
                    .filter(d -> d.step() == 'a' || d.step() == 'b')
                    .toList();
            judge("C" + i + " four-eyes", ab, GeneratedPersonsAndTimesTest::sameHand, true, expected, unknown);
            judge("C" + i + " different-persons", ab, GeneratedPersonsAndTimesTest::repeated, true, expected, unknown);
            judge("C" + i + " same-person", ab, GeneratedPersonsAndTimesTest::several, false, expected, unknown);
        }

        CheckResult result = log.check(ConstraintLog.rules(
                "free",
                List.of(
                        "{id: four-eyes, kind: four-eyes, steps: [a, b]}",
                        "{id: different-persons, kind: different-persons, steps: [a, b]}",
                        "{id: same-person, kind: same-person, steps: [a, b]}")));

        assertThat(ConstraintLog.broken(result)).isEqualTo(expected);
        Map<String, Integer> notEvaluated = new TreeMap<>();
        result.notEvaluated().stream()
                .filter(n -> n.rule().startsWith("constraint-"))
                .forEach(n -> notEvaluated.put(
                        n.missing().subject().constraint(), n.missing().count()));
        assertThat(notEvaluated).isEqualTo(unknown).hasSize(3);
    }

    /**
     * @param others whether an unknown person may be any of the others; else one unknown is enough for doubt
     * @param unknown counts the cases that cannot be judged
     */
    private static void judge(
            String key,
            List<Deed> deeds,
            java.util.function.Function<List<Map.Entry<Deed, Set<String>>>, Set<Integer>> breaking,
            boolean others,
            Map<String, Set<Integer>> expected,
            Map<String, Integer> unknown) {
        List<Map.Entry<Deed, Set<String>>> known = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            Set<String> persons = new HashSet<>();
            String cell = deeds.get(i).cell();
            for (String name : (cell == null ? "?" : cell).split(";")) {
                String plain = name.strip().toLowerCase().replace(' ', '-');
                if (plain.startsWith("p")) {
                    persons.add(plain);
                } else {
                    gaps.add(i);
                }
            }
            known.add(Map.entry(deeds.get(i), persons));
        }
        Set<Integer> broken = breaking.apply(known);
        if (!broken.isEmpty()) {
            expected.put(key, broken);
        } else if (others ? mayBreak(known, gaps, 0, k -> !breaking.apply(k).isEmpty()) : !gaps.isEmpty()) {
            unknown.merge(key.replaceFirst(".* ", ""), 1, Integer::sum);
        }
    }

    private static boolean mayBreak(
            List<Map.Entry<Deed, Set<String>>> known,
            List<Integer> gaps,
            int gap,
            Predicate<List<Map.Entry<Deed, Set<String>>>> breaks) {
        if (gap == gaps.size()) {
            return breaks.test(known);
        }
        Set<String> candidates = new TreeSet<>(Set.of("new-" + gap));
        known.forEach(k -> candidates.addAll(k.getValue()));
        for (String candidate : candidates) {
            List<Map.Entry<Deed, Set<String>>> tried = new ArrayList<>(known);
            Map.Entry<Deed, Set<String>> entry = tried.get(gaps.get(gap));
            Set<String> persons = new HashSet<>(entry.getValue());
            persons.add(candidate);
            tried.set(gaps.get(gap), Map.entry(entry.getKey(), persons));
            if (mayBreak(tried, gaps, gap + 1, breaks)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Integer> sameHand(List<Map.Entry<Deed, Set<String>>> deeds) {
        return pairs(deeds, (one, other) -> one.step() != other.step());
    }

    private static Set<Integer> repeated(List<Map.Entry<Deed, Set<String>>> deeds) {
        return pairs(deeds, (one, other) -> one.row() != other.row());
    }

    /** Rows of activities that share a person with another one. */
    private static Set<Integer> pairs(
            List<Map.Entry<Deed, Set<String>>> deeds, java.util.function.BiPredicate<Deed, Deed> apart) {
        Set<String> shared = new HashSet<>();
        for (Map.Entry<Deed, Set<String>> one : deeds) {
            for (Map.Entry<Deed, Set<String>> other : deeds) {
                if (apart.test(one.getKey(), other.getKey())) {
                    one.getValue().stream().filter(other.getValue()::contains).forEach(shared::add);
                }
            }
        }
        Set<Integer> rows = new TreeSet<>();
        deeds.stream()
                .filter(d -> d.getValue().stream().anyMatch(shared::contains))
                .forEach(d -> rows.add(d.getKey().row()));
        return rows;
    }

    private static Set<Integer> several(List<Map.Entry<Deed, Set<String>>> deeds) {
        Set<String> persons = new HashSet<>();
        Set<Integer> rows = new TreeSet<>();
        for (Map.Entry<Deed, Set<String>> deed : deeds) {
            persons.addAll(deed.getValue());
            if (!deed.getValue().isEmpty()) {
                rows.add(deed.getKey().row());
            }
        }
        return persons.size() > 1 ? rows : Set.of();
    }

    @ParameterizedTest
    @MethodSource("id.patuh.check.ConstraintLog#seeds")
    void timeIsLimitedFromTheFirstAToTheFirstBAfterIt(long seed) {
        Random random = new Random(seed);
        Map<String, TimeLimit> limits = new LinkedHashMap<>();
        List<String> constraints = new ArrayList<>();
        for (String limit : List.of("2 jam", "1 hari", "2 hari", "1 minggu")) {
            for (String clock : List.of("working", "elapsed")) {
                String id = limit + "/" + clock;
                limits.put(id, TimeLimit.parse(limit).orElseThrow());
                constraints.add(
                        "{id: %s, kind: within, steps: [a, b], limit: %s, clock: %s}".formatted(id, limit, clock));
            }
        }
        WorkingCalendar calendar = RULES.calendar(null);
        ConstraintLog log = new ConstraintLog();
        Map<String, Set<Integer>> expected = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            int first = log.rows.size();
            long at = ConstraintLog.START.toEpochMilli();
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                at += 1 + random.nextInt(30) * Duration.ofHours(1).toMillis();
                long end = random.nextInt(5) == 0
                        ? ActivityRecord.RUNNING
                        : at + random.nextInt(8) * Duration.ofHours(1).toMillis();
                log.add("C" + i, "abcx".charAt(random.nextInt(4)), null, at, end);
            }
            for (Map.Entry<String, TimeLimit> limit : limits.entrySet()) {
                Clock clock = limit.getKey().endsWith("working") ? Clock.WORKING : Clock.ELAPSED;
                Set<Integer> rows = late(log.rows.subList(first, log.rows.size()), limit.getValue(), clock, calendar);
                if (!rows.isEmpty()) {
                    expected.put("C" + i + " " + limit.getKey(), rows);
                }
            }
        }

        CheckResult result = log.check(ConstraintLog.rules("free", constraints));

        assertThat(ConstraintLog.broken(result)).isEqualTo(expected).hasSizeGreaterThan(CASES);
        assertThat(ConstraintLog.notEvaluated(result)).isEmpty();
    }

    private static Set<Integer> late(
            List<ActivityRecord> rows, TimeLimit limit, Clock clock, WorkingCalendar calendar) {
        for (int a = 0; a < rows.size(); a++) {
            if (ConstraintLog.letter(rows.get(a)) == 'a') {
                long due = calendar.due(rows.get(a).start(), limit, clock);
                for (int b = a + 1; b < rows.size(); b++) {
                    if (ConstraintLog.letter(rows.get(b)) == 'b') {
                        long end = rows.get(b).end() == ActivityRecord.RUNNING
                                ? ConstraintLog.AS_OF.toEpochMilli()
                                : rows.get(b).end();
                        return calendar.overrun(due, end, clock) > 0
                                ? Set.of(
                                        rows.get(a).row().number(),
                                        rows.get(b).row().number())
                                : Set.of();
                    }
                }
                return calendar.overrun(due, ConstraintLog.AS_OF.toEpochMilli(), clock) > 0
                        ? Set.of(rows.get(a).row().number())
                        : Set.of();
            }
        }
        return Set.of();
    }
}
