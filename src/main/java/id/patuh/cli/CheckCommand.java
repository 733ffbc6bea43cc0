package id.patuh.cli;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.intake.InputFile;
import id.patuh.intake.InputPaths;
import id.patuh.intake.WorkbookFile;
import id.patuh.report.AnnotatedCopy;
import id.patuh.report.AnnotationException;
import id.patuh.ruleset.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh check}. */
@Command(name = CheckCommand.NAME, resourceBundle = "id.patuh.cli.help")
final class CheckCommand implements Callable<Integer> {

    static final String NAME = "check";

    @Mixin
    private RuleSetOptions options;

    @Mixin
    private InputOptions input;

    @Option(names = "--annotate", paramLabel = "FILE.xlsx", descriptionKey = "annotate")
    private Path annotate;

    @Option(names = "--keep", descriptionKey = "keep")
    private boolean keep;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "paths")
    private List<String> paths;

    @Override
    public Integer call() {
        options.checkReport();
        options.checkWritable(annotate);
        checkNoInput(paths.stream());
        RuleSet ruleSet = options.ruleSet();
        NamedMapping mapping = input.mapping(ruleSet, options);
        ProgressLine progress = new ProgressLine(options.language());
        CheckRequest request = input.request(paths, options.asOf(), mapping, options);
        try (InputPaths inputs = new InputPaths(paths, System.in);
                CheckResult result = new ComplianceCheck(ruleSet).run(request, inputs, progress)) {
            progress.clear();
            checkNoInput(result.inputs().stream().map(InputFile::path));
            int exitCode = options.report(result);
            if (annotate != null) {
                annotate(result);
            }
            if (keep) {
                KeptRuns.keep(result, inputs, input, mapping, options);
            }
            return exitCode;
        }
    }

    /** Refuses to write the report over what is checked, also where a folder holds it. */
    private void checkNoInput(Stream<String> inputs) {
        Path output = options.output();
        if (output != null && Files.isRegularFile(output) && inputs.anyMatch(input -> isSame(output, Path.of(input)))) {
            throw options.usage("output.same", output.toString());
        }
    }

    /** The copy of the only workbook that was checked. */
    private void annotate(CheckResult result) {
        List<String> workbooks = result.inputs().stream()
                .map(InputFile::path)
                .distinct()
                .filter(path -> !path.equals("-") && WorkbookFile.is(Path.of(path)))
                .toList();
        if (workbooks.size() != 1) {
            throw options.usage("annotate.workbooks", Integer.toString(workbooks.size()));
        }
        if (isSame(annotate, Path.of(workbooks.get(0)))) {
            throw options.usage("annotate.same", annotate.toString());
        }
        try {
            AnnotatedCopy.write(options.content(result), workbooks.get(0), annotate);
        } catch (AnnotationException e) {
            throw options.usage(e.key(), workbooks.get(0));
        } catch (IOException e) {
            throw options.usage("output.unwritable", annotate.toString());
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
