package id.patuh.cli;

import id.patuh.edit.CsvTables;
import id.patuh.edit.RuleTables;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.template.RuleWorkbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh rules export}. */
@Command(name = "export", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesExportCommand implements Callable<Integer> {

    @Mixin
    private BasicOptions options;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "rules")
    private Path folder;

    @Override
    public Integer call() {
        Path output = options.output();
        if (output == null) {
            throw options.usage("output.missing", "FILE.xlsx");
        }
        String name = output.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean workbook = name.endsWith(".xlsx");
        if (!workbook && name.indexOf('.', 1) > 0 && !Files.isDirectory(output)) {
            throw options.usage("output.no.workbook", output.toString());
        }
        RuleLibrary library =
                folder == null ? options.library() : RuleLibrary.read(RuleSets.content(folder), RuleCaches.ofUser());
        LocalDate day = LocalDate.ofInstant(options.asOf(), options.zone());
        RuleTables tables = new RuleTables(library, day, options.language());
        if (workbook) {
            options.checkWritable(output);
            options.writeFile(to -> RuleWorkbook.write(tables, options.language(), to));
        } else {
            Map<Path, byte[]> files = new LinkedHashMap<>();
            CsvTables.of(tables).forEach((table, bytes) -> files.put(output.resolve(table), bytes));
            options.writeFiles(files);
        }
        return ExitCode.OK;
    }
}
