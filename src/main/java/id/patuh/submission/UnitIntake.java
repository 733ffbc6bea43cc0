package id.patuh.submission;

import id.patuh.engine.RuleFailedException;
import id.patuh.engine.RuleLimitException;
import id.patuh.facts.Facts;
import id.patuh.facts.FactsException;
import id.patuh.facts.HowRead;
import id.patuh.facts.SavedMapping;
import id.patuh.facts.SavedMappings;
import id.patuh.facts.Taking;
import id.patuh.intake.FoundInput;
import id.patuh.intake.Intake;
import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.LifeRun;
import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.NightFile;
import id.patuh.nightly.ScopeRuns;
import id.patuh.scope.Heartbeat;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.scope.TakenOverException;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Takes what was handed in for a unit into its facts, and has them judged at once, as a night would. */
final class UnitIntake {

    private final Scopes scopes;
    private final Facts facts;
    private final SavedMappings mappings;
    private final ScopeRuns runs;
    private final String holder;
    private final Duration lease;

    UnitIntake(Store store, Clock clock, SubmissionWorkers.Work work, Duration lease) {
        this.scopes = new Scopes(store);
        this.facts = new Facts(store);
        this.mappings = new SavedMappings(store, clock);
        this.runs = new ScopeRuns(store, clock, work.program(), ScopeRuns.USUAL_SHARD);
        this.holder = work.holder();
        this.lease = lease;
    }

    /**
     * Does some work while nobody else can work on the unit.
     *
     * @throws UnitBusyException if somebody else does, or took it over; or a night of it is not over, which judges by a moment
     *     that nothing later may come before
     */
    void during(String scope, Consumer<Hold> work) {
        Hold hold = scopes.take(scope, holder, lease).orElseThrow(() -> new UnitBusyException("submission-unit-busy"));
        try {
            Heartbeat.during(scopes, hold, lease, () -> {
                if (runs.openNight(scope).isPresent()) {
                    throw new UnitBusyException("submission-night-open");
                }
                work.accept(hold);
                return null;
            });
        } catch (TakenOverException e) {
            throw new UnitBusyException("submission-unit-busy");
        }
    }

    /** The mappings that are saved for a unit now. */
    List<SavedMapping> mappings(Hold hold) {
        return mappings.current(hold.scope());
    }

    /** The moment to judge a submission by: its own, unless the unit was judged by a later one since. */
    Instant moment(Submission submission) {
        Instant asked = submission.order().asOf();
        Optional<Instant> judged = runs.judgedUntil(submission.order().scope());
        return judged.filter(moment -> moment.isAfter(asked)).orElse(asked);
    }

    /**
     * Takes its files, one after the other.
     *
     * @param saved the mappings of the unit
     * @param writing makes a step of what is done in the transactions that take them
     */
    void take(
            Hold hold,
            Submission submission,
            OpenSubmission open,
            List<SavedMapping> saved,
            AppliedRules applied,
            Instant asOf,
            Intake.Progress progress,
            UnaryOperator<Transaction.Step> writing) {
        SubmissionOrder order = submission.order();
        HowRead how = new HowRead(order.zone(), order.sop(), order.mapping(), saved);
        int place = 1;
        for (FoundInput file : open.files()) {
            int own = place++;
            Taking taking = facts.take(
                    hold,
                    file,
                    how,
                    applied.ruleSet(),
                    asOf,
                    progress,
                    taken -> writing.apply(transaction -> new SubmissionTables(transaction)
                            .noteTaken(submission.id(), own, NightFile.of(file.name(), taken))));
            taking.read().rejected().close();
        }
    }

    /**
     * Judges what is due of the unit.
     *
     * @param along what is done in the transaction that completes the run
     */
    void judge(
            Hold hold,
            Submission submission,
            AppliedRules applied,
            Instant asOf,
            Intake.Progress progress,
            Function<LifeRun, Transaction.Step> along) {
        try {
            runs.run(hold, applied, asOf, submission.order().zone(), progress, along);
        } catch (FactsException | LedgerException | RuleLimitException | RuleFailedException e) {
            runs.giveUp(hold);
            throw e;
        }
    }
}
