package id.patuh.cli;

import id.patuh.intake.ImportedSop;
import id.patuh.intake.RejectedRow;
import id.patuh.intake.SopImport;
import id.patuh.report.Words;
import id.patuh.ruleset.SopYamlWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        ImportedSop imported = SopImport.read(file);
        imported.rejected()
                .forEach(r -> spec.commandLine().getErr().println(place(r) + Words.reason(r, options.language())));
        if (imported.sop() != null) {
            List<String> comments = new ArrayList<>();
            Map<Integer, List<String>> stepComments = new HashMap<>();
            for (ImportedSop.Remark remark : imported.remarks()) {
                String text = Words.note(remark.note(), options.language());
                (remark.step() == null
                                ? comments
                                : stepComments.computeIfAbsent(remark.step(), no -> new ArrayList<>()))
                        .add(text);
            }
            options.write(SopYamlWriter.write(imported.sop(), comments, stepComments));
        }
        return imported.rejected().isEmpty() ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    private static String place(RejectedRow rejected) {
        return Stream.of(rejected.path(), rejected.sheet(), rejected.row())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(":"))
                + ": ";
    }
}
