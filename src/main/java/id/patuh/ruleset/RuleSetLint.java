package id.patuh.ruleset;

import static java.util.stream.Collectors.groupingBy;

import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import id.patuh.law.Parameter;
import id.patuh.sop.Constraint;
import id.patuh.sop.Sop;
import id.patuh.violation.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be found wrong in a rule set that loads, without a check: what users, authors and auditors would miss. */
final class RuleSetLint {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    private static final Pattern READ = Pattern.compile("\\b(?:count|decimal|text|words|limit)\\(\"([^\"]+)\"\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}?]+)");
    private static final List<String> PARTS_OF_RULE = List.of(".title", Messages.SENTENCE, ".expected", ".actual");
    private static final int ENOUGH_CASES = 3;

    /** Read by the program itself: by no rule, but by what all survey rules start from. */
    private static final Set<String> READ_BY_PROGRAM = Set.of("skm/aggregation");

    private final RuleLibrary library;
    private final RuleSet ruleSet;
    private final RuleSetContent files;
    private final Map<String, List<RuleMetadata>> rules;
    private final List<LintFinding> found = new ArrayList<>();

    RuleSetLint(RuleLibrary library, RuleSetContent files) {
        this.library = library;
        this.ruleSet = library.ruleSet();
        this.files = files;
        this.rules = ruleSet.rules().catalog().stream()
                .collect(groupingBy(RuleMetadata::id, TreeMap::new, Collectors.toList()));
    }

