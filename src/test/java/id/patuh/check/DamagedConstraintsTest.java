package id.patuh.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that cannot be read break no constraint, and no constraint that they may break passes for kept. */
class DamagedConstraintsTest {

    private static final List<String> ALL = all();
    private static final RuleSet FREE = ConstraintLog.rules("free", ALL);
    private static final RuleSet SEQUENTIAL = ConstraintLog.rules("sequential", ALL);

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasLostNeitherBreaksNorKeepsAConstraint(int seed) {
        Random random = new Random(seed);
        RuleSet rules = random.nextBoolean() ? FREE : SEQUENTIAL;
        List<List<String>> rows = log(random);
        CheckResult whole = check(rules, rows);

        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            damage(rows.get(1 + random.nextInt(rows.size() - 1)), random);
        }
        CheckResult damaged = check(rules, rows);

        assertThat(damaged.rejected()).isNotEmpty();
        Set<String> found = ConstraintLog.broken(damaged).keySet();
        assertThat(found).isSubsetOf(ConstraintLog.broken(whole).keySet());
        Set<String> notEvaluated = ConstraintLog.notEvaluated(damaged);
        Set<String> hidden = new TreeSet<>(ConstraintLog.broken(whole).keySet());
        hidden.removeAll(found);
        hidden.removeIf(key -> notEvaluated.contains(key) || notEvaluated.contains(key.replaceFirst(".* ", "")));
        assertThat(hidden).isEmpty();
        // What is judged for certain is not listed as well.
        assertThat(notEvaluated).doesNotContainAnyElementsOf(found.isEmpty() ? Set.of("-") : found);
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(ConstraintLog.orderConstraints());
        all.add("{id: four-eyes, kind: four-eyes, steps: [a, b]}");
        all.add("{id: different-persons, kind: different-persons, steps: [a, b]}");
        all.add("{id: same-person, kind: same-person, steps: [a, b]}");
        all.add("{id: within, kind: within, steps: [a, b], limit: 2 jam}");
        return all;
    }

    /** Cases of at least four rows: one of which all rows are lost is no case at all. */
    private static List<List<String>> log(Random random) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("case", "sop", "step", "person", "start", "end"));
        for (int i = 0; i < 5; i++) {
            long at = ConstraintLog.START.toEpochMilli();
            for (int n = 4 + random.nextInt(4); n > 0; n--) {
                at += random.nextInt(4) * Duration.ofMinutes(30).toMillis();
                String end = random.nextInt(6) == 0
                        ? ""
                        : java.time.Instant.ofEpochMilli(at + random.nextInt(3) * 600_000L)
                                .toString();
                rows.add(new ArrayList<>(Arrays.asList(
                        "K-" + i,
                        "T",
                        "" + (1 + random.nextInt(4)),
                        random.nextInt(6) == 0 ? "?" : "P-" + random.nextInt(6),
                        java.time.Instant.ofEpochMilli(at).toString(),
                        end)));
            }
        }
        return rows;
    }

    private static void damage(List<String> row, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> row.set(0, "");
            case 1 -> row.set(4, "kemarin");
            case 2 -> row.set(2, "abc");
            case 3 -> row.set(5, "2026-13-01 08:00");
            default -> row.set(5, row.get(5) + "|surplus");
        }
    }

    private static CheckResult check(RuleSet rules, List<List<String>> rows) {
        String text = rows.stream().map(r -> String.join("|", r)).collect(Collectors.joining("\n", "sep=|\n", "\n"));
        ReadAll data = ReadAll.by(
                new Intake(new Intake.Options(RuleTrial.ZONE, null, null), rules.regulations(), rules.sops()),
                List.of("-"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new ComplianceCheck(rules)
                .run(
                        new CheckRequest(List.of("-"), ConstraintLog.AS_OF, RuleTrial.ZONE, null, null),
                        data.data(),
                        data.log(),
                        data.answers());
    }
}
