package id.patuh.submission;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.engine.RuleFailedException;
import id.patuh.engine.RuleLimitException;
import id.patuh.facts.FactsException;
import id.patuh.facts.SavedMapping;
import id.patuh.intake.InputFile;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.ledger.LedgerException;
import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.RuleSource;
import id.patuh.rulebook.RuleSetTables;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetException;
import id.patuh.scope.ScopeException;
import id.patuh.spool.SpoolException;
import id.patuh.store.StoreException;
import id.patuh.submission.SubmissionQueue.Held;
import id.patuh.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Checks one submission, and says in the queue what came of it. */
final class SubmissionCheck {

    private final SubmissionQueue queue;
    private final Vault vault;
    private final RuleSource rules;
    private final Clock clock;
    private final UnitIntake units;
    private final Consumer<Throwable> unexpected;

    /**
     * @param clock by whose moment the rule set in force is chosen
     * @param unexpected hears what went wrong that nobody foresaw
     */
    SubmissionCheck(
            SubmissionQueue queue,
            Vault vault,
            RuleSource rules,
            Clock clock,
            UnitIntake units,
            Consumer<Throwable> unexpected) {
        this.queue = queue;
        this.vault = vault;
        this.rules = rules;
        this.clock = clock;
        this.units = units;
        this.unexpected = unexpected;
    }

    /** What is done with a result once everything of it is kept. */
    private interface Ending {
        /** @param overall what it came to as a whole, packed */
        void end(OpenSubmission open, long rows, byte[] overall);
    }

    /**
     * Checks it.
     *
     * @param rows is told how many were read so far
     * @param stopping whether it is to be given back
     * @throws StoppedException if it is given back
     * @throws StoreException if the database fails
     */
    void run(Held held, AtomicLong rows, BooleanSupplier stopping) {
        if (queue.isHopeless(held)) {
            queue.fail(held, "submission-hopeless", Map.of());
            return;
        }
        try {
            check(held, new Progress(rows, stopping));
        } catch (StoppedException | StoreException e) {
            throw e;
        } catch (UnitBusyException e) {
            queue.postpone(held, e.reason());
        } catch (SubmissionException e) {
            if (!e.reason().equals("submission-taken-over")) {
                queue.fail(held, e.reason(), e.details());
            }
        } catch (RuleSetException e) {
            queue.fail(held, "submission-rules-unusable", Map.of());
        } catch (RuleLimitException | RuleFailedException e) {
            queue.fail(held, "submission-rules-failed", Map.of("cause", String.valueOf(e.getMessage())));
        } catch (FactsException | LedgerException | ScopeException e) {
            queue.fail(held, e.reason(), e.details());
        } catch (SpoolException e) {
            queue.fail(held, "submission-no-room", Map.of());
        } catch (RuntimeException e) {
            unexpected.accept(e);
            queue.fail(held, "submission-failed", Map.of());
        }
    }

    private void check(Held held, Progress progress) {
        Submission submission = held.submission();
        AppliedRules applied = rules.inForce(clock.instant());
        if (submission.isTrial()) {
            Instant asOf = submission.order().asOf();
            check(
                    held,
                    submission,
                    applied,
                    asOf,
                    progress,
                    (open, rows, overall) -> queue.complete(held, rows, overall));
            return;
        }
        units.during(submission.order().scope(), hold -> {
            Instant asOf = units.moment(submission);
            List<SavedMapping> saved = units.mappings(hold);
            List<OwnMapping> own = saved.stream().map(OwnMapping::of).toList();
            queue.write(held, 0, transaction -> new SubmissionTables(transaction).readBy(submission.id(), own));
            check(held, submission.readBy(own), applied, asOf, progress, (open, rows, overall) -> {
                units.take(
                        hold, submission, open, saved, applied, asOf, progress, taken -> queue.step(held, rows, taken));
                units.judge(
                        hold, submission, applied, asOf, progress, run -> queue.completion(held, rows, overall, run));
            });
        });
    }

    private void check(
            Held held, Submission submission, AppliedRules applied, Instant asOf, Progress progress, Ending ending) {
        try (OpenSubmission open = OpenSubmission.of(submission, vault);
                CheckResult result = new ComplianceCheck(applied.ruleSet())
                        .run(
                                request(submission, asOf, open, applied.ruleSet()),
                                InputSource.of(open.files()),
                                progress)) {
            queue.write(held, progress.rows(), transaction -> new RuleSetTables(transaction).add(applied.files()));
            byte[] overall = new ResultKeeper(result, submission.id(), step -> {
                        progress.refuseWhenStopping();
                        queue.write(held, progress.rows(), step);
                    })
                    .keep();
            progress.refuseWhenStopping();
            ending.end(open, rows(result), overall);
        }
    }

    private static long rows(CheckResult result) {
        return result.inputs().stream().mapToLong(InputFile::rows).sum();
    }

    /** What is asked of a check of it. */
    static CheckRequest request(Submission submission, Instant asOf, OpenSubmission open, RuleSet ruleSet) {
        SubmissionOrder order = submission.order();
        return new CheckRequest(
                        submission.files().stream().map(SubmittedFile::name).toList(),
                        asOf,
                        order.zone(),
                        order.sop(),
                        null,
                        open.mapping(ruleSet))
                .with(open.own());
    }

    /** Tells how far a check has come, and breaks it off where it is to be given back. */
    private record Progress(AtomicLong read, BooleanSupplier stopping) implements Intake.Progress {

        @Override
        public void rows(String path, long rows) {
            refuseWhenStopping();
            read.set(rows);
        }

        long rows() {
            return read.get();
        }

        void refuseWhenStopping() {
            if (stopping.getAsBoolean()) {
                throw new StoppedException();
            }
        }
    }
}
