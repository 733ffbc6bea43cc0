package id.patuh.nightly;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.patuh.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Runs nights by itself, every day at the time of the settings, for as long as the process lives. Several nodes on one
 * database share the scopes among them. What was missed while none was there is caught up with at the start.
 */
public final class NightDaemon implements AutoCloseable {

    private static final Duration LONGEST_POLL = Duration.ofSeconds(10);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(10);
    private static final Duration BETWEEN_DELIVERIES = Duration.ofMinutes(1);
    private static final Duration LONGEST_FIRST_RETRY = Duration.ofMinutes(1);
    /** What the library allows at least. */
    private static final int MISSED_HEARTBEATS = 4;

    private final NightSettings settings;
    private final Nights nights;
    private final Clock clock;
    private final Listener listener;
    private final CustomTask<Void> night;
    private final Scheduler scheduler;

    /** Hears what becomes of nights; called by many threads. */
    public interface Listener {

        /** The nights of a scope that were due were run, or are somebody else's. */
        void ended(ScopeOutcome outcome);

        /** They could not be run to their end; they are tried again after a while. */
        void failed(String scope, Throwable cause);
    }

    /**
     * Does not begin yet.
     *
     * @param follow what follows the nights of a moment, done every minute
     * @param clock by which the moments of nights come
     */
    public NightDaemon(
            Store store,
            NightSettings settings,
            Nights nights,
            Consumer<Instant> follow,
            Clock clock,
            Listener listener) {
        this.settings = settings;
        this.nights = nights;
        this.clock = clock;
        this.listener = listener;
        Duration beat = settings.lease().dividedBy(3);
        // Mostly it fails for locks of a process that no longer answers, which its lease bounds.
        Duration retry = settings.lease().compareTo(LONGEST_FIRST_RETRY) < 0 ? settings.lease() : LONGEST_FIRST_RETRY;
        this.night = Tasks.custom("night", Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(retry))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(instance.getId()));
        RecurringTask<Void> everyDay = Tasks.recurring("nights", Schedules.daily(settings.zone(), settings.at()))
                .execute((instance, context) -> scheduleAll());
        RecurringTask<Void> everyMinute = Tasks.recurring("digest", FixedDelay.of(BETWEEN_DELIVERIES))
                .execute((instance, context) -> follow.accept(lastMoment()));
        this.scheduler = Scheduler.create(store.forLibraries(), night)
                .startTasks(everyDay, everyMinute)
                .clock(clock::instant)
                .heartbeatInterval(beat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollingInterval(beat.compareTo(LONGEST_POLL) < 0 ? beat : LONGEST_POLL)
                .shutdownMaxWait(PATIENCE_AT_END)
                .threads(Runtime.getRuntime().availableProcessors())
                .build();
    }

    /** Begins, with what was missed. */
    public void start() {
        scheduler.start();
        scheduleAll();
    }

    private void scheduleAll() {
        for (String scope : nights.scopes()) {
            if (nights.hasNights(scope)) {
                scheduler.scheduleIfNotExists(night.instance(scope), clock.instant());
            } else {
                listener.ended(nights.run(scope, lastMoment()));
            }
        }
    }

    private CompletionHandler<Void> run(String scope) {
        ScopeOutcome outcome;
        try {
            outcome = nights.run(scope, lastMoment());
        } catch (RuntimeException e) {
            listener.failed(scope, e);
            throw e;
        }
        listener.ended(outcome);
        return switch (outcome.state()) {
            case DONE, NOTHING_DUE, UNUSABLE, WITHOUT_INBOX, BESIDE_INBOXES ->
                new CompletionHandler.OnCompleteRemove<>();
            // Whoever holds it may end before it is done.
            case HELD_BY_OTHERS, TAKEN_OVER ->
                new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(settings.lease()));
        };
    }

    /** The last moment of a night that has come. */
    private Instant lastMoment() {
        Instant now = clock.instant();
        Instant today = settings.asOf(settings.date(now));
        return today.isAfter(now) ? settings.asOf(settings.date(now).minusDays(1)) : today;
    }

    /** Ends; nights that are under way are gone on with by another node, or at the next start. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
