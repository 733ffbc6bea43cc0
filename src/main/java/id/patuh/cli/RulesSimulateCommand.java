package id.patuh.cli;

import id.patuh.check.Simulation;
import id.patuh.engine.RuleCache;
import id.patuh.intake.FoundInput;
import id.patuh.intake.InputPaths;
import id.patuh.intake.InputSource;
import id.patuh.ledger.RunSimulator;
import id.patuh.report.SimulationReport;
import id.patuh.report.SimulationTally;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

/** {@code patuh rules simulate}: what a draft would change. */
@Command(name = "simulate", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesSimulateCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Mixin
    private InputOptions input;

    @Option(names = "--against", paramLabel = "N|HASH|FOLDER", descriptionKey = "simulate-against")
    private Path against;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "simulate-since")
    private String since;

    @Option(names = "--examples", paramLabel = "COUNT", defaultValue = "3", descriptionKey = "simulate-examples")
    private int examples;

    @Parameters(index = "0", paramLabel = "DRAFT", descriptionKey = "simulate-draft")
    private Path draft;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "PATH", descriptionKey = "simulate-paths")
    private List<String> paths = List.of();

    @Override
    public Integer call() {
        options.check();
        checkOptions();
        Instant from = since(since, options);
        RuleCache cache = RuleCaches.ofUser();
        RuleSet after = RuleSetReader.read(Rulebooks.named(options, draft), cache);
        RuleSet before = RuleSetReader.read(published(), cache);
        SimulationTally tally = new SimulationTally(before, after, options.language(), examples);
        ProgressLine progress = new ProgressLine(options.language());
        if (paths.isEmpty()) {
            Rulebooks.with(options, (rulebook, ledger) -> {
                new RunSimulator(ledger, cache).simulate(from, before, after, tally, options.language(), progress);
                return null;
            });
        } else {
            files(before, after, tally, progress);
        }
        progress.clear();
        SimulationReport report = new SimulationReport(tally, options.language());
        options.write(options.isJson() ? report.json() : report.text());
        if (tally.isIncomplete()) {
            return ExitCode.UNREADABLE;
        }
        return options.asksFailOn() && tally.hasNew(options.failOn()) ? ExitCode.VIOLATIONS : ExitCode.OK;
    }

    /** Refuses what would have no effect: runs were asked what they were asked, and files have no date of their own. */
    private void checkOptions() {
        if (examples < 0) {
            throw options.usage("simulate.examples", Integer.toString(examples));
        }
        ParseResult given = options.commandLine().getParseResult();
        List<String> idle = paths.isEmpty() ? List.of("--as-of", "--kind", "--sop", "--mapping") : List.of("--since");
        for (String option : idle) {
            if (given.hasMatchedOption(option)) {
                throw options.usage(paths.isEmpty() ? "simulate.of.files" : "simulate.of.runs", option);
            }
        }
    }

    private void files(RuleSet before, RuleSet after, SimulationTally tally, ProgressLine progress) {
        Instant asOf = options.asOf();
        try (InputPaths inputs = new InputPaths(paths, System.in)) {
            // Looked up once: what comes through a pipe can be read but once, and both checks are to see the same.
            inputs.visit(found -> {});
            List<FoundInput> found = inputs.found();
            try (Simulation simulation = Simulation.run(
                    before,
                    after,
                    ruleSet -> input.request(paths, asOf, input.mapping(ruleSet, options), options),
                    InputSource.of(found),
                    progress)) {
                tally.add(String.join(", ", paths), simulation);
            }
        }
    }

    /** What is named, else the version in force, else the usual folder. */
    private RuleSetContent published() {
        if (against != null) {
            return Rulebooks.named(options, against);
        }
        if (options.namesFolder()) {
            return options.ruleSetContent();
        }
        RuleSetContent inForce = Rulebooks.with(
                options,
                rulebook -> rulebook.inForce(Instant.now())
                        .map(version -> rulebook.content(version.id()))
                        .orElse(null));
        return inForce == null ? options.ruleSetContent() : inForce;
    }

    /** The beginning of a day, or null. */
    static Instant since(String day, BasicOptions options) {
        if (day == null) {
            return null;
        }
        try {
            return LocalDate.parse(day).atStartOfDay(options.zone()).toInstant();
        } catch (DateTimeException e) {
            throw options.usage("since.unreadable", day);
        }
    }
}
