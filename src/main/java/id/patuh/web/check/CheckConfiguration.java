package id.patuh.web.check;

import id.patuh.nightly.RuleSource;
import id.patuh.ruleset.RuleSetException;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.submission.KeptRules;
import id.patuh.submission.Quota;
import id.patuh.submission.SubmissionWorkers;
import id.patuh.submission.Submissions;
import id.patuh.submission.SubmittedCases;
import id.patuh.submission.TrialRetention;
import id.patuh.web.ServeSettings;
import id.patuh.web.limit.LimitSettings;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes files, and what checks them. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CheckConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BETWEEN_REMOVALS = 60;

    @Bean
    Submissions submissions(Store store, LimitSettings limits) {
        return new Submissions(
                store,
                new Quota(
                        limits.waitingPerAccount(),
                        limits.waitingSizePerAccount().toBytes()));
    }

    @Bean
    TrialRetention trialRetention(Store store, LimitSettings limits) {
        return new TrialRetention(store, limits.trialsKept());
    }

    @Bean
    Scopes scopes(Store store) {
        return new Scopes(store);
    }

    @Bean
    KeptRules keptRules(Store store, RuleSource rules) {
        return new KeptRules(store, rules);
    }

    @Bean
    SubmittedCases submittedCases(Store store, KeptRules rules) {
        return new SubmittedCases(store, rules);
    }

    @Bean
    SubmissionWorkers submissionWorkers(Store store, RuleSource rules, Clock clock, ServeSettings settings) {
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        String holder = ManagementFactory.getRuntimeMXBean().getName();
        SubmissionWorkers.Work work = new SubmissionWorkers.Work(holder, settings.program(), count);
        return new SubmissionWorkers(store, rules, clock, work, e -> LOG.error("a check of a submission failed", e));
    }

    /**
     * They begin when everything is there, and end once no request is under way. Rules are compiled meanwhile, so that the
     * first check need not wait for that.
     */
    @Bean
    SmartLifecycle submissionWork(SubmissionWorkers workers, TrialRetention trials, RuleSource rules, Clock clock) {
        ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "trials");
            thread.setDaemon(true);
            return thread;
        });
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                workers.start();
                new Thread(() -> prepare(rules, clock), "rules").start();
                hourly.scheduleWithFixedDelay(() -> remove(trials), 1, BETWEEN_REMOVALS, TimeUnit.MINUTES);
                running = true;
            }

            @Override
            public void stop() {
                hourly.shutdown();
                workers.finish(PATIENCE);
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return 0;
            }
        };
    }

    private static void remove(TrialRetention trials) {
        try {
            trials.run();
        } catch (RuntimeException e) {
            LOG.error("old trials cannot be removed; they are tried again in an hour", e);
        }
    }

    private static void prepare(RuleSource rules, Clock clock) {
        try {
            rules.inForce(clock.instant());
        } catch (RuleSetException e) {
            LOG.error("the rule set in force cannot be used: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the rule set in force cannot be read", e);
        }
    }
}
