package id.patuh.cli;

import id.patuh.check.CheckResult;
import id.patuh.intake.InputPaths;
import id.patuh.ledger.KeptRun;
import id.patuh.ledger.RunRequest;
import id.patuh.ruleset.RuleSetContent;

/** Keeps checks. Apart from the command, so that a check that is not kept loads nothing of it. */
final class KeptRuns {

    private KeptRuns() {}

    /**
     * Keeps a check and tells its number.
     *
     * @param inputs as they were checked, not yet closed
     * @param said what the user said of them
     * @param mapping how they were read, or null
     */
    static void keep(
            CheckResult result, InputPaths inputs, InputOptions said, NamedMapping mapping, CommonOptions options) {
        RunRequest request = new RunRequest(
                result.asOf(),
                result.zone(),
                said.kind(),
                said.sop(),
                said.mapping(),
                mapping == null ? null : mapping.sha256(),
                options.language(),
                options.failOn());
        RuleSetContent ruleSet = options.ruleSetContent();
        KeptRun run = Rulebooks.with(
                options,
                (rulebook, ledger) -> ledger.keep(
                        request,
                        inputs.found(),
                        result,
                        mapping == null ? null : mapping.file(),
                        ruleSet,
                        RuleCaches.program()));
        String told = options.language().texts("id.patuh.cli.help").getString("run.kept");
        options.commandLine().getErr().println(told.replace("{0}", Long.toString(run.number())));
    }
}
