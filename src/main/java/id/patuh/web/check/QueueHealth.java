package id.patuh.web.check;

import id.patuh.submission.State;
import id.patuh.submission.SubmissionWorkers;
import id.patuh.submission.Submissions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells whoever watches the server how the queue of submissions does. */
@Component("queue")
class QueueHealth implements HealthIndicator, MeterBinder {

    private final Submissions submissions;
    private final SubmissionWorkers workers;

    QueueHealth(Submissions submissions, SubmissionWorkers workers) {
        this.submissions = submissions;
        this.workers = workers;
    }

    /** Down where the database does not answer, or a thread has ended that checks. */
    @Override
    public Health health() {
        Map<State, Long> counts = submissions.counts();
        Health.Builder health = workers.areAlive() ? Health.up() : Health.down();
        for (State state : State.values()) {
            health.withDetail(state.word(), counts.getOrDefault(state, 0L));
        }
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (State state : State.values()) {
            Gauge.builder("patuh.submissions", () -> submissions.counts().getOrDefault(state, 0L))
                    .tag("state", state.word())
                    .description("Submissions by state")
                    .register(registry);
        }
        Gauge.builder("patuh.workers.alive", () -> workers.areAlive() ? 1 : 0)
                .description("Whether all threads that check submissions work")
                .register(registry);
    }
}
