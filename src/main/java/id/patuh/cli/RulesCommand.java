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
            RulesImportCommand.class,
            RulesSimulateCommand.class,
            RulesDraftCommand.class,
            RulesRebaseCommand.class,
            RulesFilesCommand.class,
            RulesRoleCommand.class,
            RulesStepCommand.Tested.class,
            RulesStepCommand.Propose.class,
            RulesStepCommand.Approve.class,
            RulesStepCommand.Reject.class,
            RulesStepCommand.Publish.class,
            RulesStepCommand.RollBack.class,
            RulesHistoryCommand.class,
            RulesVerifyCommand.class
        })
final class RulesCommand extends VerbGroup {

    /** {@code patuh rules list}. */
    @Command(name = "list", resourceBundle = "id.patuh.cli.help")
    static final class ListRules implements Callable<Integer> {

        @Mixin
        private RuleSetOptions options;

        @Override
        public Integer call() {
            options.check();
            RuleList list = new RuleList(options.ruleSet(), options.language());
            options.write(options.isJson() ? list.json() : list.text());
            return ExitCode.OK;
        }
    }
}
