package id.patuh.bench.run;

import id.patuh.bench.logs.ActivityLogs;
import id.patuh.bench.logs.ActivityLogs.Order;
import id.patuh.bench.logs.ActivityLogs.Wish;
import id.patuh.bench.tables.Definitions;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Has a log checked by patuh, by the hand-written checker and by peers, each in processes of its own and with the same
 * heap, in turns; fails where they do not find the same.
 *
 * <pre>WholeRuns ACTIVITIES [--rounds 3] [--order grouped] [--with patuh,hand-written,…]
 *     [--heap 512m] [--log FILE] [--seed 1] [--defects 40]</pre>
 */
public final class WholeRuns {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final String EVERYBODY = "patuh,hand-written,hand-written-beside,duckdb,duckdb-1,evrete,zen";
    private static final String LIMIT = "hand-written";

    private WholeRuns() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        Order order = Order.valueOf(options.getOrDefault("--order", "grouped").toUpperCase(Locale.ROOT));
        Files.createDirectories(FOLDER);
        Path log = prepare(
                new Wish(
                        Long.parseLong(args[0]),
                        order,
                        Long.parseLong(options.getOrDefault("--seed", "1")),
                        Integer.parseInt(options.getOrDefault("--defects", "40")),
                        20),
                options.get("--log"));
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        for (String name : options.getOrDefault("--with", EVERYBODY).split(",")) {
            contestants.put(
                    name,
                    Contestant.named(
                            name,
                            options.getOrDefault("--heap", "512m"),
                            log.toString(),
                            ActivityLogs.AS_OF,
                            output(name).toString()));
        }
        if (contestants.containsKey("zen")) {
            Zen.install();
        }
        Rounds rounds = new Rounds(
                contestants,
                Integer.parseInt(options.getOrDefault("--rounds", "3")),
                name -> output(name).toString());
        boolean same = compare(contestants);
        rounds.print(LIMIT);
        System.exit(same ? 0 : 1);
    }

    private static Path output(String name) {
        return FOLDER.resolve("out-" + name + (name.matches("(patuh|hand).*") ? ".json" : ".tsv"));
    }

    /** The tables and the log, which is kept for the next time. */
    private static Path prepare(Wish wish, String given) throws IOException {
        RuleSet rules = RuleSetReader.read(Path.of("rules"));
        Definitions.write(rules);
        if (given != null) {
            return Path.of(given);
        }
        Path log = FOLDER.resolve("log-" + wish.activities() + "-"
                + wish.order().name().toLowerCase(Locale.ROOT) + "-" + wish.seed() + "-" + wish.defects() + ".csv");
        if (!Files.exists(log)) {
            Path made = FOLDER.resolve("log.part");
            new ActivityLogs(rules, wish).write(made, null);
            Files.move(made, log);
        }
        System.out.printf("%s: about %,d activities, %,d MiB%n", log, wish.activities(), Files.size(log) >> 20);
        return log;
    }

    /** Whether everybody has found the same; says where not. */
    private static boolean compare(Map<String, Contestant> contestants) throws IOException {
        Path reference = contestants.values().stream()
                .filter(c -> !c.lists())
                .map(c -> output(c.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody writes a report to compare with"));
        List<String> found = Found.inReport(reference);
        System.out.printf("%,d violations%n", found.size());
        boolean same = true;
        for (Contestant contestant : contestants.values()) {
            Path output = output(contestant.name());
            String difference;
            if (contestant.lists()) {
                System.out.printf("%s covers %s%n", contestant.name(), Found.covered(output));
                difference = Found.difference(output, found);
            } else {
                long at = Files.mismatch(reference, output);
                difference = at < 0 ? null : "differs from " + reference + " at byte " + at;
            }
            if (difference != null) {
                same = false;
                System.out.println("NOT THE SAME: " + contestant.name() + ": " + difference);
            }
        }
        return same;
    }
}
