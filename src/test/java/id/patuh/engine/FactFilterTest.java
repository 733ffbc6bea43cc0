package id.patuh.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Whatever the rules look like, a session finds with the facts that the filter lets through what it finds with all. */
public class FactFilterTest {

    private static final String PART = "id.patuh.engine.FactFilterTest.Part";
    private static final String SPECIAL = "id.patuh.engine.FactFilterTest.Special";

    /** The filter must not rely on the guard, which lets few of these rules through. */
    private static final Set<String> EVERYTHING = new HashSet<>() {
        @Override
        public boolean contains(Object name) {
            return true;
        }
    };

    /** A fact. */
    public static class Part {

        private final int size;
        private final int kind;

        Part(int size, int kind) {
            this.size = size;
            this.kind = kind;
        }

        public int getSize() {
            return size;
        }

        public int getKind() {
            return kind;
        }

        /** Nothing for some, so that a condition on its length cannot be asked. */
        public String getName() {
            return size == 0 ? null : "part" + size;
        }

        public List<Integer> getSizes() {
            return List.of(size, size + 1);
        }
    }

    /** A fact of a narrower kind. */
    public static final class Special extends Part {
        Special(int size, int kind) {
            super(size, kind);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$p : Part(size > 7)",
                "$p : Part(size > 5, kind == 1)",
                "$p : Part(size > 8 || kind == 2)",
                "$p : Part(size > 2 && < 4)",
                "$p : Part(!(size > 2))",
                "$p : Part(size in (1, 3))",
                "$p : Part($s : size, $s > 6)",
                "$p : Special(size > 3)",
                "$p : Part(this instanceof Special)",
                "$p : Part(name == null)",
                "$p : Part(name matches \"part[34]\")",
                "$p : Part(sizes contains 4)",
                "$p : Part(size > 8) not Part(kind == 2)",
                "$p : Part(size > 4) exists Part(kind == 2)",
                "$p : Part(size > 7) $q : Part(this != $p, kind == $p.kind, size < 3)",
                "$p : Part(size > 7) Part(this != $p, size == $p.size)",
                "$p : Part(size > 6, kind == 1) Part(size > 6, kind == 2)",
                "$p : Part(size > 6, kind == 1) exists Part(size > 6)",
                "(Part(size > 8) or Special(kind == 0)) $p : Part(size == 1)",
                "$p : Part(size > 8) forall(Part(kind == 1) Part(kind == 1, size < 9))",
                "$p : Part(size == 9) accumulate(Part($s : size, kind == 0); $sum : sum($s); $sum > 4)",
                "$p : Part(size == 9) $all : java.util.ArrayList(size > 2) from collect(Part(kind == 1))",
                "$p : Part(size == 9) $n : Integer(this > 9) from $p.sizes",
                "$p : Part(size == 9) eval($p.getKind() == 1)",
                "not Part(size > 9)",
                "not Part(size > 4)",
                "exists Part(size > 8)",
                "accumulate(Part(kind == 1); $n : count(); $n == 0)",
                "$o : Object()",
                ""
            })
    void theRestReachesNothing(String condition) {
        List<Model> models = compile(condition);
        KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
        FactFilter filter = new FactFilter(models);
        Random random = new Random(condition.hashCode());
        int left = 0;
        for (int i = 0; i < 300; i++) {
            List<Object> all = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                int size = random.nextInt(10);
                int kind = random.nextInt(3);
                all.add(random.nextInt(4) == 0 ? new Special(size, kind) : new Part(size, kind));
            }
            List<Object> kept = filter.mayMatch(all);
            left += all.size() - kept.size();
            boolean run = !kept.isEmpty() || filter.mayFireWithoutFacts();

            assertThat(run ? fired(base, kept) : List.of()).as("round " + i).isEqualTo(fired(base, all));
        }
        // Where a pattern cannot be understood alone, all facts are let through.
        boolean letsAllThrough =
                condition.matches(".*(forall|accumulate|collect|eval|size == \\$p|\\$s >|Object\\().*");
        assertThat(left == 0).as("lets all through").isEqualTo(letsAllThrough);
    }

    @Test
    void severalRulesEachHaveTheirFacts() {
        List<Model> models = compile("$p : Part(size > 8)", "$p : Special(size < 1)");
        FactFilter filter = new FactFilter(models);

        assertThat(filter.mayMatch(List.of(new Part(9, 0)))).isNotEmpty();
        assertThat(filter.mayMatch(List.of(new Part(0, 0)))).isEmpty();
        assertThat(filter.mayMatch(List.of(new Special(0, 0)))).isNotEmpty();
        assertThat(filter.mayMatch(List.of(new Special(5, 0)))).isEmpty();
        assertThat(filter.mayMatch(List.of("of no pattern"))).isEmpty();
        assertThat(filter.mayFireWithoutFacts()).isFalse();
    }

    @Test
    void aConditionThatCannotBeAskedIsLeftToTheEngine() {
        List<Model> models = compile("$p : Part(name.length() > 3)");
        FactFilter filter = new FactFilter(models);

        assertThat(filter.mayMatch(List.of(new Part(0, 0)))).isNotEmpty();
        KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
        assertThatThrownBy(() -> fired(base, List.of(new Part(0, 0)))).isInstanceOf(RuntimeException.class);
    }

    private static List<Model> compile(String... conditions) {
        StringBuilder drl = new StringBuilder(
                "package rules.test;\nimport " + PART + ";\nimport " + SPECIAL + ";\nglobal java.util.List fired;\n");
        for (int i = 0; i < conditions.length; i++) {
            drl.append("rule \"R" + i + "\"\nwhen\n    " + conditions[i] + "\nthen\n    fired.add(\"R" + i + "\""
                    + (conditions[i].startsWith("$p") ? " + $p.getSize() + $p.getKind()" : "") + ");\nend\n");
        }
        return new RuleCompiler(List.of(new RuleSource("drl/test.drl", drl.toString())))
                .compile()
                .seeing(EVERYTHING)
                .load();
    }

    private static List<String> fired(KieBase base, Collection<?> facts) {
        List<String> fired = new ArrayList<>();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("fired", fired);
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        fired.sort(null);
        return fired;
    }
}
