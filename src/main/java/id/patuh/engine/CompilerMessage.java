package id.patuh.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a compiler says of a rule, as a reason of our own where it is one of the usual ones: compilers speak English, and of
 * code that was made of the rule.
 *
 * @param reason key of the text that says what is wrong
 * @param details what that text names
 * @param word what the rule holds where it is wrong; null where the message does not tell
 */
record CompilerMessage(String reason, Map<String, String> details, String word) {

    private static final String TYPES_DIFFER = "rule-types-differ";
    /** Methods that no rule calls, but what is made of its conditions. */
    private static final Pattern MADE = Pattern.compile("PatternDSL|D|Index.*|.*DSL.*");

    private static final Pattern ARGUMENTS = Pattern.compile(
            "The method (\\w+)\\((.*)\\) in the type (\\S+) is not applicable for the arguments \\((.*)\\)");
    private static final Pattern FIRST_WORD = Pattern.compile("[^\\w$]*([\\w$]+).*");

    /** A usual message: what is taken of it is named in turn, and the first of these is found in the rule. */
    private record Usual(Pattern pattern, String reason, List<String> names) {

        Usual(String pattern, String reason, String... names) {
            this(Pattern.compile(pattern), reason, List.of(names));
        }
    }

    private static final List<Usual> USUAL = List.of(
            new Usual("The method (\\w+)\\(.*\\) is undefined for the type (.+)", "rule-method-absent", "name", "type"),
            new Usual("Unable to parse left part of expression: (.+)", "rule-property-absent", "condition"),
            new Usual("For input string: \"(.*)\".*", "rule-number-wanted", "value"),
            new Usual("Cannot coerce String (.+) to (\\w+)!", "rule-value-unfit", "value", "type"),
            new Usual("Cannot coerce (\\w+) to (\\w+)!", TYPES_DIFFER, "left", "right"),
            new Usual("(\\S+) cannot be resolved.*", "rule-name-unresolved", "name"),
            new Usual("Predicate '(.+)' must be a Boolean expression", "rule-condition-open", "condition"),
            new Usual("Type mismatch: cannot convert from (.+) to (.+)", TYPES_DIFFER, "left", "right"),
            new Usual("Incompatible operand types (.+) and (.+)", TYPES_DIFFER, "left", "right"),
            new Usual(
                    "The operator \\S+ is undefined for the argument type\\(s\\) (.+), (.+)",
                    TYPES_DIFFER,
                    "left",
                    "right"));

    static CompilerMessage of(String message) {
        Matcher arguments = ARGUMENTS.matcher(message);
        if (arguments.matches()) {
            return MADE.matcher(arguments.group(3)).matches() ? ofMade(message, arguments) : ofCall(arguments);
        }
        for (Usual usual : USUAL) {
            Matcher said = usual.pattern().matcher(message);
            if (said.matches()) {
                return of(usual, said);
            }
        }
        return new CompilerMessage("rule-broken", Map.of("message", message), null);
    }

    private static CompilerMessage of(Usual usual, Matcher said) {
        Map<String, String> details = new HashMap<>();
        for (int i = 0; i < usual.names().size(); i++) {
            details.put(usual.names().get(i), said.group(i + 1));
        }
        // Types are those of code that the rule need not show.
        Matcher word = FIRST_WORD.matcher(said.group(1));
        return new CompilerMessage(
                usual.reason(), details, usual.reason().equals(TYPES_DIFFER) || !word.matches() ? null : word.group(1));
    }

    private static CompilerMessage ofCall(Matcher said) {
        return new CompilerMessage(
                "rule-arguments-wrong",
                Map.of("name", said.group(1), "expected", shown(said.group(2)), "found", shown(said.group(4))),
                said.group(1));
    }

    /** The property's type stands first among the arguments, the type of what it is compared with last. */
    private static CompilerMessage ofMade(String message, Matcher said) {
        List<String> types = List.of(said.group(4).split(", "));
        Matcher left = Pattern.compile("Class<(\\w+)>").matcher(types.get(0));
        return left.matches()
                ? new CompilerMessage(
                        TYPES_DIFFER, Map.of("left", left.group(1), "right", types.get(types.size() - 1)), null)
                : new CompilerMessage("rule-broken", Map.of("message", message), null);
    }

    private static String shown(String types) {
        return types.isEmpty() ? "-" : types;
    }
}
