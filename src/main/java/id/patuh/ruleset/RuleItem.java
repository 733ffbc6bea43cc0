package id.patuh.ruleset;

import id.patuh.violation.Severity;
import java.time.LocalDate;
import java.util.List;

/**
 * Something in a rule set that managers may change without code.
 *
 * @param kind what it is
 * @param file the file that holds it, as the rule set names it
 * @param name what tells it from others of the same file: the day from which a value holds, the regulation and the grade, the
 *     number of a step, a rule and the severity that it declares; empty for an SOP as a whole
 */
public record RuleItem(Kind kind, String file, String name) {

    private static final String POLICY = "policy.yaml";
    private static final String ANY = "";

    /** What can be changed. */
    public enum Kind {
        /** A dated value of a parameter. */
        PARAMETER("values", List.of("from", "until", "value", "basis", "confirmed", "note")),
        /** A row of a grade table. */
        GRADE("", List.of("from", "until", "grade", "label", "basis")),
        /** An SOP without its steps. */
        SOP("", YamlText.SOP_KEYS),
        /** A step of an SOP. */
        STEP("steps", YamlText.STEP_KEYS),
        /** What the policy says of the rules of an id. */
        POLICY("rules", List.of("rule", "enabled", "declared", "severity", "why", "basis"));

        /** The key of the list that holds such items; empty where there is none. */
        final String list;
        /** Keys in the order in which files have them. */
        final List<String> keys;

        Kind(String list, List<String> keys) {
            this.list = list;
            this.keys = keys;
        }
    }

    /** The value of a parameter ({@code skm/interval}) from a day on. */
    public static RuleItem parameter(String key, LocalDate from) {
        return new RuleItem(Kind.PARAMETER, "parameters/" + key + ".yaml", from.toString());
    }

    /** The row of a grade table. */
    static RuleItem grade(String file, String regulation, String letter) {
        return new RuleItem(Kind.GRADE, file, regulation + " " + letter);
    }

    /** The SOP that a file defines. */
    public static RuleItem sop(String file) {
        return new RuleItem(Kind.SOP, file, ANY);
    }

    /** A step of the SOP that a file defines. */
    public static RuleItem step(String file, int no) {
        return new RuleItem(Kind.STEP, file, Integer.toString(no));
    }

    /** That the rules of an id are switched off. */
    public static RuleItem switchedOff(String rule) {
        return new RuleItem(Kind.POLICY, POLICY, rule);
    }

    /** The severity of the rules of an id that declare the given one; null for the only one that they declare. */
    public static RuleItem severity(String rule, Severity declared) {
        return new RuleItem(Kind.POLICY, POLICY, rule + (declared == null ? " *" : " " + declared.word()));
    }

    /** Another item of the same file that is not there yet. */
    public RuleItem another(String otherName) {
        return new RuleItem(kind, file, otherName);
    }
}
