package id.patuh.cli;

import id.patuh.intake.RejectedRow;
import id.patuh.report.Language;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.template.SopWorkbook;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code patuh sop import}. */
@Command(name = "import", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class SopImportCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "FILE.xlsx", descriptionKey = "sop-workbook")
    private Path file;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw options.usage("sop.unreadable", file.toString());
        }
        options.checkFolder();
        SopWorkbook.Imported imported = SopWorkbook.read(file.toString(), file, options.language());
        PrintWriter err = spec.commandLine().getErr();
        imported.rejected().forEach(r -> err.println(problem(r)));
        imported.outdated()
                .forEach(extra ->
                        err.println(options.usage("sop.outdated", extra.sheet() + ":" + extra.row() + " " + extra.key())
                                .getMessage()));
        if (imported.yaml().isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        if (options.hasOutput()) {
            options.writeFile(to -> to.write(imported.yaml().getBytes(StandardCharsets.UTF_8)));
        } else {
            spec.commandLine().getOut().print(imported.yaml());
            spec.commandLine().getOut().flush();
        }
        tellWhatIsMissing(imported.yaml(), err);
        return imported.rejected().isEmpty() ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    /** What the rule set would refuse the definition for. */
    private void tellWhatIsMissing(String yaml, PrintWriter err) {
        try {
            RuleSetReader.readSop(file.toString(), yaml);
        } catch (RuleSetException e) {
            e.problems()
                    .forEach(problem -> err.println(
                            options.usage("sop.incomplete", problem.toString()).getMessage()));
        }
    }

    /** Where and why something was rejected. */
    private String problem(RejectedRow rejected) {
        Language language = options.language();
        StringBuilder text = new StringBuilder(rejected.path());
        if (rejected.sheet() != null) {
            text.append(", ").append(language.label("sheet")).append(' ').append(rejected.sheet());
        }
        if (rejected.row() != null) {
            text.append(", ").append(language.label("row")).append(' ').append(rejected.row());
        }
        if (rejected.column() != null) {
            text.append(", ").append(language.label("column")).append(' ').append(rejected.column());
        }
        if (rejected.value() != null) {
            text.append(" \"").append(rejected.value()).append('"');
        }
        return text.append(": ").append(Words.reason(rejected, language)).toString();
    }
}
