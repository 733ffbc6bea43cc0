package id.patuh.swap;

import id.patuh.ruleset.RuleSetContent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What may change in the rule set of the project. Each makes a difference to {@link CheckedFiles}. */
public enum Change {
    /** The least number of respondents is 50 instead of 30. */
    RESPONDENTS {
        @Override
        public RuleSetContent in(RuleSetContent rules) {
            return replaced(rules, "parameters/skm/minimum-respondents.yaml", "value: 30", "value: 50");
        }
    },
    /** Step 4 of B276 is due within 16 hours instead of 24. */
    STEP_LIMIT {
        @Override
        public RuleSetContent in(RuleSetContent rules) {
            return replaced(rules, "sop/b276.yaml", "within: 24 jam", "within: 16 jam");
        }
    },
    /** Grade B begins at 78.01 instead of 76.61; a case states that once more. */
    GRADE {
        @Override
        public RuleSetContent in(RuleSetContent rules) {
            String table = "tables/skm-grades-permenpanrb-14-2017.drl.csv";
            return replaced(
                    replaced(replaced(rules, table, "76.61", "78.01"), table, "76.60", "78.00"),
                    "tests/skm/grade-undecidable.yaml",
                    "{name: U2, mean: 3.06, grade: C}",
                    "{name: U2, mean: 3.12, grade: C}");
        }
    },
    /** A rule more, with all that belongs to one: a step that was done again. */
    RULE {
        @Override
        public RuleSetContent in(RuleSetContent rules) {
            String rule = "package rules.sop;\n\nimport id.patuh.engine.Violations;\nimport id.patuh.sop.Activity;\n\n"
                    + "global Violations violations;\n\nrule \"Step done again\"\n    @id(step-done-again)\n"
                    + "    @severity(INFO)\n    @basis(patuh-policy/pengerjaan-ulang)\n    @since(0.1.0)\nwhen\n"
                    + "    $a : Activity(round > 1)\nthen\n"
                    + "    violations.report(drools.getRule(), $a).actual($a.getRound());\nend\n";
            String page =
                    "# step-done-again\n\n**What it finds.** A step that was done again.\n\n**Why.** To be seen.\n\n"
                            + "**Example.** Step 1 is done twice.\n\n**Limits.** None.\n";
            String row =
                    "\n      - {case: A, sop: T1, step: 1, start: \"2025-04-14 0%d:00\", end: \"2025-04-14 0%d:10\"}";
            String cases = "";
            for (int times = 1; times <= 3; times++) {
                cases += "- name: done " + times + " times\n"
                        + "  sops: [{id: T1, title: Test, in_force: 2025-01-01, steps: [{title: Satu}]}]\n"
                        + "  given:\n    activities:";
                for (int i = 1; i <= times; i++) {
                    cases += row.formatted(i, i);
                }
                cases += "\n  finds: "
                        + List.of("[]", "[A/1#2]", "[A/1#2, A/1#3]").get(times - 1) + "\n";
            }
            return appended(
                    appended(
                            rules.with("drl/sop/again.drl", bytes(rule))
                                    .with("docs/sop/step-done-again.md", bytes(page))
                                    .with("tests/sop/step-done-again.yaml", bytes(cases)),
                            "messages/sop.properties",
                            "step-done-again=Langkah {step} dikerjakan lagi, putaran {actual}.\n"
                                    + "step-done-again.title=Langkah dikerjakan lagi\n"
                                    + "step-done-again.sentence=Langkah tidak dikerjakan dua kali.\n"),
                    "messages/sop_en.properties",
                    "step-done-again=Step {step} was done again, round {actual}.\n"
                            + "step-done-again.title=A step is done once\n"
                            + "step-done-again.sentence=No step is done twice.\n");
        }
    };

    /** Whether rule code is changed by it, that must be compiled. */
    public boolean isOfCode() {
        return this == GRADE || this == RULE;
    }

    /** The rule set with this change. */
    public abstract RuleSetContent in(RuleSetContent rules);

    /** The rule set with another text in a file; it must stand there. */
    static RuleSetContent replaced(RuleSetContent rules, String path, String from, String to) {
        String text = new String(rules.bytes(path), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalStateException(path + " does not hold " + from);
        }
        return rules.with(path, bytes(text.replace(from, to)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The rule set with a longer file. */
    static RuleSetContent appended(RuleSetContent rules, String path, String text) {
        return rules.with(path, bytes(new String(rules.bytes(path), StandardCharsets.UTF_8) + text));
    }
}
