package id.patuh.ruleset;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleMetadata;
import id.patuh.violation.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A rule set with what its folder holds for people: cases, pages and the code of its rules. */
public final class RuleLibrary {

    private final RuleSet ruleSet;
    private final RuleSetFiles files;

    private RuleLibrary(RuleSet ruleSet, RuleSetFiles files) {
        this.ruleSet = ruleSet;
        this.files = files;
    }

    /**
     * Reads a rule set.
     *
     * @throws RuleSetException if any file that checks need is wrong
     */
    public static RuleLibrary read(Path folder, RuleCache cache) {
        RuleSetFiles files = new RuleSetFiles(folder);
        return new RuleLibrary(RuleSetReader.read(files, cache), files);
    }

    /** Whatever is wrong with a rule set, heaviest first. One that cannot be used has only the problems of its loading. */
    public static List<LintFinding> lint(Path folder, RuleCache cache) {
        try {
            RuleLibrary library = read(folder, cache);
            return new RuleSetLint(library, library.files).findings();
        } catch (RuleSetException e) {
            return e.problems().stream()
                    .map(problem -> new LintFinding(Severity.CRITICAL, problem))
                    .toList();
        }
    }

    /** What checks need of it. */
    public RuleSet ruleSet() {
        return ruleSet;
    }

    /** The page that explains a rule, or empty where there is none. */
    public Optional<RulePage> page(String rule) {
        return files.paths(RulePage.FOLDER, "/" + rule + RulePage.ENDING).stream()
                .findFirst()
                .map(path -> new RulePage(path, files.text(path)));
    }

    /** A rule as its file defines it. */
    public String code(RuleMetadata rule) {
        List<String> lines =
                files.text(rule.file()).lines().skip(rule.line() - 1).toList();
        int end = 0;
        while (end < lines.size() - 1 && !lines.get(end).strip().equals("end")) {
            end++;
        }
        return String.join("\n", lines.subList(0, end + 1));
    }

    /** The cases beside the rules. */
    public RuleCases cases() {
        return RuleCaseReader.read(files, ruleSet);
    }
}
