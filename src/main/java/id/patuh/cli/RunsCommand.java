package id.patuh.cli;

import id.patuh.ledger.KeptRun;
import id.patuh.ledger.Ledger;
import id.patuh.ledger.RunReport;
import id.patuh.rulebook.Rulebook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh runs}: the checks that were kept. */
@Command(
        name = RunsCommand.NAME,
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = {RunsCommand.Show.class, RunsAgainCommand.class})
final class RunsCommand implements Callable<Integer> {

    static final String NAME = "runs";

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() {
        options.check();
        options.write(Rulebooks.with(options, (rulebook, ledger) -> {
            List<KeptRun> runs = ledger.runs();
            RunReport report = report(rulebook, options);
            return options.isJson() ? report.json(runs) : report.list(runs);
        }));
        return ExitCode.OK;
    }

    /** {@code patuh runs show}. */
    @Command(name = "show", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "N", descriptionKey = "run-number")
        private long number;

        @Override
        public Integer call() {
            options.check();
            options.write(Rulebooks.with(options, (Rulebook rulebook, Ledger ledger) -> {
                KeptRun run = ledger.run(number);
                RunReport report = report(rulebook, options);
                return options.isJson() ? report.json(List.of(run)) : report.text(run);
            }));
            return ExitCode.OK;
        }
    }

    private static RunReport report(Rulebook rulebook, CommonOptions options) {
        Map<String, Long> versions = new HashMap<>();
        rulebook.history().versions().forEach(v -> versions.put(v.draft().contentSha256(), v.id()));
        return new RunReport(versions, ExitCode::of, options.zone(), options.language());
    }
}
