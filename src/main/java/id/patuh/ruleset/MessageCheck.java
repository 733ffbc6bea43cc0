package id.patuh.ruleset;

import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that every value that a rule's message names is one that the rule or its subject gives. */
final class MessageCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern GIVEN = Pattern.compile("\\.with\\(\\s*\"(\\w+)\"");
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]+[\\s\\S]*?^[ \\t]*end\\b");
    private static final Pattern ID = Pattern.compile("@id\\(\\s*([\\w-]+)\\s*\\)");
    /** What every violation has: its subject, what was expected and what is. */
    private static final Set<String> ALWAYS =
            Set.of("unit", "sop", "case", "step", "round", "constraint", "survey", "element", "expected", "actual");

    private MessageCheck() {}

    /** The placeholders that no value fills. */
    static List<RuleProblem> problems(RuleSetFiles files, List<RuleMetadata> catalog, Messages messages) {
        Map<String, Set<String>> given = given(files);
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleMetadata rule : catalog) {
            for (String language : messages.languages()) {
                String text = messages.keys(language).contains(rule.id())
                        ? messages.text(rule.id(), language).orElse("")
                        : "";
                Matcher named = PLACEHOLDER.matcher(text);
                while (named.find()) {
                    String name = named.group(1);
                    if (!ALWAYS.contains(name)
                            && !given.getOrDefault(rule.id(), Set.of()).contains(name)) {
                        problems.add(new RuleProblem(
                                rule.file(),
                                rule.line(),
                                0,
                                "@id",
                                rule.id(),
                                "placeholder-unknown",
                                Map.of("name", name, "language", language)));
                    }
                }
            }
        }
        return problems;
    }

    private static Map<String, Set<String>> given(RuleSetFiles files) {
        Map<String, Set<String>> given = new HashMap<>();
        for (String path : files.paths("drl", ".drl")) {
            Matcher rule = RULE.matcher(files.text(path));
            while (rule.find()) {
                Matcher id = ID.matcher(rule.group());
                if (id.find()) {
                    Set<String> names = given.computeIfAbsent(id.group(1), i -> new HashSet<>());
                    GIVEN.matcher(rule.group()).results().forEach(m -> names.add(m.group(1)));
                }
            }
        }
        return given;
    }
}