    /** Heaviest first, then by file and line. */
    List<LintFinding> findings() {
        rules.forEach(this::rule);
        texts();
        pages();
        cases();
        parameters();
        constraints();
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(LintFinding::severity)
                        .thenComparing(f -> f.problem().file())
                        .thenComparing(f -> f.problem().line())
                        .thenComparing(f -> f.problem().column()))
                .toList();
    }

    private void rule(String id, List<RuleMetadata> variants) {
        RuleMetadata first = variants.get(0);
        if (!ID.matcher(id).matches()) {
            add(Severity.MAJOR, References.wrong(first, "@id", id, "rule-id-shape"));
        }
        for (RuleMetadata variant : variants) {
            if (!variant.basis().equals(first.basis())) {
                add(Severity.MAJOR, References.wrong(variant, "@basis", variant.basis(), "variant-differs"));
            }
            if (variant.overdue() != first.overdue()) {
                add(Severity.MAJOR, References.wrong(variant, "@overdue", null, "variant-differs"));
            }
            if (!Set.copyOf(variant.parameters()).equals(Set.copyOf(first.parameters()))) {
                String parameters = String.join(", ", variant.parameters());
                add(Severity.MAJOR, References.wrong(variant, "@parameters", parameters, "variant-differs"));
            }
            Matcher read = READ.matcher(library.code(variant));
            while (read.find()) {
                if (!variant.parameters().contains(read.group(1))) {
                    add(
                            Severity.MAJOR,
                            References.wrong(variant, "@parameters", read.group(1), "parameter-undeclared"));
                }
            }
        }
        for (String language : ruleSet.messages().languages()) {
            for (String part : List.of(".title", Messages.SENTENCE)) {
                if (!ruleSet.messages().keys(language).contains(id + part)) {
                    add(
                            Severity.MINOR,
                            new RuleProblem(
                                    first.file(),
                                    first.line(),
                                    0,
                                    "@id",
                                    id,
                                    "text-absent",
                                    Map.of("key", id + part, "language", language)));
                }
            }
        }
    }

    /** Texts of every language are the same texts, about the same values, and somebody needs them. */
    private void texts() {
        Set<String> needs = ruleSet.rules().catalog().stream()
                .flatMap(rule -> rule.needs().stream())
                .map(need -> "needs." + need.replace(':', '.'))
                .collect(Collectors.toSet());
        Set<String> all = new TreeSet<>();
        ruleSet.messages()
                .languages()
                .forEach(language -> all.addAll(ruleSet.messages().keys(language)));
        for (String key : all) {
            Set<Set<String>> placeholders = new HashSet<>();
            for (String language : ruleSet.messages().languages()) {
                if (ruleSet.messages().keys(language).contains(key)) {
                    placeholders.add(
                            placeholders(ruleSet.messages().text(key, language).orElseThrow()));
                } else if (!key.endsWith(".title") && !key.endsWith(Messages.SENTENCE)) {
                    add(Severity.MINOR, text(key, "translation-absent", Map.of("language", language)));
                }
            }
            if (placeholders.size() > 1) {
                add(Severity.MINOR, text(key, "translation-differs", Map.of()));
            }
            boolean needed = key.startsWith("reason.") || needs.contains(key) || rules.containsKey(ruleOf(key));
            if (!needed) {
                add(Severity.MINOR, text(key, "text-unused", Map.of()));
            }
        }
    }

    private static String ruleOf(String key) {
        for (String part : PARTS_OF_RULE) {
            if (key.endsWith(part)) {
                return key.substring(0, key.length() - part.length());
            }
        }
        return key;
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** A problem with a text, at the first place where it stands. */
    private RuleProblem text(String key, String reason, Map<String, String> details) {
        for (String path : files.paths("messages", ".properties")) {
            int line = MessageReader.lineOf(files.text(path), key);
            if (line > 0) {
                return new RuleProblem(path, line, 0, key, null, reason, details);
            }
        }
        return new RuleProblem("messages", 0, 0, key, null, reason, details);
    }

    private void pages() {
        Set<String> explained = new HashSet<>();
        for (String path : files.paths(RulePage.FOLDER, RulePage.ENDING)) {
            String id = path.substring(path.lastIndexOf('/') + 1, path.length() - RulePage.ENDING.length());
            explained.add(id);
            if (!rules.containsKey(id)) {
                add(Severity.MINOR, RuleProblem.of(path, "page-of-no-rule", Map.of()));
                continue;
            }
            misplaced(path, RulePage.FOLDER, id);
            String text = files.text(path);
            if (!text.startsWith("# " + id + "\n")) {
                add(Severity.MINOR, RuleProblem.at(path, 1, "page-heading", Map.of("heading", "# " + id)));
            }
            for (String part : RulePage.PARTS) {
                if (!text.contains(part)) {
                    add(Severity.MINOR, RuleProblem.of(path, "page-part-absent", Map.of("part", part)));
                }
            }
        }
        rules.forEach((id, variants) -> {
            if (!explained.contains(id)) {
                add(Severity.MINOR, References.wrong(variants.get(0), "@id", id, "page-absent"));
            }
        });
    }

    /** Pages and cases stand in the folder of the rule's topic; those of several topics in that of one of them. */
    private void misplaced(String path, String folder, String id) {
        Set<String> topics =
                rules.get(id).stream().map(RuleMetadata::topic).collect(Collectors.toCollection(TreeSet::new));
        String topic = path.substring(folder.length() + 1, Math.max(folder.length() + 1, path.lastIndexOf('/')));
        if (!topics.contains(topic)) {
            add(Severity.MINOR, RuleProblem.of(path, "file-misplaced", Map.of("folder", String.join(", ", topics))));
        }
    }

    private void cases() {
        RuleCases cases = library.cases();
        cases.problems().forEach(problem -> add(Severity.MAJOR, problem));
        cases.all().stream()
                .map(c -> Map.entry(c.file(), c.rule()))
                .distinct()
                .forEach(e -> misplaced(e.getKey(), RuleCase.FOLDER, e.getValue()));
        cases.untried().forEach(id -> add(Severity.MAJOR, caseProblem(id, "cases-absent")));
        cases.all().stream().collect(groupingBy(RuleCase::rule)).forEach((id, own) -> {
            long firing = own.stream().filter(c -> !c.finds().isEmpty()).count();
            boolean whole = cases.of(Set.of(id)).problems().isEmpty();
            if (whole && firing == 0) {
                add(Severity.MAJOR, caseProblem(id, "cases-all-silent"));
            } else if (whole && firing == own.size()) {
                add(Severity.MAJOR, caseProblem(id, "cases-all-firing"));
            } else if (whole && own.size() < ENOUGH_CASES) {
                add(Severity.MINOR, caseProblem(id, "cases-few"));
            }
        });
    }

    private RuleProblem caseProblem(String id, String reason) {
        return References.wrong(rules.get(id).get(0), "@id", id, reason);
    }

    private void parameters() {
        Set<String> declared = ruleSet.rules().catalog().stream()
                .flatMap(rule -> rule.parameters().stream())
                .collect(Collectors.toSet());
        for (Parameter parameter : ruleSet.parameters().all()) {
            String path = "parameters/" + parameter.key() + ".yaml";
            YamlFile file = new YamlFile(path, files.text(path));
            if (!declared.contains(parameter.key()) && !READ_BY_PROGRAM.contains(parameter.key())) {
                add(Severity.MINOR, file.problem("key", "parameter-unread", Map.of()));
            }
            for (String language : ruleSet.messages().languages()) {
                if (!parameter.title().containsKey(language)) {
                    add(Severity.MINOR, file.problem("title", "parameter-untitled", Map.of("language", language)));
                }
            }
            for (int i = 1; file.has("values[" + i + "]"); i++) {
                if (file.value("values[" + i + "].confirmed")
                        .filter("false"::equals)
                        .isPresent()) {
                    add(Severity.INFO, file.problem("values[" + i + "].value", "value-unconfirmed", Map.of()));
                }
            }
        }
    }

    /** A constraint without a rule of its kind would never be judged. */
    private void constraints() {
        for (Sop sop : ruleSet.sops().all()) {
            YamlFile file = null;
            for (int i = 0; i < sop.constraints().size(); i++) {
                Constraint constraint = sop.constraints().get(i);
                if (!rules.containsKey(constraint.kind().rule())) {
                    file = file == null ? new YamlFile(sop.file(), files.text(sop.file())) : file;
                    add(
                            Severity.MAJOR,
                            file.problem(
                                    "constraints[" + (i + 1) + "].kind",
                                    "constraint-unjudged",
                                    Map.of("rule", constraint.kind().rule())));
                }
            }
        }
    }

    private void add(Severity severity, RuleProblem problem) {
        found.add(new LintFinding(severity, problem));
    }
}
