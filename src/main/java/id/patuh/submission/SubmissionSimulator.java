package id.patuh.submission;

import id.patuh.check.CheckRequest;
import id.patuh.check.Simulation;
import id.patuh.engine.RuleCache;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.ledger.Deadline;
import id.patuh.ledger.RunSimulator;
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
import id.patuh.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks again, under two rule sets, the runs that were kept and what units handed in last. Trials are their owners' alone and
 * no part of it.
 */
public final class SubmissionSimulator implements Simulator {

    private static final int MOST = 50;
    private static final int MOST_NAMES = 3;

    private final Submissions submissions;
    private final Vault vault;
    private final RunSimulator runs;
    private final RuleCache cache;
    private final Duration longest;

    /**
     * @param cache keeps what rule sets are compiled to
     * @param longest after which nothing further is begun; what is left is told
     */
    public SubmissionSimulator(Store store, RunSimulator runs, RuleCache cache, Duration longest) {
        this.submissions = new Submissions(store);
        this.vault = Submissions.vault(store);
        this.runs = runs;
        this.cache = cache;
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
        for (Submission submission : ofUnits()) {
            add(submission, since, before, after, tally, deadline);
        }
        return "patuh " + Version.current() + "\n" + new SimulationReport(tally, Language.ID).text();
    }

    private List<Submission> ofUnits() {
        return submissions.list(new Seen("", null), 0, MOST).stream()
                .filter(submission -> !submission.isTrial() && submission.state() == State.DONE)
                .toList();
    }

    private void add(
            Submission submission,
            Instant since,
            RuleSet before,
            RuleSet after,
            SimulationTally tally,
            Intake.Progress progress) {
        String label = label(submission);
        Instant asOf = submissions.result(submission, Language.ID).head().asOf();
        if (since != null && asOf.isBefore(since)) {
            return;
        }
        try {
            progress.rows(label, 0);
            try (OpenSubmission open = OpenSubmission.of(submission, vault);
                    Simulation simulation = Simulation.run(
                            before,
                            after,
                            ruleSet -> request(submission, asOf, open, ruleSet),
                            InputSource.of(open.files()),
                            progress)) {
                tally.add(label, simulation);
            }
        } catch (Deadline.Missed e) {
            tally.leaveOut(label, Deadline.reason(Language.ID));
        } catch (SubmissionException e) {
            tally.leaveOut(label, Reasons.text(e.reason(), e.details(), Language.ID));
        }
    }

    private static CheckRequest request(Submission submission, Instant asOf, OpenSubmission open, RuleSet ruleSet) {
        return SubmissionCheck.request(submission, asOf, open, ruleSet);
    }

    private static String label(Submission submission) {
        List<SubmittedFile> files = submission.files();
        return submission.order().scope() + ": "
                + files.stream().limit(MOST_NAMES).map(SubmittedFile::name).collect(Collectors.joining(", "))
                + (files.size() > MOST_NAMES ? ", ..." : "");
    }
}
