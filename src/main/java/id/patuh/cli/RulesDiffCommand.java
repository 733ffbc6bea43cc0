package id.patuh.cli;

import id.patuh.report.DiffReport;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetDiff;
import id.patuh.ruleset.RuleSetException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh rules diff}. */
@Command(name = "diff", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesDiffCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "rules-before")
    private Path before;

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "rules-after")
    private Path after;

    @Override
    public Integer call() {
        options.check();
        RuleLibrary old = library(before);
        RuleLibrary now = library(after);
        DiffReport report = new DiffReport(RuleSetDiff.between(old, now), options.language());
        options.write(options.isJson() ? report.json(old.ruleSet(), now.ruleSet()) : report.text());
        return ExitCode.OK;
    }

    /** Tells which of both cannot be used. */
    private RuleLibrary library(Path named) {
        try {
            return RuleLibrary.read(Rulebooks.named(options, named), RuleCaches.ofUser());
        } catch (RuleSetException e) {
            throw new RuleSetException(e.problems().stream()
                    .map(p -> p.file().startsWith(named.toString())
                            ? p
                            : p.in(named.resolve(p.file()).toString()))
                    .toList());
        }
    }
}
