package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.violation.MissingFact;
import id.patuh.violation.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing facts add up to the same list, whatever order and portions they come in and wherever they are kept. */
class NotEvaluatedRulesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10_000})
    void addsUpCountsInAnOrderOfItsOwn(int mostInMemory) {
        List<MissingFact> facts = facts();
        List<NotEvaluated> once = list(facts, 10_000);
        Map<MissingFact, Integer> counts = new HashMap<>();
        facts.forEach(fact -> counts.merge(fact.times(1), fact.count(), Integer::sum));
        for (NotEvaluated each : once) {
            assertThat(each.missing().count())
                    .isEqualTo(counts.get(each.missing().times(1)));
        }
        assertThat(once).doesNotHaveDuplicates().hasSizeGreaterThan(counts.size());

        Collections.shuffle(facts, new Random(mostInMemory));

        assertThat(list(facts, mostInMemory)).isEqualTo(once);
    }

    @Test
    void isInTheOrderOfRulesAndThenOfSubjects() {
        List<MissingFact> facts = new ArrayList<>();
        for (String step : List.of("10", "9")) {
            Subject subject = Subject.ofCase("U", "B276", "1").atStep(step);
            facts.add(new MissingFact("log.outputs", subject, "b.csv", Map.of()));
            facts.add(new MissingFact("log.outputs", subject, "a.csv", Map.of()));
            facts.add(new MissingFact("log.inputs", subject, "a.csv", Map.of()));
        }

        assertThat(list(facts, 2).stream()
                        .filter(n -> !n.rule().equals("document-name-drift"))
                        .map(n -> n.rule() + " " + n.missing().subject().step() + " "
                                + n.missing().path()))
                .containsExactly(
                        "step-input-missing 9 a.csv",
                        "step-input-missing 10 a.csv",
                        "step-output-missing 9 a.csv",
                        "step-output-missing 9 b.csv",
                        "step-output-missing 10 a.csv",
                        "step-output-missing 10 b.csv");
    }

    private static List<NotEvaluated> list(List<MissingFact> facts, int mostInMemory) {
        try (NotEvaluatedRules rules = new NotEvaluatedRules(RULES.rules().catalog(), mostInMemory)) {
            for (int i = 0; i < facts.size(); i += 10) {
                rules.add(facts.subList(i, Math.min(i + 10, facts.size())));
            }
            List<NotEvaluated> first = rules.stream().toList();
            assertThat(rules.stream().toList()).isEqualTo(first);
            return first;
        }
    }

    private static List<MissingFact> facts() {
        Random random = new Random(1);
        List<String> needs = List.of("log.outputs", "log.inputs", "log.role", "log.calendar");
        List<MissingFact> facts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Subject subject = Subject.ofSop("B" + random.nextInt(3)).atStep("" + random.nextInt(12));
            facts.add(new MissingFact(
                    needs.get(random.nextInt(needs.size())),
                    subject,
                    null,
                    random.nextBoolean() ? null : "log.csv",
                    Map.of("year", 2026 + random.nextInt(2), "calendar", "asn"),
                    1 + random.nextInt(3)));
        }
        return facts;
    }
}
