package id.patuh.sop;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.OurRules;
import id.patuh.wording.NameMatcher;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundKindTest {

    /** A log may span a day from which on names are compared otherwise. */
    @Test
    void documentsAreComparedAsTheLawOfTheDayHasIt() {
        Sop sop = OurRules.RULES.sops().all().stream()
                .filter(s -> s.id().equals("B276"))
                .findFirst()
                .orElseThrow();
        Step step = sop.step("4").orElseThrow();
        String demanded = step.outputs().get(0);
        ActivityKind kind = new ActivityKind("B276", "4", null, step.inputs(), List.of(demanded + "s"), null);
        BoundKind bound = new BoundKind(kind, new BoundStep(step, sop));
        NameMatcher strict = new NameMatcher(Double.POSITIVE_INFINITY, List.of(), List.of());
        NameMatcher lenient = new NameMatcher(0.5, List.of(), List.of());

        for (int i = 0; i < 2; i++) {
            assertThat(bound.outputs(strict).missing()).containsExactly(demanded);
            assertThat(bound.outputs(lenient).missing()).isEmpty();
            assertThat(bound.outputs(lenient).drifted()).hasSize(1);
            assertThat(bound.inputs(strict)).isEqualTo(DocumentMatch.COMPLETE);
        }
    }
}
