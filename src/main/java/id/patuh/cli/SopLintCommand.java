package id.patuh.cli;

import id.patuh.check.CheckRequest;
import id.patuh.check.SopLint;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.Sop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code patuh sop lint}. */
@Command(name = "lint", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class SopLintCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Parameters(arity = "0..*", paramLabel = "PATH", descriptionKey = "sop-paths")
    private List<Path> paths = List.of();

    @Spec
    private CommandLine.Model.CommandSpec spec;

    private boolean unreadable;

    @Override
    public Integer call() {
        options.check();
        RuleSet ruleSet = options.ruleSet();
        List<Sop> sops = paths.isEmpty() ? ruleSet.sops().all() : read(ruleSet);
        CheckRequest request = new CheckRequest(List.of(), options.asOf(), options.zone(), null, null);
        int exitCode = options.report(new SopLint(ruleSet).run(sops, request));
        return unreadable ? ExitCode.UNREADABLE : exitCode;
    }

    /** Every definition that can be read; the others are named and make the exit code 3. */
    private List<Sop> read(RuleSet ruleSet) {
        List<Sop> sops = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                List<Path> found = files.filter(Files::isRegularFile)
                        .filter(f -> f.equals(path) || f.toString().matches(".*\\.ya?ml"))
                        .sorted()
                        .toList();
                if (found.isEmpty()) {
                    refuse(options.usage("sop.nothing", path.toString()).getMessage());
                }
                for (Path file : found) {
                    sops.add(RuleSetReader.readSop(ruleSet, file.toString(), Files.readAllBytes(file)));
                }
            } catch (RuleSetException e) {
                e.problems().forEach(problem -> refuse(Reasons.of(problem, options.language())));
            } catch (IOException e) {
                refuse(options.usage("sop.unreadable", path.toString()).getMessage());
            }
        }
        return sops;
    }

    private void refuse(String message) {
        unreadable = true;
        spec.commandLine().getErr().println(message);
    }
}
