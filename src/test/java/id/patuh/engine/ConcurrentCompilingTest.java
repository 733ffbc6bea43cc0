package id.patuh.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.HarmlessRulesTest.Part;
import id.patuh.engine.guard.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentCompilingTest {

    private static final Vocabulary PARTS = new Vocabulary(List.of(Part.class), List.of(), List.of());

    /** All are built under one name. */
    @Test
    void rulesCompiledAtTheSameTimeDoNotMix() {
        List<Integer> sizes = IntStream.range(0, 40).boxed().toList();

        List<List<String>> found = sizes.parallelStream()
                .map(size -> compile(size).check(List.of(new Part(size, 1, "x"), new Part(size + 1, 1, "x"))).stream()
                        .map(violation -> violation.rule() + " " + violation.expected())
                        .toList())
                .toList();

        assertThat(found)
                .isEqualTo(sizes.stream()
                        .map(size -> List.of("of-size-" + size + " " + size))
                        .toList());
    }

    private static CompiledRules compile(int size) {
        return CompiledRules.compile(List.of(new RuleSource("drl/test.drl", """
                        package rules.test;
                        import id.patuh.engine.Violations;
                        import id.patuh.engine.HarmlessRulesTest.Part;
                        global Violations violations;
                        rule "Of size"
                            @id(of-size-%d) @severity(INFO) @basis(a/b) @since(0.1.0)
                        when
                            $a : Part(size == %d)
                        then
                            violations.report(drools.getRule(), $a).expected($a.size());
                        end
                        """.formatted(size, size))), PARTS);
    }
}
