package id.patuh.cli;

import id.patuh.report.RuleList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code patuh rules}: the rule set. */
@Command(
        name = "rules",
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = {
            RulesCommand.ListRules.class,
            RulesShowCommand.class,
            RulesLintCommand.class,
            RulesDiffCommand.class,
            RulesTestCommand.class,
            RulesExportCommand.class,
            RulesImportCommand.class
        })
final class RulesCommand extends VerbGroup {

    /** {@code patuh rules list}. */
    @Command(name = "list", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class ListRules implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Override
        public Integer call() {
            options.check();
            RuleList list = new RuleList(options.ruleSet(), options.language());
            options.write(options.isJson() ? list.json() : list.text());
            return ExitCode.OK;
        }
    }
}
