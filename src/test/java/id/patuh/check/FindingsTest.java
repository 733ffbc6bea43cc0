package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RuleCase;
import id.patuh.violation.Fingerprint;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings come out alike, whatever order they come in and wherever they are kept. */
class FindingsTest {

    private static final int BATCHES = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500, 10_000})
    void ordersAndNumbersWhatSeveralThreadsAdd(int mostInMemory) throws Exception {
        List<List<Violation>> batches = batches();
        try (Findings findings = new Findings(mostInMemory)) {
            List<Integer> shuffled = new ArrayList<>();
            for (int i = 0; i < BATCHES; i++) {
                shuffled.add(i);
            }
            Collections.shuffle(shuffled, new Random(3));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            shuffled.forEach(batch -> threads.execute(() -> findings.add(batch, batches.get(batch))));
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            List<Violation> all = new ArrayList<>();
            batches.forEach(all::addAll);
            List<Finding> expected = expected(all);
            assertThat(findings).containsExactlyElementsOf(expected);
            assertThat(findings.stream().map(Finding::fingerprint)).doesNotHaveDuplicates();
            assertThat(findings.stream().toList()).isEqualTo(expected);
            assertThat(findings.size()).isEqualTo(all.size());
            for (Severity severity : Severity.values()) {
                long count = all.stream().filter(v -> v.severity() == severity).count();
                assertThat(findings.bySeverity()).containsEntry(severity, count);
            }
            assertThat(findings.byRule().values().stream().mapToLong(c -> c).sum())
                    .isEqualTo(all.size());
        }
    }

    @Test
    void writesWhateverTheRulesOfTheProjectGive() throws IOException {
        ViolationCodec codec = new ViolationCodec();
        int seen = 0;
        RuleTrial trial = new RuleTrial(RULES);
        for (RuleCase ruleCase : RuleCasesTest.CASES.all()) {
            for (Finding finding : trial.check(ruleCase).findings()) {
                assertThat(copy(codec, finding.violation())).isEqualTo(finding.violation());
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void takesValuesOfOtherTypesForTheirTexts() throws IOException {
        Violation own = violation(Subject.ofCase("U", "S", "1"), 1, Map.of("day", DayOfWeek.MONDAY));

        assertThat(copy(new ViolationCodec(), own).details()).isEqualTo(Map.of("day", "MONDAY"));
    }

    private static Violation copy(ViolationCodec codec, Violation violation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(violation, new DataOutputStream(bytes));
        DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        Violation copy = codec.read(from);
        assertThat(from.available()).isZero();
        return copy;
    }

    /** Sorted where they stand; every fingerprint remembered. */
    private static List<Finding> expected(List<Violation> violations) {
        List<Violation> sorted = new ArrayList<>(violations);
        sorted.sort((a, b) -> key(a).compareTo(key(b)));
        Map<String, Integer> occurrences = new HashMap<>();
        List<Finding> expected = new ArrayList<>();
        for (Violation each : sorted) {
            int occurrence = occurrences.merge(Fingerprint.of(each.rule(), each.subject(), 1), 1, Integer::sum);
            expected.add(new Finding(Fingerprint.of(each.rule(), each.subject(), occurrence), each));
        }
        return expected;
    }

    /** All numbers have one digit here, but the case's; a text that sorts as the report does. */
    private static String key(Violation violation) {
        Subject s = violation.subject();
        String step = s.step() == null ? "0" : s.step().matches("\\d") ? s.step() : "0" + s.step();
        return String.join(
                "\u0000",
                or(s.unit()),
                or(s.sop()),
                or(s.caseId()),
                or(s.survey()),
                step,
                s.round() == null ? "0" : s.round().toString(),
                "" + violation.severity().ordinal(),
                violation.rule(),
                or(s.constraint()),
                or(s.element()));
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    private static List<List<Violation>> batches() {
        Random random = new Random(1);
        List<List<Violation>> batches = new ArrayList<>();
        int number = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Violation> violations = new ArrayList<>();
            for (int left = random.nextInt(40); left > 0; left--) {
                violations.add(violation(subject(random), random.nextInt(3), Map.of("number", number++)));
            }
            batches.add(violations);
        }
        return batches;
    }

    private static Subject subject(Random random) {
        String unit = random.nextInt(4) == 0 ? null : "Unit " + random.nextInt(3);
        return switch (random.nextInt(3)) {
            case 0 -> Subject.ofSurvey(unit, "S" + random.nextInt(3)).about("U" + random.nextInt(2));
            case 1 -> Subject.ofCase(unit, "B276", "" + random.nextInt(30));
            default ->
                Subject.ofCase(unit, "B278", "" + random.nextInt(30))
                        .atStep(random.nextInt(5) == 0 ? "x" : "" + (1 + random.nextInt(4)))
                        .inRound(1 + random.nextInt(2));
        };
    }

    private static Violation violation(Subject subject, int rule, Map<String, Object> details) {
        return new Violation(
                "rule-" + rule,
                Severity.values()[rule],
                subject,
                null,
                List.of(),
                details,
                null,
                null,
                null,
                List.of());
    }
}
