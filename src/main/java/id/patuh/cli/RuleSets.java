package id.patuh.cli;

import id.patuh.engine.Background;
import id.patuh.ruleset.LintFinding;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads rule sets; the one beside the launcher while the command line is still being made sense of. */
final class RuleSets {

    private final Background<RuleSet> ahead;

    /** @param args the command line; where it does not surely ask for the usual rule set, nothing is read ahead */
    RuleSets(String... args) {
        boolean usual = args.length > 0
                && args[0].equals(CheckCommand.NAME)
                && Arrays.stream(args).noneMatch(arg -> arg.startsWith("--rules"));
        ahead = usual ? Background.start("rule set", () -> read(usualFolder())) : null;
    }

    /**
     * The rule set in a folder.
     *
     * @param folder null for the one beside the launcher
     */
    RuleSet get(Path folder) {
        if (folder == null && ahead != null) {
            return ahead.result();
        }
        return read(folder(folder));
    }

    /**
     * The rule set in a folder with all that the folder holds.
     *
     * @param folder null for the one beside the launcher
     */
    static RuleLibrary library(Path folder) {
        return RuleLibrary.read(folder(folder), RuleCaches.ofUser());
    }

    /** What is wrong with the rule set in a folder; null for the one beside the launcher. */
    static List<LintFinding> lint(Path folder) {
        return RuleLibrary.lint(folder(folder), RuleCaches.ofUser());
    }

    private static RuleSet read(Path folder) {
        return RuleSetReader.read(folder, RuleCaches.ofUser());
    }

    /** The folder named; with null the one beside the launcher. */
    static Path folder(Path named) {
        return named == null ? usualFolder() : named;
    }

    private static Path usualFolder() {
        String home = System.getProperty("patuh.home");
        return home == null ? Path.of("rules") : Path.of(home, "rules");
    }
}
