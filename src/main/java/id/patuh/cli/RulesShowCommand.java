package id.patuh.cli;

import id.patuh.report.RuleSheet;
import id.patuh.ruleset.RuleLibrary;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh rules show}. */
@Command(name = "show", resourceBundle = "id.patuh.cli.help")
final class RulesShowCommand implements Callable<Integer> {

    @Mixin
    private RuleSetOptions options;

    @Parameters(paramLabel = "ID", descriptionKey = "rule-id")
    private String id;

    @Option(names = "--code", descriptionKey = "rule-code")
    private boolean code;

    @Override
    public Integer call() {
        options.check();
        RuleLibrary library = options.library();
        if (library.ruleSet().rules(id).isEmpty()) {
            throw options.usage("rule.unknown", id);
        }
        LocalDate day = LocalDate.ofInstant(options.asOf(), options.zone());
        RuleSheet sheet = new RuleSheet(library, id, day, code, options.language());
        options.write(options.isJson() ? sheet.json() : sheet.text());
        return ExitCode.OK;
    }
}
