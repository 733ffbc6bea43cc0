package id.patuh.cli;

import id.patuh.report.LintReport;
import id.patuh.ruleset.LintFinding;
import id.patuh.violation.Severity;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code patuh rules lint}. */
@Command(name = "lint", resourceBundle = "id.patuh.cli.help")
final class RulesLintCommand implements Callable<Integer> {

    @Mixin
    private RuleSetOptions options;

    @Override
    public Integer call() {
        options.check();
        Severity threshold = options.failOn();
        List<LintFinding> findings = options.lint();
        LintReport report = new LintReport(findings, options.language());
        options.write(options.isJson() ? report.json() : report.text());
        if (findings.stream().anyMatch(f -> f.severity() == Severity.CRITICAL)) {
            return ExitCode.USAGE;
        }
        boolean fails = threshold != null
                && findings.stream().anyMatch(f -> f.severity().atLeast(threshold));
        return fails ? ExitCode.VIOLATIONS : ExitCode.OK;
    }
}
