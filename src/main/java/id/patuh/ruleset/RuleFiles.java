package id.patuh.ruleset;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleCompilationException;
import id.patuh.engine.RuleProblem;
import id.patuh.engine.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The DRL and the decision tables of a rule set.
 *
 * @param rules null when they do not compile
 * @param tables grade tables, which are compiled only if their cells can be read
 * @param problems what is wrong with them
 */
record RuleFiles(CompiledRules rules, List<GradeTable> tables, List<RuleProblem> problems) {

    static final String RULES = "drl";
    static final String RULES_ENDING = ".drl";
    static final String TABLES = "tables";
    static final String TABLES_ENDING = ".drl.csv";

    /** Reads and compiles them. */
    static RuleFiles read(RuleSetContent files, RuleCache cache) {
        List<RuleProblem> problems = new ArrayList<>();
        List<GradeTable> tables = new ArrayList<>();
        List<RuleSource> sources = new ArrayList<>();
        files.paths(RULES, RULES_ENDING)
                .forEach(path -> source(files, path, problems).ifPresent(sources::add));
        for (String path : files.paths(TABLES, TABLES_ENDING)) {
            Optional<RuleSource> source = source(files, path, problems);
            Optional<GradeTable> table = source.flatMap(s -> GradeTable.read(path, s.text()));
            table.ifPresent(tables::add);
            List<RuleProblem> unreadable = table.map(GradeTable::problems).orElse(List.of());
            problems.addAll(unreadable);
            if (unreadable.isEmpty()) {
                source.ifPresent(sources::add);
            }
        }
        try {
            return new RuleFiles(CompiledRules.compile(sources, cache), tables, problems);
        } catch (RuleCompilationException e) {
            problems.addAll(e.problems());
            return new RuleFiles(null, tables, problems);
        }
    }

    /** What is compiled, of files in which nothing is wrong. */
    static List<RuleSource> sources(RuleSetContent files) {
        return Stream.concat(files.paths(RULES, RULES_ENDING).stream(), files.paths(TABLES, TABLES_ENDING).stream())
                .map(path -> new RuleSource(path, files.text(path)))
                .toList();
    }

    private static Optional<RuleSource> source(RuleSetContent files, String path, List<RuleProblem> problems) {
        try {
            return Optional.of(new RuleSource(path, files.text(path)));
        } catch (RuleSetException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
