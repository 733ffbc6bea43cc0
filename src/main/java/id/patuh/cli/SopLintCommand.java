package id.patuh.cli;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.SopLint;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.SopFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh sop lint}. */
@Command(name = "lint", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class SopLintCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "sop-paths")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        options.checkReport();
        RuleSet ruleSet = options.ruleSet();
        SopFiles files =
                paths.isEmpty() ? new SopFiles(ruleSet.sops().all(), List.of()) : SopFiles.read(paths, ruleSet);
        CheckRequest request = new CheckRequest(List.of(), options.asOf(), options.zone(), null, null);
        try (CheckResult result = new SopLint(ruleSet).run(files, request)) {
            return options.report(result);
        }
    }
}
