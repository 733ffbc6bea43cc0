package id.patuh.swap;

import id.patuh.ruleset.RuleSetContent;
import java.nio.charset.StandardCharsets;

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
    /** Grade B begins at 78.01 instead of 76.61. */
    GRADE {
        @Override
        public RuleSetContent in(RuleSetContent rules) {
            String table = "tables/skm-grades-permenpanrb-14-2017.drl.csv";
            return replaced(replaced(rules, table, "76.61", "78.01"), table, "76.60", "78.00");
        }
    },
    /** A rule more: a step that was done again. */
    RULE {
        @Override
        public RuleSetContent in(RuleSetContent rules) {
            String rule = "package rules.sop;\n\nimport id.patuh.engine.Violations;\nimport id.patuh.sop.Activity;\n\n"
                    + "global Violations violations;\n\nrule \"Step done again\"\n    @id(step-done-again)\n"
                    + "    @severity(INFO)\n    @basis(patuh-policy/pengerjaan-ulang)\n    @since(0.1.0)\nwhen\n"
                    + "    $a : Activity(round > 1)\nthen\n"
                    + "    violations.report(drools.getRule(), $a).actual($a.getRound());\nend\n";
            return appended(
                    appended(
                            rules.with("drl/sop/again.drl", rule.getBytes(StandardCharsets.UTF_8)),
                            "messages/sop.properties",
                            "step-done-again=Langkah {step} dikerjakan lagi, putaran {actual}.\n"),
                    "messages/sop_en.properties",
                    "step-done-again=Step {step} was done again, round {actual}.\n");
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
        return rules.with(path, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    /** The rule set with a longer file. */
    static RuleSetContent appended(RuleSetContent rules, String path, String text) {
        return rules.with(
                path, (new String(rules.bytes(path), StandardCharsets.UTF_8) + text).getBytes(StandardCharsets.UTF_8));
    }
}
