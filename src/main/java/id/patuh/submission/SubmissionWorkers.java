package id.patuh.submission;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.engine.RuleFailedException;
import id.patuh.engine.RuleLimitException;
import id.patuh.intake.InputFile;
import id.patuh.mapping.Mapping;
import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.RuleSource;
import id.patuh.rulebook.RuleSetTables;
import id.patuh.ruleset.RuleSetException;
import id.patuh.scope.Heartbeat;
import id.patuh.spool.SpoolException;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.submission.SubmissionQueue.Held;
import id.patuh.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Checks what was handed in, one submission a thread, until closed. What a process leaves undone, however it ends, another one
 * does.
 */
public final class SubmissionWorkers implements AutoCloseable {

    private static final Duration LEASE = Duration.ofSeconds(30);
    /** What other processes were told may wait for as long. */
    private static final long PAUSE_MILLIS = 1_000;

    private final RuleSource rules;
    private final Clock clock;
    private final SubmissionQueue queue;
    private final Vault vault;
    private final Consumer<Throwable> unexpected;
    private final ExecutorService threads;
    private final int count;
    private final Semaphore handedIn = new Semaphore(0);
    /** Nothing new is begun. */
    private volatile boolean closing;
    /** What is under way is given back. */
    private volatile boolean stopping;

    /** On its way out of a check that is given back. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * @param clock by whose moment the rule set in force is chosen
     * @param holder by which people know the process
     * @param count how many submissions are checked at a time
     * @param unexpected hears what went wrong that nobody foresaw
     */
    public SubmissionWorkers(
            Store store, RuleSource rules, Clock clock, String holder, int count, Consumer<Throwable> unexpected) {
        this.rules = rules;
        this.clock = clock;
        this.queue = new SubmissionQueue(store, holder, LEASE);
        this.vault = Submissions.vault(store);
        this.unexpected = unexpected;
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "submissions");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to work. */
    public void start() {
        for (int i = 0; i < count; i++) {
            threads.execute(this::work);
        }
    }

    /** Tells that something was handed in. */
    public void wake() {
        handedIn.release();
    }

    private void work() {
        while (!closing) {
            try {
                Optional<Held> next = queue.take();
                if (next.isPresent()) {
                    check(next.get());
                } else {
                    pause();
                }
            } catch (Stopped e) {
                return;
            } catch (Throwable e) {
                // The database may be back soon, and there may be memory for the next one: nobody else would go on.
                unexpected.accept(e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            handedIn.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private void check(Held held) {
        AtomicLong rows = new AtomicLong();
        AtomicBoolean innocent = new AtomicBoolean();
        Heartbeat.during(
                "lease of submission " + held.submission().id(),
                LEASE,
                () -> queue.renew(held, rows.get()),
                () -> queue.release(held, innocent.get()),
                () -> {
                    try {
                        tryToCheck(held, rows);
                    } catch (Stopped | StoreException e) {
                        innocent.set(true);
                        throw e;
                    }
                    return null;
                });
    }

    private void tryToCheck(Held held, AtomicLong rows) {
        if (queue.isHopeless(held)) {
            queue.fail(held, "submission-hopeless", Map.of());
            return;
        }
        try {
            check(held, rows);
        } catch (Stopped | StoreException e) {
            throw e;
        } catch (SubmissionException e) {
            if (!e.reason().equals("submission-taken-over")) {
                queue.fail(held, e.reason(), e.details());
            }
        } catch (RuleSetException e) {
            queue.fail(held, "submission-rules-unusable", Map.of());
        } catch (RuleLimitException | RuleFailedException e) {
            queue.fail(held, "submission-rules-failed", Map.of("cause", String.valueOf(e.getMessage())));
        } catch (SpoolException e) {
            queue.fail(held, "submission-no-room", Map.of());
        } catch (RuntimeException e) {
            unexpected.accept(e);
            queue.fail(held, "submission-failed", Map.of());
        }
    }

    private void check(Held held, AtomicLong rows) {
        Submission submission = held.submission();
        AppliedRules applied = rules.inForce(clock.instant());
        try (OpenSubmission open = OpenSubmission.of(submission, vault);
                CheckResult result = new ComplianceCheck(applied.ruleSet())
                        .run(
                                request(submission, open.mapping(applied.ruleSet())),
                                open.inputs(),
                                (path, read) -> progress(rows, read))) {
            queue.write(held, rows.get(), transaction -> new RuleSetTables(transaction).add(applied.files()));
            byte[] overall = new ResultKeeper(result, submission.id(), step -> {
                        refuseWhenStopping();
                        queue.write(held, rows.get(), step);
                    })
                    .keep();
            refuseWhenStopping();
            queue.complete(held, rows(result), overall);
        }
    }

    private static long rows(CheckResult result) {
        return result.inputs().stream().mapToLong(InputFile::rows).sum();
    }

    private void progress(AtomicLong rows, long read) {
        refuseWhenStopping();
        rows.set(read);
    }

    private void refuseWhenStopping() {
        if (stopping) {
            throw new Stopped();
        }
    }

    private static CheckRequest request(Submission submission, Mapping mapping) {
        SubmissionOrder order = submission.order();
        return new CheckRequest(
                submission.files().stream().map(SubmittedFile::name).toList(),
                order.asOf(),
                order.zone(),
                order.sop(),
                null,
                mapping);
    }

    /** Takes nothing new, waits a while for what is under way, and gives back what did not end by then. */
    public void finish(Duration patience) {
        closing = true;
        threads.shutdown();
        handedIn.release(count);
        // Threads are never interrupted: within H2 that would close the file of the database for all of them.
        if (!hasEndedWithin(patience)) {
            stopping = true;
            hasEndedWithin(LEASE);
        }
    }

    private boolean hasEndedWithin(Duration patience) {
        try {
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same without waiting for what is under way. */
    @Override
    public void close() {
        finish(Duration.ZERO);
    }
}
