package id.patuh.ruleset;

import id.patuh.law.Parameter;
import id.patuh.ruleset.RuleSetChange.Area;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the files of a rule set say of one rule: its code and what it declares, whether and how severely it counts, its texts,
 * the parameters it reads, its cases and its page. Read from the files alone: nothing is compiled, so that hundreds of
 * versions can be gone through. The files are those of a rule set in which nothing was found wrong.
 */
public final class RuleParts {

    private static final String PARAMETERS = "parameters";

    private final String rule;
    private final RuleSetContent files;
    /** By name. */
    private final Map<String, Map<String, Object>> variants = new TreeMap<>();

    private final Map<String, Object> policy;
    private final Map<String, Object> messages;
    private final Map<String, Object> cases;
    private final Map<String, Object> pages;

    private RuleParts(String rule, RuleSetContent all) {
        this.rule = rule;
        this.files = naming(rule, all);
        this.policy = policy();
        this.messages = messages();
        this.cases = cases();
        this.pages = pages();
        for (String path : files.paths(RuleFiles.RULES, RuleFiles.RULES_ENDING)) {
            for (DrlText.Declared declared : DrlText.declared(files.text(path))) {
                if (rule.equals(declared.annotations().get("id"))) {
                    variants.put(declared.name(), facets(declared));
                }
            }
        }
    }

    /**
     * What the files say of a rule.
     *
     * @param files those of a rule set that {@link #concerns} names, or all
     */
    public static RuleParts of(RuleSetContent files, String rule) {
        return new RuleParts(rule, files);
    }

    /** Of the files that are about many rules only those that name this one: to parse all of them takes its time. */
    private static RuleSetContent naming(String rule, RuleSetContent all) {
        Map<String, byte[]> naming = new HashMap<>();
        for (String path : all.paths()) {
            boolean aboutMany = path.startsWith(RuleFiles.RULES + "/")
                    || path.startsWith(MessageReader.FOLDER + "/")
                    || path.equals(PolicyReader.FILE);
            if (concerns(path, rule) && (!aboutMany || all.text(path).contains(rule))) {
                naming.put(path, all.bytes(path));
            }
        }
        return RuleSetContent.of(naming);
    }

    /** Whether a file of that path may say something of the rule. */
    public static boolean concerns(String path, String rule) {
        return path.startsWith(RuleFiles.RULES + "/")
                || path.startsWith(MessageReader.FOLDER + "/")
                || path.startsWith(PARAMETERS + "/")
                || path.equals(PolicyReader.FILE)
                || RuleCaseReader.isOf(path, rule)
                || path.startsWith(RulePage.FOLDER + "/") && path.endsWith("/" + rule + RulePage.ENDING);
    }

    /** Whether the rule set has the rule. */
    public boolean isThere() {
        return !variants.isEmpty();
    }

    /** What the rules of the id declare, and their code, by name. */
    Map<String, Map<String, Object>> variants() {
        return Collections.unmodifiableMap(variants);
    }

    /** What the two say differently of the rule. */
    public static List<RuleSetChange> between(RuleParts before, RuleParts after) {
        boolean several = before.variants.size() > 1 || after.variants.size() > 1;
        Set<String> read = new TreeSet<>(before.keys());
        read.retainAll(after.keys());
        return RuleSetDiff.between(before.tree(several, read), after.tree(several, read));
    }

    private Map<Area, Map<String, Object>> tree(boolean several, Set<String> parameters) {
        Map<String, Object> itself = new LinkedHashMap<>();
        variants.forEach((name, facets) -> {
            if (several) {
                itself.put("[" + name + "]", facets);
            } else {
                itself.put("name", name);
                itself.putAll(facets);
            }
        });
        itself.putAll(policy);
        Map<Area, Map<String, Object>> tree = new TreeMap<>();
        for (Area area : Area.values()) {
            tree.put(area, Map.of());
        }
        tree.put(Area.RULE, Map.of(rule, itself));
        tree.put(Area.PARAMETER, parameters(parameters));
        tree.put(Area.MESSAGE, messages);
        tree.put(Area.CASE, cases);
        tree.put(Area.PAGE, pages);
        return tree;
    }

    private static Map<String, Object> facets(DrlText.Declared declared) {
        Map<String, Object> facets = new LinkedHashMap<>(declared.annotations());
        facets.remove("id");
        facets.put("code", DrlText.rule(declared.code()));
        return facets;
    }

    /** Keys of the parameters that the rule reads. */
    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        variants.values().forEach(facets -> {
            for (String key : facets.getOrDefault(PARAMETERS, "").toString().split(",")) {
                keys.add(key.strip());
            }
        });
        return keys;
    }

    private Map<String, Object> parameters(Set<String> keys) {
        FolderReader reader = new FolderReader(files, new ArrayList<>());
        Map<String, Object> parameters = new TreeMap<>();
        for (String key : keys) {
            reader.one(PARAMETERS + "/" + key + ".yaml", LawYaml.ParameterYaml::read)
                    .map(Folder.Entry<Parameter>::value)
                    .ifPresent(parameter -> parameters.put(key, Facets.of(parameter)));
        }
        return parameters;
    }

    private Map<String, Object> policy() {
        Map<String, Object> policy = new LinkedHashMap<>();
        new FolderReader(files, new ArrayList<>())
                .one(PolicyReader.FILE, (file, at) -> YamlRecords.read(file, PolicyReader.PolicyYaml.class))
                .ifPresent(file -> SopYaml.orEmpty(file.value().rules()).stream()
                        .filter(entry -> entry.rule().equals(rule))
                        .forEach(entry -> {
                            Map<String, Object> facets = Facets.of(entry);
                            facets.remove("rule");
                            policy.put(
                                    "policy" + (entry.declared() == null ? "" : "[" + entry.declared() + "]"), facets);
                        }));
        return policy;
    }

    private Map<String, Object> messages() {
        Messages all = new MessageReader(files, new ArrayList<>()).messages();
        Map<String, Object> texts = new TreeMap<>();
        for (String language : all.languages()) {
            for (String key : all.keys(language)) {
                if (key.equals(rule) || key.startsWith(rule + ".")) {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> text =
                            (Map<String, Object>) texts.computeIfAbsent(key, k -> new TreeMap<String, Object>());
                    text.put(language, all.text(key, language).orElseThrow());
                }
            }
        }
        return texts;
    }

    private Map<String, Object> cases() {
        Map<String, Object> cases = new LinkedHashMap<>();
        files.paths().stream()
                .filter(path -> RuleCaseReader.isOf(path, rule))
                .forEach(path -> RuleCaseReader.asWritten(files.text(path))
                        .forEach((name, given) -> cases.put("[" + name + "]", Facets.node(given))));
        return cases.isEmpty() ? Map.of() : Map.of(rule, cases);
    }

    private Map<String, Object> pages() {
        Map<String, Object> pages = new TreeMap<>();
        files.paths(RulePage.FOLDER, "/" + rule + RulePage.ENDING)
                .forEach(path -> pages.put(path, files.text(path).strip()));
        return pages;
    }
}
