package id.patuh.cli;

import id.patuh.report.RuleEvents;
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
        RuleEvents history = history();
        RuleSheet sheet = new RuleSheet(library, id, day, code, options.language(), history);
        options.write(options.isJson() ? sheet.json() : sheet.text());
        return history.problem() == null ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    private RuleEvents history() {
        try {
            return Rulebooks.withExisting(
                            options, rulebook -> rulebook.history().versions().isEmpty() ? null : rulebook.history(id))
                    .map(events -> RuleEvents.of(events, options.zone()))
                    .orElse(RuleEvents.none());
        } catch (UsageException e) {
            // The rule itself can be shown all the same.
            return RuleEvents.unreadable(e.getMessage());
        }
    }
}
