package id.patuh.cli;

import id.patuh.engine.Background;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads rule sets; the one beside the launcher while the command line is still being made sense of. */
final class RuleSets {

    static final String VERSION = "--version";

    private final Background<RuleSet> ahead;

    /** @param args the command line; where it does not surely ask for the usual rule set, nothing is read ahead */
    RuleSets(String... args) {
        boolean usual = args.length > 0
                && args[0].equals(CheckCommand.NAME)
                && Arrays.stream(args).noneMatch(arg -> arg.startsWith("--rules") || arg.startsWith(VERSION));
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

    /** The files of the rule set in a folder, not made sense of; null for the one beside the launcher. */
    static RuleSetContent content(Path folder) {
        return RuleSetContent.of(folder(folder));
    }

    /** The folder named; where none is, the one beside the launcher. */
    static Path folder(Path folder) {
        return folder == null ? usualFolder() : folder;
    }

    private static RuleSet read(Path folder) {
        return RuleSetReader.read(folder, RuleCaches.ofUser());
    }

    private static Path usualFolder() {
        String home = System.getProperty("patuh.home");
        return home == null ? Path.of("rules") : Path.of(home, "rules");
    }
}
