package id.patuh.engine.guard;

import id.patuh.engine.RuleProblem;
import id.patuh.engine.guard.ClassCheck.RuleName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Holds rules to a vocabulary: first their text, then the classes that they were compiled to, then what these may see. */
public final class RuleGuard {

    /** Part of the name under which compiled rules are kept: what an older guard let through is checked anew. */
    public static final String VERSION = "guard-2";

    private final Vocabulary vocabulary;

    public RuleGuard(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * What is refused in a file of rules, by line and column; to be asked before anything is built of it.
     *
     * @param table whether the DRL was made of a decision table
     */
    public List<RuleProblem> refusedText(String file, String drl, boolean table) {
        return RuleText.problems(file, drl, table, vocabulary);
    }

    /**
     * What is refused in the classes of rules; to be asked before any of them is loaded.
     *
     * @param classes byte code by binary name
     * @param places a problem without a reason at the place of a rule, by its package and name
     */
    public List<RuleProblem> refusedClasses(
            Map<String, byte[]> classes, BiFunction<String, String, RuleProblem> places) {
        ClassCheck check = new ClassCheck(classes, vocabulary);
        Map<String, String> all = check.found();
        // What is found in the classes of a rule often shows in that of all rules too, whose name says nothing to its
        // author.
        boolean anyOfRule = all.keySet().stream().anyMatch(name -> check.ruleOf(name) != null);
        return all.entrySet().stream()
                .filter(found -> !anyOfRule || check.ruleOf(found.getKey()) != null)
                .map(found -> {
                    RuleName rule = check.ruleOf(found.getKey());
                    Map<String, String> details = Map.of("code", found.getValue());
                    String reason = reason(found.getValue());
                    if (rule == null) {
                        return RuleProblem.of(found.getKey(), reason, details);
                    }
                    RuleProblem at = places.apply(rule.pack(), rule.name());
                    return RuleProblem.at(at.file(), at.line(), reason, details);
                })
                .distinct()
                .toList();
    }

    /** Code that no rule holds but its compiler makes says nothing to whoever wrote the rule. */
    private static String reason(String code) {
        if (code.equals(ClassCheck.JOINED_TEXTS)) {
            return "rule-texts-joined";
        }
        return code.matches("java/lang/(?:Double|Float)\\.valueOf.*") ? "rule-number-inexact" : "rule-code-refused";
    }

    /** Binary names of all types that the classes of rules may see, besides each other. */
    public Set<String> visible() {
        Set<String> names = new HashSet<>(Scaffolding.visible());
        names.addAll(vocabulary.visible());
        return new TreeSet<>(names);
    }
}
