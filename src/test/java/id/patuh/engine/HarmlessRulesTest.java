package id.patuh.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.engine.guard.Vocabulary;
import id.patuh.ruleset.RuleVocabulary;
import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guard that refuses what rules need is worth as little as one that lets everything through. */
public class HarmlessRulesTest {

    private static final Vocabulary PARTS = new Vocabulary(List.of(Part.class), List.of(), List.of());

    /** A fact that joins are made of. */
    public record Part(int size, int kind, String name) implements Reportable {
        @Override
        public Subject subject() {
            return Subject.ofCase("unit", "sop", name);
        }

        @Override
        public List<Evidence> evidence() {
            return List.of();
        }

        @Override
        public LocalDate lawDate() {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$a : Activity(lastRound, round >= 3)",
                "$a : Activity(round > 1 && < 4 || overrun >= 3600)",
                "$a : Activity(!(ended && inForce), round != -1)",
                "$a : Activity(title == \"Telaah (awal), s.d. 50% & lainnya\")",
                "$a : Activity(title != null, title.startsWith(\"Telaah\"), title.length() > 3)",
                "$a : Activity(role in (\"PPK\", \"PP\"), person not in (\"A\", \"B\"))",
                "$a : Activity(inputs contains \"Nota\", outputs not contains \"Nota\")",
                "$a : Activity($r : role, executors not contains $r)",
                "$a : Activity(role memberOf executors)",
                "$a : Activity(start != null, end != null, end < start)",
                "$a : Activity((((((drifting))))))",
                "$a : Activity(stepNumber == 3)",
                "$a : Activity(start.isAfter(end))",
                "$a : Activity(inputs.size() + outputs.size() > 5)",
                "$a : Activity(round > count(\"sop/maximum-rounds\"))",
                "$a : Activity() $b : Activity(this != $a, person == $a.person, stepNumber > $a.stepNumber)",
                "$a : Activity($p : person) not Activity(person != $p)",
                "$a : Activity(drifting) exists CaseFile(!sopKnown)",
                "CaseFile(sopKnown) $a : Activity(bypassing)",
                "$a : Activity() CaseConstraint(kind == ConstraintKind.WITHIN, overrun > 0)",
            })
    void whatARuleEngineerWritesIsCompiled(String condition) {
        assertThat(CompiledRules.compile(
                                List.of(new RuleSource("drl/test.drl", """
                                package rules.test
                                import id.patuh.engine.Violations
                                import id.patuh.sop.Activity;
                                import id.patuh.sop.CaseConstraint;
                                import id.patuh.sop.CaseFile;
                                import id.patuh.sop.ConstraintKind;
                                global Violations violations
                                // A comment: with 'quotes', {braces} and ümlauts.
                                rule "Aturan 1: \u2013 \u00e9 (baru)"
                                    @id(new-rule) @severity(MAJOR)
                                    @basis(permenpanrb-35-2012/lampiran-mutu-baku) @since(0.2.0)
                                    @needs(log.end, parameter:sop/maximum-rounds)
                                when
                                    %s
                                then
                                    violations.report(drools.getRule(), $a).inAnyRound()
                                        .expected($a.getExecutors().size() - 1).actual($a.getBypassed())
                                        .with("title", $a.getTitle()).with("two", 2).with("yes", true)
                                        .about("x").at($a.cell("start")).at($a.getDriftingCells());
                                end
                                """.formatted(condition))), RuleVocabulary.get())
                        .catalog())
                .extracting(RuleMetadata::id)
                .containsExactly("new-rule");
    }

