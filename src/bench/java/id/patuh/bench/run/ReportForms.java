package id.patuh.bench.run;

import id.patuh.bench.logs.ActivityLogs;
import id.patuh.bench.logs.ActivityLogs.Order;
import id.patuh.bench.logs.ActivityLogs.Wish;
import id.patuh.report.format.ReportFormat;
import id.patuh.ruleset.RuleSetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has a log checked and its result written in every form there is, each in a process of its own, in turns; then tells how
 * large the files are. With 1,000 of a thousand cases defective there is about a violation to every ten activities.
 *
 * <pre>ReportForms ACTIVITIES [ROUNDS] [DEFECTS PER MILLE] [HEAP]</pre>
 */
public final class ReportForms {

    private static final Path FOLDER = Path.of("target", "bench");

    private ReportForms() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        long activities = Long.parseLong(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        int defects = args.length > 2 ? Integer.parseInt(args[2]) : 1_000;
        String heap = args.length > 3 ? args[3] : "512m";
        Path log = FOLDER.resolve("log-" + activities + "-" + defects + ".csv");
        if (!Files.exists(log)) {
            Files.createDirectories(FOLDER);
            new ActivityLogs(RuleSetReader.read(Path.of("rules")), new Wish(activities, Order.GROUPED, 1, defects, 0))
                    .write(log, null);
        }
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        for (ReportFormat format : ReportFormat.values()) {
            String name = format.word();
            List<String> command = List.of(
                    "./patuh",
                    "check",
                    log.toString(),
                    "--as-of",
                    ActivityLogs.AS_OF,
                    "--format",
                    name,
                    "-o",
                    output(name));
            contestants.put(name, new Contestant(name, command, Map.of("PATUH_JAVA_OPTS", "-Xmx" + heap), false));
        }
        new Rounds(contestants, rounds, ReportForms::output).print(ReportFormat.JSON.word());
        for (String name : contestants.keySet()) {
            System.out.printf("%s: %,d bytes%n", name, Files.size(Path.of(output(name))));
        }
    }

    private static String output(String format) {
        return FOLDER.resolve("report." + format).toString();
    }
}
