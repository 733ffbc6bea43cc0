package id.patuh.cli;

import id.patuh.check.CheckRequest;
import id.patuh.check.SopLint;
import id.patuh.intake.RejectedRow;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.Sop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

    @Override
    public Integer call() {
        options.check();
        RuleSet ruleSet = options.ruleSet();
        List<RejectedRow> rejected = new ArrayList<>();
        List<Sop> sops = paths.isEmpty() ? ruleSet.sops().all() : read(ruleSet, rejected);
        CheckRequest request = new CheckRequest(List.of(), options.asOf(), options.zone(), null, null);
        return options.report(new SopLint(ruleSet).run(sops, rejected, request));
    }

    /** Every definition that can be read. */
    private List<Sop> read(RuleSet ruleSet, List<RejectedRow> rejected) {
        List<Sop> sops = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                List<Path> found = files.filter(Files::isRegularFile)
                        .filter(f -> f.equals(path) || f.toString().matches(".*\\.ya?ml"))
                        .sorted()
                        .toList();
                if (found.isEmpty()) {
                    rejected.add(RejectedRow.withoutDefinition(path.toString()));
                }
                found.forEach(file -> read(ruleSet, file, sops, rejected));
            } catch (NoSuchFileException e) {
                rejected.add(RejectedRow.ofPath(path.toString(), "path-missing"));
            } catch (IOException | UncheckedIOException e) {
                rejected.add(RejectedRow.ofPath(path.toString(), "path-denied"));
            }
        }
        return sops;
    }

    private static void read(RuleSet ruleSet, Path file, List<Sop> sops, List<RejectedRow> rejected) {
        try {
            sops.add(RuleSetReader.readSop(ruleSet, file.toString(), Files.readAllBytes(file)));
        } catch (RuleSetException e) {
            e.problems()
                    .forEach(p -> rejected.add(RejectedRow.ofDefinition(
                            file.toString(), p.line(), p.key(), p.value(), p.reason(), p.details())));
        } catch (IOException e) {
            rejected.add(RejectedRow.ofPath(file.toString(), "path-denied"));
        }
    }
}
