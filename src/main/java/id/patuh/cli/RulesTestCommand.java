package id.patuh.cli;

import id.patuh.check.RuleTrial;
import id.patuh.check.TrialResult;
import id.patuh.report.TrialReport;
import id.patuh.ruleset.RuleCases;
import id.patuh.ruleset.RuleLibrary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh rules test}. */
@Command(name = "test", resourceBundle = "id.patuh.cli.help")
final class RulesTestCommand implements Callable<Integer> {

    @Mixin
    private RuleSetOptions options;

    @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "rule-ids")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        options.check();
        RuleLibrary library = options.library();
        for (String id : ids) {
            if (library.ruleSet().rules(id).isEmpty()) {
                throw options.usage("rule.unknown", id);
            }
        }
        RuleCases cases = ids.isEmpty() ? library.cases() : library.cases().of(ids);
        TrialResult result = new RuleTrial(library.trialRules()).run(cases);
        TrialReport report = new TrialReport(result, options.language());
        options.write(options.isJson() ? report.json() : report.text());
        if (result.isIncomplete()) {
            return ExitCode.UNREADABLE;
        }
        return result.failed() > 0 ? ExitCode.VIOLATIONS : ExitCode.OK;
    }
}
