package id.patuh.ledger;

import id.patuh.check.Simulation;
import id.patuh.engine.RuleCache;
import id.patuh.intake.Intake;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.report.SimulationReport;
import id.patuh.report.SimulationTally;
import id.patuh.report.Version;
import id.patuh.rulebook.Simulator;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Checks runs again, each as of its own time, under two rule sets. */
public final class RunSimulator implements Simulator {

    private static final int MOST_NAMES = 3;

    private final Ledger ledger;
    private final RuleCache cache;

    /** @param cache keeps what rule sets are compiled to */
    public RunSimulator(Ledger ledger, RuleCache cache) {
        this.ledger = ledger;
        this.cache = cache;
    }

    /** One example of each rule and kind of change: who wants more simulates again. */
    @Override
    public String report(RuleSetContent draft, RuleSetContent against, Instant since) {
        RuleSet before = RuleSetReader.read(against, cache);
        RuleSet after = RuleSetReader.read(draft, cache);
        SimulationTally tally = new SimulationTally(before, after, Language.ID, 1);
        simulate(since, before, after, tally, Language.ID, (path, rows) -> {});
        return "patuh " + Version.current() + "\n" + new SimulationReport(tally, Language.ID).text();
    }

    /**
     * Adds every run to a tally; one that cannot be repeated is left out, with the reason.
     *
     * @param since as of when, at the earliest, the runs are; null for all
     * @param progress hears how far reading has come; a {@link Deadline} has what there is no time for left out
     */
    public void simulate(
            Instant since,
            RuleSet before,
            RuleSet after,
            SimulationTally tally,
            Language language,
            Intake.Progress progress) {
        for (KeptRun run : ledger.runs()) {
            if (since != null && run.request().asOf().isBefore(since)) {
                continue;
            }
            try {
                progress.rows(label(run), 0);
                add(run, before, after, tally, progress);
            } catch (Deadline.Missed e) {
                tally.leaveOut(label(run), Deadline.reason(language));
            } catch (LedgerException e) {
                tally.leaveOut(label(run), Reasons.text(e.reason(), e.details(), language));
            } catch (RuleSetException e) {
                // The kept mapping: this program may no longer take what an earlier one took.
                tally.leaveOut(label(run), reasons(e, language));
            }
        }
    }

    private void add(KeptRun run, RuleSet before, RuleSet after, SimulationTally tally, Intake.Progress progress) {
        try (OpenRun open = ledger.open(run);
                Simulation simulation = Simulation.run(before, after, open::request, open.inputs(), progress)) {
            tally.add(label(run), simulation);
        }
    }

    private static String reasons(RuleSetException refused, Language language) {
        return refused.problems().stream()
                .map(problem -> Reasons.of(problem, language))
                .collect(Collectors.joining("; "));
    }

    private static String label(KeptRun run) {
        List<String> names = run.inputs().stream().map(KeptInput::name).toList();
        return "#" + run.number() + " " + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? ", ..." : "");
    }
}
