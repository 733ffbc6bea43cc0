package id.patuh.cli;

import id.patuh.sop.Sop;
import id.patuh.template.SopWorkbook;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh sop export}. */
@Command(name = "export", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class SopExportCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "ID", descriptionKey = "sop-id")
    private String id;

    @Override
    public Integer call() {
        options.checkWorkbookOutput();
        Sop sop = options.ruleSet()
                .sops()
                .find(id, LocalDate.ofInstant(options.asOf(), options.zone()))
                .orElseThrow(() -> options.usage("sop.unknown", id));
        options.writeFile(to -> SopWorkbook.write(sop, options.language(), to));
        return ExitCode.OK;
    }
}
