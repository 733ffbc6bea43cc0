package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.GeneratedCase.Defect;
import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.CaseBinder;
import id.patuh.sop.LostRows;
import id.patuh.sop.Sop;
import id.patuh.violation.SourceTable;
import id.patuh.violation.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random cases of all SOPs of the rule set: what is clean yields nothing, and one defect yields just its violation. */
class GeneratedCasesTest {

    private static final int CASES = 2_000;
    private static final int BATCH = 10;
    private static final int THREADS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cleanCasesYieldNothing(long seed) {
        List<GeneratedCase> cases = new ArrayList<>();
        generate(seed, cases, null);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(found(cases)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void oneDefectYieldsExactlyItsViolation(long seed) {
        List<GeneratedCase> cases = new ArrayList<>();
        Set<Defect> injected = EnumSet.noneOf(Defect.class);
        generate(seed, cases, injected);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(injected).containsExactlyInAnyOrder(Defect.values());
        Set<String> expected = new TreeSet<>();
        cases.forEach(c -> expected.add(c.expected));
        Set<String> found = found(cases);
        assertThat(difference(found, expected)).as("found, not injected").isEmpty();
        assertThat(difference(expected, found)).as("injected, not found").isEmpty();
    }

    /** Every thread judges all batches of cases, with a binder of its own and the rule set that all share. */
    @Test
    void threadsThatShareTheRuleSetFindTheSame() throws Exception {
        List<GeneratedCase> cases = new ArrayList<>();
        generate(21, cases, EnumSet.noneOf(Defect.class));
        List<List<ActivityRecord>> batches = new ArrayList<>();
        for (int i = 0; i < cases.size(); i += BATCH) {
            batches.add(cases.subList(i, Math.min(i + BATCH, cases.size())).stream()
                    .flatMap(c -> c.rows.stream())
                    .toList());
        }
        // A rule set of its own, so that nothing in it has been asked before.
        RuleSet rules = RULES;
        Callable<List<Violation>> judge = () -> judge(batches, rules);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Set<List<Violation>> found = new HashSet<>();
            for (Future<List<Violation>> one : threads.invokeAll(Collections.nCopies(THREADS, judge))) {
                found.add(one.get());
            }
            assertThat(found).containsExactly(judge(batches, RULES));
        } finally {
            threads.shutdown();
        }
    }

    private static List<Violation> judge(List<List<ActivityRecord>> batches, RuleSet rules) {
        CaseBinder binder = new CaseBinder(
                rules.sops(),
                rules.parameters(),
                rules::calendar,
                unit -> null,
                (unit, day) -> null,
                GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant().toEpochMilli());
        List<Violation> violations = new ArrayList<>();
        for (List<ActivityRecord> batch : batches) {
            List<Object> facts = new ArrayList<>();
            binder.bind(batch, new LostRows(List.of(), sop -> sop, unit -> unit))
                    .forEach(c -> c.addFactsTo(facts));
            violations.addAll(rules.rules().check(facts));
        }
        assertThat(violations).hasSizeGreaterThan(1_000);
        return violations;
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> only = new TreeSet<>(one);
        only.removeAll(other);
        return only;
    }

    private static void generate(long seed, List<GeneratedCase> cases, Set<Defect> injected) {
        Random random = new Random(seed);
        List<Sop> sops = RULES.sops().all();
        SourceTable table = new SourceTable("generated", null);
        for (String field :
                new String[] {"case", "sop", "step", "role", "person", "start", "end", "inputs", "outputs", "decision"
                }) {
            table.add(field, field);
        }
        for (int i = 0; i < CASES; i++) {
            Sop sop = sops.get(i % sops.size());
            Defect defect = injected == null ? null : Defect.values()[random.nextInt(Defect.values().length)];
            GeneratedCase one = new GeneratedCase("C-" + i, sop, RULES.calendar(sop.calendar()), random, defect, table);
            if (!one.rows.isEmpty() && (defect == null || one.expected != null)) {
                cases.add(one);
                if (defect != null) {
                    injected.add(defect);
                }
            }
        }
    }

    /** {@code rule case/step} of everything found in the rows of all cases, thrown together in random order. */
    private static Set<String> found(List<GeneratedCase> cases) {
        List<ActivityRecord> rows = new ArrayList<>();
        cases.forEach(c -> rows.addAll(c.rows));
        Collections.shuffle(rows, new Random(7));
        ReadAll log = ReadAll.of(rows);
        CheckRequest request = new CheckRequest(
                List.of(), GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant(), RuleTrial.ZONE, null, null);
        Set<String> found = new TreeSet<>();
        new ComplianceCheck(RULES)
                .run(request, log.data(), log.log(), log.answers())
                .findings()
                .forEach(f -> {
                    String step = f.violation().subject().step();
                    found.add(f.violation().rule() + " "
                            + f.violation().subject().caseId() + (step == null ? "" : "/" + step));
                });
        return found;
    }
}
