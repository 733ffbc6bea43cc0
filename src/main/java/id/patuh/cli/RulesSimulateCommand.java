package id.patuh.cli;

import id.patuh.check.Simulation;
import id.patuh.engine.RuleCache;
import id.patuh.intake.FoundInput;
import id.patuh.intake.InputPaths;
import id.patuh.intake.InputSource;
import id.patuh.ledger.Ledger;
import id.patuh.ledger.RunSimulator;
import id.patuh.report.SimulationReport;
import id.patuh.report.SimulationTally;
import id.patuh.rulebook.Rulebook;
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
        SimulationTally tally = paths.isEmpty()
                ? Rulebooks.with(options, (rulebook, ledger) -> ofRuns(compared(rulebook), ledger, from))
                : ofFiles(asksRulebook() ? Rulebooks.with(options, this::compared) : compared(null));
        SimulationReport report = new SimulationReport(tally, options.language());
        options.write(options.isJson() ? report.json() : report.text());
        if (tally.isIncomplete()) {
            return ExitCode.UNREADABLE;
        }
        return options.asksFailOn() && tally.hasNew(options.failOn()) ? ExitCode.VIOLATIONS : ExitCode.OK;
    }

    /** Refuses what would have no effect: runs were asked what they were asked, and files have no date of their own. */
    private void checkOptions() {
        options.checkNotNegative("--examples", examples);
        ParseResult given = options.commandLine().getParseResult();
        List<String> idle = paths.isEmpty() ? List.of("--as-of", "--kind", "--sop", "--mapping") : List.of("--since");
        for (String option : idle) {
            if (given.hasMatchedOption(option)) {
                throw options.usage(paths.isEmpty() ? "simulate.of.files" : "simulate.of.runs", option);
            }
        }
    }

    private SimulationTally ofRuns(Compared compared, Ledger ledger, Instant from) {
        SimulationTally tally = tally(compared);
        ProgressLine progress = new ProgressLine(options.language());
        new RunSimulator(ledger, RuleCaches.ofUser())
                .simulate(from, compared.before(), compared.after(), tally, options.language(), progress);
        progress.clear();
        return tally;
    }

    private SimulationTally ofFiles(Compared compared) {
        SimulationTally tally = tally(compared);
        ProgressLine progress = new ProgressLine(options.language());
        Instant asOf = options.asOf();
        try (InputPaths inputs = new InputPaths(paths, System.in)) {
            // Looked up once: what comes through a pipe can be read but once, and both checks are to see the same.
            inputs.visit(found -> {});
            List<FoundInput> found = inputs.found();
            try (Simulation simulation = Simulation.run(
                    compared.before(),
                    compared.after(),
                    ruleSet -> input.request(paths, asOf, input.mapping(ruleSet, options), options),
                    InputSource.of(found),
                    progress)) {
                tally.add(String.join(", ", paths), simulation);
            }
        }
        progress.clear();
        return tally;
    }

    private SimulationTally tally(Compared compared) {
        return new SimulationTally(compared.before(), compared.after(), options.language(), examples);
    }

    /** Two rule sets. */
    private record Compared(RuleSet before, RuleSet after) {}

    /** @param rulebook null where it need not be asked */
    private Compared compared(Rulebook rulebook) {
        RuleCache cache = RuleCaches.ofUser();
        RuleSet after = RuleSetReader.read(Rulebooks.named(rulebook, draft), cache);
        return new Compared(RuleSetReader.read(published(rulebook), cache), after);
    }

    private boolean asksRulebook() {
        return Rulebooks.isVersion(draft) || (against == null ? !options.namesFolder() : Rulebooks.isVersion(against));
    }

    /** What is named, else the version in force, else the usual folder. */
    private RuleSetContent published(Rulebook rulebook) {
        if (against != null) {
            return Rulebooks.named(rulebook, against);
        }
        if (options.namesFolder()) {
            return options.ruleSetContent();
        }
        return rulebook.inForce(Instant.now())
                .map(version -> rulebook.content(version.id()))
                .orElseGet(options::ruleSetContent);
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
