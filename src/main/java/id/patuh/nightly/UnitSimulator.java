package id.patuh.nightly;

import id.patuh.check.CheckResult;
import id.patuh.check.Simulation;
import id.patuh.engine.RuleCache;
import id.patuh.facts.Facts;
import id.patuh.facts.FactsException;
import id.patuh.intake.Intake;
import id.patuh.ledger.Deadline;
import id.patuh.ledger.RunSimulator;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.report.SimulationReport;
import id.patuh.report.SimulationTally;
import id.patuh.report.Version;
import id.patuh.rulebook.Simulator;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Checks again, under two rule sets, the runs that were kept, and the facts that each unit has by now, whichever way they came,
 * as of its last run. Trials are their owners' alone and no part of it.
 */
public final class UnitSimulator implements Simulator {

    private final LifeBook book;
    private final Facts facts;
    private final RunSimulator runs;
    private final RuleCache cache;
    private final ZoneId zone;
    private final Duration longest;

    /**
     * @param cache keeps what rule sets are compiled to
     * @param zone of times in files that tell none
     * @param longest after which nothing further is begun, and reading is broken off; what is left is told
     */
    public UnitSimulator(Store store, RunSimulator runs, RuleCache cache, ZoneId zone, Duration longest) {
        this.book = new LifeBook(store);
        this.facts = new Facts(store);
        this.runs = runs;
        this.cache = cache;
        this.zone = zone;
        this.longest = longest;
    }

    /** One example of each rule and kind of change: who wants more simulates again. */
    @Override
    public String report(RuleSetContent draft, RuleSetContent against, Instant since) {
        RuleSet before = RuleSetReader.read(against, cache);
        RuleSet after = RuleSetReader.read(draft, cache);
        SimulationTally tally = new SimulationTally(before, after, Language.ID, 1);
        Deadline deadline = new Deadline(longest);
        runs.simulate(since, before, after, tally, Language.ID, deadline);
        for (LifeRun run : book.lasts()) {
            if (since == null || !run.asOf().isBefore(since)) {
                add(run, before, after, tally, deadline);
            }
        }
        return "patuh " + Version.current() + "\n" + new SimulationReport(tally, Language.ID).text();
    }

    private void add(LifeRun run, RuleSet before, RuleSet after, SimulationTally tally, Intake.Progress progress) {
        try {
            progress.rows(run.scope(), 0);
            try (CheckResult earlier = check(run, before, progress);
                    CheckResult later = check(run, after, progress)) {
                tally.add(run.scope(), new Simulation(earlier, later));
            }
        } catch (Deadline.Missed e) {
            tally.leaveOut(run.scope(), Deadline.reason(Language.ID));
        } catch (FactsException e) {
            tally.leaveOut(run.scope(), Reasons.text(e.reason(), e.details(), Language.ID));
        }
    }

    private CheckResult check(LifeRun run, RuleSet ruleSet, Intake.Progress progress) {
        return facts.check(run.scope(), ruleSet, run.asOf(), zone, progress);
    }
}
