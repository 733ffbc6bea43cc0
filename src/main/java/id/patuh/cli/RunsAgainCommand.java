package id.patuh.cli;

import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.ledger.KeptRun;
import id.patuh.ledger.Ledger;
import id.patuh.ledger.LedgerException;
import id.patuh.ledger.OpenRun;
import id.patuh.ledger.RunReport;
import id.patuh.ledger.RunResult;
import id.patuh.report.Printable;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh runs again}: repeats a check that was kept, which must give the same bytes. */
@Command(name = "again", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RunsAgainCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "N", descriptionKey = "run-number")
    private long number;

    @Override
    public Integer call() {
        options.checkReport();
        return Rulebooks.with(options, (rulebook, ledger) -> {
            KeptRun run = ledger.run(number);
            try (OpenRun open = ledger.open(run)) {
                return again(ledger, run, open);
            } catch (LedgerException e) {
                tell(Reasons.text(e.reason(), e.details(), options.language()));
                return ExitCode.UNREADABLE;
            }
        });
    }

    /** Under the rule set that it was checked under, whatever is in force now. */
    private int again(Ledger ledger, KeptRun run, OpenRun open) {
        RuleSet ruleSet = RuleSetReader.read(ledger.ruleSet(run), RuleCaches.ofUser());
        ProgressLine progress = new ProgressLine(options.language());
        try (CheckResult result = new ComplianceCheck(ruleSet).run(open.request(ruleSet), open.inputs(), progress)) {
            progress.clear();
            if (options.asksForReport()) {
                options.report(result, run.request().language(), run.request().failOn());
            }
            return compare(run, RunResult.of(result, run.request()));
        }
    }

    private int compare(KeptRun run, RunResult now) {
        if (now.sha256().equals(run.result().sha256())) {
            say("run.same", Long.toString(run.number()), now.sha256());
            return ExitCode.OK;
        }
        say("run.different", Long.toString(run.number()), run.result().sha256(), now.sha256());
        if (!run.program().equals(RuleCaches.program())) {
            say("run.program.different", run.program(), RuleCaches.program());
        }
        say(
                "run.counts.different",
                RunReport.counts(run.result(), options.language()),
                RunReport.counts(now, options.language()));
        return ExitCode.VIOLATIONS;
    }

    private void say(String key, String... values) {
        String line = options.language().texts("id.patuh.cli.help").getString(key);
        for (int i = 0; i < values.length; i++) {
            line = line.replace("{" + i + "}", values[i]);
        }
        tell(line);
    }

    /** Beside a report on standard output. */
    private void tell(String line) {
        options.commandLine().getErr().println(Printable.of(line));
    }
}
