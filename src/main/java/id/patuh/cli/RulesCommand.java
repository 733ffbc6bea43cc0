package id.patuh.cli;

import id.patuh.engine.RuleMetadata;
import id.patuh.ruleset.RuleSet;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

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

        @Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            options.check();
            RuleSet ruleSet = options.ruleSet();
            PrintWriter out = spec.commandLine().getOut();
            for (RuleMetadata rule : ruleSet.rules().catalog()) {
                out.printf(
                        "%-32s %-9s %-6s %s%n",
                        rule.id(),
                        rule.severity().word(),
                        rule.topic(),
                        ruleSet.messages()
                                .text(rule.id() + ".title", options.language().code())
                                .orElse(rule.name()));
            }
            return ExitCode.OK;
        }
    }
}
