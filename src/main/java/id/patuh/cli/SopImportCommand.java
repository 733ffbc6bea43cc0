package id.patuh.cli;

import id.patuh.intake.ImportedSop;
import id.patuh.intake.SopImport;
import id.patuh.report.Printable;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.template.SopDraft;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    @Parameters(paramLabel = "FILE", descriptionKey = "sop-document")
    private Path file;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        options.checkOutput();
        RuleSet ruleSet = options.ruleSet();
        ImportedSop imported = SopImport.read(file);
        SopDraft draft = SopDraft.of(imported, options.language());
        PrintWriter err = spec.commandLine().getErr();
        draft.rejected().forEach(r -> err.println(Printable.of(Reasons.of(r, options.language()))));
        draft.outdated()
                .forEach(extra ->
                        err.println(options.usage("sop.outdated", extra.sheet() + ":" + extra.row() + " " + extra.key())
                                .getMessage()));
        if (draft.yaml().isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        options.write(draft.yaml());
        tellWhatIsMissing(ruleSet, draft.yaml(), err);
        return draft.rejected().isEmpty() ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    /** What the rule set would refuse the definition for. */
    private void tellWhatIsMissing(RuleSet ruleSet, String yaml, PrintWriter err) {
        try {
            RuleSetReader.readSop(ruleSet, options.outputName(), yaml.getBytes(StandardCharsets.UTF_8));
        } catch (RuleSetException e) {
            e.problems()
                    .forEach(problem ->
                            err.println(options.usage("sop.incomplete", Reasons.of(problem, options.language()))
                                    .getMessage()));
        }
    }
}
