package id.patuh.web.rulebook;

import id.patuh.engine.RuleCache;
import id.patuh.ledger.Ledger;
import id.patuh.ledger.RunSimulator;
import id.patuh.nightly.RuleSource;
import id.patuh.nightly.UnitSimulator;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Simulator;
import id.patuh.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rulebook, and what works on it besides requests. */
@Configuration(proxyBeanMethods = false)
class RulebookConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookConfiguration.class);
    private static final Duration LONGEST_SIMULATION = Duration.ofMinutes(2);

    @Bean
    Simulator simulator(Store store, Clock clock, RuleCache cache, ZoneId zone) {
        RunSimulator runs = new RunSimulator(new Ledger(store, clock), cache);
        return new UnitSimulator(store, runs, cache, zone, LONGEST_SIMULATION);
    }

    @Bean
    Rulebook rulebook(Store store, Clock clock, RuleCache cache, Simulator simulator) {
        return new Rulebook(store, clock, cache, simulator);
    }

    @Bean
    RuleLibraries ruleLibraries(Rulebook rulebook, RuleSource rules, RuleCache cache, Clock clock) {
        return new RuleLibraries(rulebook, rules, cache, clock);
    }

    @Bean(destroyMethod = "close")
    Errands errands() {
        return new Errands(e -> LOG.error("work on a version of the rule set failed", e));
    }
}
