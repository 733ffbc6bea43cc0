package id.patuh.cli;

import id.patuh.edit.RuleImport;
import id.patuh.edit.RuleTables;
import id.patuh.report.DiffReport;
import id.patuh.report.Printable;
import id.patuh.report.Reasons;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh rules import}. */
@Command(name = "import", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesImportCommand implements Callable<Integer> {

    private static final String CSV = ".csv";

    @Mixin
    private BasicOptions options;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "rules-tables")
    private List<Path> files;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Override
    public Integer call() {
        RuleLibrary before = options.library();
        LocalDate today = LocalDate.ofInstant(options.asOf(), options.zone());
        RuleTables tables = new RuleTables(before, today, options.language());
        RuleImport made = RuleImport.of(before, tables, tables(), today, RuleCaches.ofUser());
        PrintWriter err = options.commandLine().getErr();
        made.refusals().forEach(refusal -> err.println(Printable.of(text(refusal))));
        made.notes().forEach(note -> err.println(Printable.of(Words.note(note, options.language()))));
        if (made.after().isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        RuleLibrary after = made.after().get();
        PrintWriter out = options.commandLine().getOut();
        out.print(new DiffReport(RuleSetDiff.between(before, after), options.language()).text());
        if (!dryRun) {
            Map<Path, byte[]> changed = changed(before.files(), after.files());
            options.writeFiles(changed);
            changed.keySet().forEach(out::println);
        }
        out.flush();
        return ExitCode.OK;
    }

    /** The files named, and the CSV files of the folders named. */
    private List<Path> tables() {
        List<Path> tables = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isDirectory(file)) {
                tables.add(file);
                continue;
            }
            try (Stream<Path> inside = Files.list(file)) {
                inside.filter(path -> path.toString().endsWith(CSV)).sorted().forEach(tables::add);
            } catch (IOException e) {
                throw options.usage("tables.unreadable", file.toString());
            }
        }
        return tables;
    }

    private Map<Path, byte[]> changed(RuleSetContent before, RuleSetContent after) {
        Path folder = options.output() == null ? options.rulesFolder() : options.output();
        Map<Path, byte[]> changed = new LinkedHashMap<>();
        for (String path : after.paths()) {
            byte[] content = after.bytes(path);
            if (!before.has(path) || !Arrays.equals(before.bytes(path), content)) {
                changed.put(folder.resolve(path), content);
            }
        }
        return changed;
    }

    /** Where it was filled in, why it is refused, and what in the rule set it would have become. */
    private String text(RuleImport.Refusal refusal) {
        if (refusal.rejected() == null) {
            return Reasons.of(refusal.cause(), options.language());
        }
        String text = Reasons.of(refusal.rejected(), options.language());
        return refusal.cause() == null
                ? text
                : text + " (" + refusal.cause().file() + ":" + refusal.cause().line() + ")";
    }
}