    @Test
    void joinsFindWhatLoopsFind() {
        List<Part> parts = IntStream.range(0, 300)
                .mapToObj(i -> new Part(i * 7 % 31, i % 12, "p" + i))
                .toList();
        List<String> expected = new ArrayList<>();
        for (Part a : parts) {
            for (Part b : parts) {
                if (a != b && b.kind() == a.kind() && b.size() < a.size() && a.size() > 20) {
                    expected.add(a.name() + " " + b.name());
                }
            }
        }

        assertThat(rules("$a : Part(size > 20) $b : Part(this != $a, kind == $a.kind, size < $a.size)")
                        .check(parts))
                .extracting(v -> v.expected() + " " + v.actual())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rules("$a : Part(size > 20) $b : Part(this == $a) not Part(kind == $a.kind, size > $a.size)")
                        .check(parts))
                .hasSize((int) parts.stream()
                        .filter(a -> a.size() > 20)
                        .filter(a -> parts.stream().noneMatch(b -> b.kind() == a.kind() && b.size() > a.size()))
                        .count());
    }

    /** Whatever the join is made of: with a condition, with an index alone, with none, over three facts, in a negation. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$a : Part() $b : Part()",
                "$a : Part() $b : Part(size + $a.size > 0)",
                "$a : Part() $b : Part(size + $a.size < 0)",
                "$a : Part() $b : Part(kind == $a.kind)",
                "$a : Part() $b : Part(kind == $a.kind) Part(kind == $b.kind) Part(kind == $b.kind)",
                "$a : Part() $b : Part(this == $a) not Part(size + $a.size < 0)",
                "$a : Part() $b : Part(this == $a) exists Part(size + $a.size < 0)",
            })
    void aJoinOfTooManyFactsIsStopped(String condition) {
        List<Part> parts =
                IntStream.range(0, 6000).mapToObj(i -> new Part(i, 1, "p")).toList();
        CompiledRules rules = rules(condition);

        assertThatThrownBy(() -> rules.check(parts)).isInstanceOf(RuleLimitException.class);
        // The rules are none the worse for it.
        assertThat(rules("$a : Part(size == 1) $b : Part(this == $a)").check(parts))
                .hasSize(1);
    }

    /** Each session stays within its own limit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$a : Part() $b : Part(size + $a.size < 0)",
                "$a : Part(size < 120) $b : Part(size + $a.size >= 0)",
            })
    void joinsThatCostTooMuchOverAllSessionsOfACheckAreStopped(String condition) {
        List<Part> parts =
                IntStream.range(0, 4000).mapToObj(i -> new Part(i, 1, "p")).toList();
        CompiledRules rules = rules(condition);
        JoinBudget budget = new JoinBudget();
        rules.check(parts, budget);

        assertThatThrownBy(() -> {
                    rules.check(parts, budget);
                    rules.check(parts, budget);
                })
                .isInstanceOf(RuleLimitException.class)
                .hasMessageContaining("facts=");
        rules.check(parts, new JoinBudget());
    }

    /** A hundred cases are a thousand facts: a rule that compares them all with each other may do so for any log. */
    @Test
    void joinsInProportionToTheFactsOfACheckAreNotStopped() {
        List<Part> parts =
                IntStream.range(0, 1000).mapToObj(i -> new Part(i, 1, "p")).toList();
        CompiledRules rules = rules("$a : Part() $b : Part(size + $a.size < 0)");
        JoinBudget budget = new JoinBudget();

        for (int session = 0; session < 60; session++) {
            assertThat(rules.check(parts, budget)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$a : Part(name.length() > 3) $b : Part()", "$a : Part(name == null) $b : Part(name.isEmpty())"})
    void aRuleThatFailsIsNamed(String condition) {
        CompiledRules rules = rules(condition);

        assertThatThrownBy(() -> rules.check(List.of(new Part(1, 1, null))))
                .isInstanceOf(RuleFailedException.class)
                .hasMessageContaining("Joined")
                .hasMessageContaining("name");
        assertThat(rules("$a : Part() $b : Part()").check(List.of(new Part(1, 1, "p"))))
                .hasSize(1);
    }

    @Test
    void whateverDoesNotCompileIsFoundAmongManyRules() {
        List<RuleSource> files = List.of(many("drl/a.drl", "first", 20, 7), many("drl/b.drl", "second", 33, 32));

        assertThatThrownBy(() -> CompiledRules.compile(files, PARTS))
                .isInstanceOfSatisfying(
                        RuleCompilationException.class,
                        e -> assertThat(e.problems())
                                .extracting(RuleProblem::place)
                                .containsExactly("drl/a.drl:" + (4 + 7 + 1) + ":", "drl/b.drl:" + (4 + 32 + 1) + ":"));
    }

    @Test
    void rulesOfOneNameInTwoFilesAreToldWithBothPlaces() {
        List<RuleSource> files = List.of(many("drl/a.drl", "same", 3, -1), many("drl/b.drl", "same", 1, -1));

        assertThatThrownBy(() -> CompiledRules.compile(files, PARTS))
                .isInstanceOfSatisfying(RuleCompilationException.class, e -> {
                    assertThat(e.problems()).hasSize(1);
                    assertThat(e.problems().get(0).reason()).isEqualTo("rule-repeated");
                    assertThat(e.problems().get(0).place()).isEqualTo("drl/b.drl:5:");
                    assertThat(e.problems().get(0).details()).containsEntry("first", "drl/a.drl:5");
                });
    }

    /** Rules of a line each, below four lines of a head; one of them compares a number with a date. */
    private static RuleSource many(String file, String name, int count, int wrong) {
        StringBuilder text = new StringBuilder("""
                package rules.test;
                import id.patuh.engine.Violations;
                import id.patuh.engine.HarmlessRulesTest.Part;
                global Violations violations;
                """);
        for (int i = 0; i < count; i++) {
            text.append("rule \"%s %d\" @id(%s) @severity(INFO) @basis(a/b) @since(0.1.0) when "
                            .formatted(name, i, name))
                    .append("$a : Part(%s) then ".formatted(i == wrong ? "lawDate > 3B" : "size > " + i))
                    .append("violations.report(drools.getRule(), $a); end\n");
        }
        return new RuleSource(file, text.toString());
    }

    private static CompiledRules rules(String condition) {
        return CompiledRules.compile(List.of(new RuleSource("drl/test.drl", """
                        package rules.test;
                        import id.patuh.engine.Violations;
                        import id.patuh.engine.HarmlessRulesTest.Part;
                        global Violations violations;
                        rule "Joined"
                            @id(joined) @severity(INFO) @basis(a/b) @since(0.1.0)
                        when
                            %s
                        then
                            violations.report(drools.getRule(), $a).expected($a.name()).actual($b.name());
                        end
                        """.formatted(condition))), PARTS);
    }
}
