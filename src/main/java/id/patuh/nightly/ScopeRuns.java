package id.patuh.nightly;

import id.patuh.facts.Facts;
import id.patuh.intake.Intake;
import id.patuh.ledger.followup.FollowUps;
import id.patuh.ledger.life.HeldRun;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeRuns;
import id.patuh.ledger.life.RunOrder;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges what is due of a scope, and moves the states of its violations: at night, or when something was handed in. May be used
 * by many threads, and by many processes on one database.
 */
public final class ScopeRuns {

    /** How many cases are recorded at once unless settings say otherwise. */
    public static final int USUAL_SHARD = 2_000;

    private final Store store;
    private final Facts facts;
    private final LifeRuns runs;
    private final String program;
    private final int shard;

    /**
     * @param clock by which it is told when runs began and ended
     * @param program the version of patuh, and its build where that is known
     * @param shard how many cases are recorded at once
     */
    public ScopeRuns(Store store, Clock clock, String program, int shard) {
        this.store = store;
        this.facts = new Facts(store);
        this.runs = new LifeRuns(store, clock);
        this.program = program;
        this.shard = shard;
    }

    /**
     * Judges and completes. A run over the same facts that was broken off is gone on with; another one that is under way is
     * given up, and what it judged is judged by this one. Where all of this was judged as of the very moment, nothing is left to
     * judge.
     *
     * @param asOf not before the moment of the last completed run
     * @param zone whose day the moment is on, and in which texts show times
     * @param along what the caller does in the transaction that completes the run, which it is given as it was begun
     * @return the completed run
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     * @throws id.patuh.facts.FactsException if stored facts were damaged
     * @throws id.patuh.ledger.LedgerException if a later moment was judged before, or records of the ledger were damaged
     * @throws id.patuh.engine.RuleLimitException if a rule exceeds its limits
     * @throws id.patuh.engine.RuleFailedException if a rule fails
     */
    public LifeRun run(
            Hold hold,
            AppliedRules applied,
            Instant asOf,
            ZoneId zone,
            Intake.Progress progress,
            Function<LifeRun, Transaction.Step> along) {
        facts.select(hold, asOf, applied.files().sha256());
        RunOrder order = new RunOrder(facts.inputs(hold), applied.files(), applied.ruleSet(), asOf, zone, program);
        runs.abandonOther(hold, order, number -> forget(hold, number));
        HeldRun run = runs.begin(hold, order);
        if (run.run().isCompleted()) {
            store.write(transaction -> {
                Scopes.hold(transaction, hold);
                along.apply(run.run()).in(transaction);
                return null;
            });
            return run.run();
        }
        int shards = new ScopeJudge(facts, hold, run, applied.ruleSet(), zone, progress).judgeAll(shard);
        return run.complete(shards, along.apply(run.run()));
    }

    /** Gives up the run that is under way, if there is one: what it judged is due again. */
    public void giveUp(Hold hold) {
        runs.abandon(hold, number -> forget(hold, number));
    }

    private Transaction.Step forget(Hold hold, long run) {
        return facts.dueAgain(hold, run).and(SurveyTrends.forget(run)).and(FollowUps.forget(run));
    }

    /** The moment of the last completed run of a scope; empty before the first one. */
    public Optional<Instant> judgedUntil(String scope) {
        return new LifeBook(store).last(scope).map(LifeRun::asOf);
    }

    /** The date of the night of a scope that was begun and is not over, if there is one: whatever else judges is to wait. */
    public Optional<LocalDate> openNight(String scope) {
        return store.read(transaction -> new NightTables(transaction).last(scope))
                .filter(night -> !night.isOver())
                .map(Night::date);
    }
}
