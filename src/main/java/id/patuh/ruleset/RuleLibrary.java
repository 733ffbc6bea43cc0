package id.patuh.ruleset;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A rule set with what its folder holds for people: cases, pages and the code of its rules. */
public final class RuleLibrary {

    /** Holds what cases assume. */
    static final String FIXTURES = RuleCase.FOLDER + "/fixtures";

    private static final List<String> FIXED = List.of("parameters", "sop");

    private final RuleSet ruleSet;
    private final RuleSetContent files;
    private final RuleCache cache;
    /** Null until they were asked for. */
    private RuleCases cases;

    private RuleLibrary(RuleSet ruleSet, RuleSetContent files, RuleCache cache) {
        this.ruleSet = ruleSet;
        this.files = files;
        this.cache = cache;
    }

    /**
     * Reads a rule set, unless the cache has it.
     *
     * @throws RuleSetException if any file that checks need is wrong
     */
    public static RuleLibrary read(RuleSetContent files, RuleCache cache) {
        return new RuleLibrary(RuleSetReader.read(files, cache), files, cache);
    }

    /** A rule set that was read before, with the files that it was made of. */
    public static RuleLibrary of(RuleSet ruleSet, RuleSetContent files) {
        return new RuleLibrary(ruleSet, files, RuleCache.none());
    }

    /** Whatever is wrong with a rule set, heaviest first. One that cannot be used has only the problems of its loading. */
    public static List<LintFinding> lint(RuleSetContent files, RuleCache cache) {
        try {
            return read(files, cache).lint();
        } catch (RuleSetException e) {
            return LintFinding.of(e);
        }
    }

    /** Whatever is wrong with it although it can be used, heaviest first. */
    public List<LintFinding> lint() {
        return new RuleSetLint(this, files).findings();
    }

    /** Its files. */
    public RuleSetContent files() {
        return files;
    }

    /** What checks need of it. */
    public RuleSet ruleSet() {
        return ruleSet;
    }

    /**
     * The rule set that cases are tried on. What its users tune is none of their business: the SOPs and parameters in
     * {@code tests/fixtures/} stand in for those in force, and every rule is judged by, as it declares itself.
     *
     * @throws RuleSetException if any of those files is wrong
     */
    public RuleSet trialRules() {
        List<RuleProblem> misplaced = files.paths(FIXTURES, "").stream()
                .filter(path -> FIXED.stream().noneMatch(folder -> path.startsWith(FIXTURES + "/" + folder + "/")))
                .map(path -> RuleProblem.of(path, "fixture-misplaced", Map.of("folders", String.join(", ", FIXED))))
                .toList();
        if (!misplaced.isEmpty()) {
            throw new RuleSetException(misplaced);
        }
        try {
            return RuleSetReader.read(files.standingIn(FIXTURES), cache).asDeclared();
        } catch (RuleSetException e) {
            throw new RuleSetException(e.problems().stream()
                    .map(p -> files.has(FIXTURES + "/" + p.file()) ? p.in(FIXTURES + "/" + p.file()) : p)
                    .toList());
        }
    }

    /** The page that explains a rule, or empty where there is none. */
    public Optional<RulePage> page(String rule) {
        return files.paths(RulePage.FOLDER, "/" + rule + RulePage.ENDING).stream()
                .findFirst()
                .map(path -> new RulePage(path, files.text(path)));
    }

    /** A rule as its file defines it. */
    public String code(RuleMetadata rule) {
        return DrlText.declaredAt(files.text(rule.file()).lines().toList(), Math.max(0, rule.line() - 1));
    }

    /** The cases beside the rules. */
    public synchronized RuleCases cases() {
        if (cases == null) {
            cases = RuleCaseReader.read(files, ruleSet);
        }
        return cases;
    }

    /** The rows of the grade tables by regulation and grade. */
    Map<String, Object> grades() {
        Map<String, Map<String, Object>> grades = new TreeMap<>();
        for (GradeTable table : gradeTables().values()) {
            for (GradeTable.Band band : table.bands()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("from", band.lowest().toPlainString());
                row.put("until", band.highest().toPlainString());
                row.put("grade", band.grade().value());
                row.put("basis", band.basis().value());
                grades.computeIfAbsent(band.regulation().value(), r -> new TreeMap<>())
                        .put("[" + band.letter() + "]", row);
            }
        }
        return new TreeMap<>(grades);
    }

    private Map<String, GradeTable> gradeTables() {
        Map<String, GradeTable> tables = new TreeMap<>();
        for (String path : files.paths(RuleFiles.TABLES, RuleFiles.TABLES_ENDING)) {
            GradeTable.read(path, files.text(path)).ifPresent(table -> tables.put(path, table));
        }
        return tables;
    }

    /** The texts of the pages by rule. */
    Map<String, Object> pages() {
        Map<String, Object> pages = new TreeMap<>();
        files.paths(RulePage.FOLDER, RulePage.ENDING)
                .forEach(path -> pages.put(path, files.text(path).strip()));
        return pages;
    }

    /** What files of rules hold besides rules with an id and grades, by file. */
    Map<String, Object> otherCode() {
        Map<String, Object> rest = new TreeMap<>();
        files.paths(RuleFiles.RULES, RuleFiles.RULES_ENDING).forEach(path -> rest.put(path, files.text(path)));
        for (RuleMetadata rule : ruleSet.rules().catalog()) {
            rest.computeIfPresent(rule.file(), (path, text) -> ((String) text).replace(code(rule), ""));
        }
        rest.replaceAll((path, text) -> DrlText.rest((String) text));
        rest.values().removeIf(""::equals);
        Set<String> graded = gradeTables().keySet();
        files.paths(RuleFiles.TABLES, RuleFiles.TABLES_ENDING).stream()
                .filter(path -> !graded.contains(path))
                .forEach(path -> rest.put(path, files.text(path).strip()));
        return rest;
    }
}
