package id.patuh.bench.jmh;

import id.patuh.bench.logs.ActivityLogs;
import id.patuh.bench.logs.ActivityLogs.Order;
import id.patuh.bench.logs.ActivityLogs.Wish;
import id.patuh.bench.tables.Definitions;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What benchmarks begin with. */
final class Prepared {

    static final long ACTIVITIES = 100_000;

    private Prepared() {}

    /** The rule set, also as tables. */
    static RuleSet rules() throws IOException {
        RuleSet rules = RuleSetReader.read(Path.of("rules"));
        Definitions.write(rules);
        return rules;
    }

    /** A log of {@link #ACTIVITIES}. */
    static Path log(RuleSet rules) throws IOException {
        Path log = Path.of("target", "bench", "jmh.csv");
        if (!Files.exists(log)) {
            new ActivityLogs(rules, new Wish(ACTIVITIES, Order.GROUPED)).write(log, null);
        }
        return log;
    }
}
