package id.patuh.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a small check takes at its first and at later starts, and the parts of a later one, told by when Java first uses the
 * classes that begin and end each of them.
 *
 * <pre>StartUp [ROUNDS [JAVA_HOME]]</pre>
 */
public final class StartUp {

    private static final Path FOLDER = Path.of("target", "bench", "start-up");
    private static final List<String> CHECK =
            List.of("./patuh", "check", "sample-data/b276/clean.csv", "--as-of", "2026-11-20");

    private static final List<Part> PARTS = List.of(
            new Part("Java itself", null, "id.patuh.cli.Patuh"),
            new Part(
                    "command line, and waiting for the rule set",
                    "id.patuh.cli.Patuh",
                    "id.patuh.check.ComplianceCheck"),
            new Part("reading", "id.patuh.check.ComplianceCheck", "id.patuh.check.Judge"),
            new Part("binding and judging, once the rules are loaded", "id.patuh.check.Judge", "id.patuh.report.Words"),
            new Part("report", "id.patuh.report.Words", "java.lang.Shutdown"),
            new Part("beside: files of the rule set", "id.patuh.cli.RuleSets", "id.patuh.ruleset.KeptRuleSet"),
            new Part("beside: rule set as it was kept", "id.patuh.ruleset.KeptRuleSet", "id.patuh.engine.RuleClasses"),
            new Part("beside: rules", "id.patuh.engine.RuleClasses", "id.patuh.engine.FactFilter"));

    /**
     * A part of a start.
     *
     * @param from the class that begins it; null for the process
     * @param until the class that ends it
     */
    private record Part(String name, String from, String until) {}

    private final String java;
    private final Path cache;

    private StartUp(String java) {
        this.java = java;
        cache = FOLDER.resolve("cache").toAbsolutePath();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        new StartUp(args.length > 1 ? args[1] : System.getProperty("java.home")).run(rounds);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        forget();
        Measure first = Measure.of(check(""));
        awaitArchive();
        List<Measure> later = new ArrayList<>();
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            later.add(Measure.of(check("")));
            time(parts);
        }
        print("first start", List.of(first));
        print("later start", later);
        parts.forEach((name, seconds) -> System.out.printf("%-60s %4.0f ms%n", name, seconds * 1000));
    }

    private static void print(String name, List<Measure> measures) {
        System.out.printf(
                "%-60s %4.0f ms, CPU %4.0f ms%n",
                name,
                measures.stream().mapToDouble(Measure::wall).min().orElseThrow() * 1000,
                measures.stream().mapToDouble(Measure::cpu).min().orElseThrow() * 1000);
    }

    private Contestant check(String options) {
        return new Contestant(
                "patuh",
                CHECK,
                Map.of("JAVA_HOME", java, "PATUH_CACHE", cache.toString(), "PATUH_JAVA_OPTS", options),
                false);
    }

    /** Starts once, and keeps the least that each part has taken yet. */
    private void time(Map<String, Double> parts) throws IOException, InterruptedException {
        Path log = FOLDER.resolve("classes.log");
        Files.deleteIfExists(log);
        Measure whole = Measure.of(check("-Xlog:class+init:file=" + log + ":uptime:filecount=0"));
        List<String> lines = Files.readAllLines(log);
        for (Part part : PARTS) {
            double from = part.from() == null ? 0 : firstUse(part.from(), lines);
            parts.merge(part.name(), firstUse(part.until(), lines) - from, Math::min);
        }
        parts.merge(
                "the launcher, and Java's first and last steps",
                whole.wall() - firstUse("java.lang.Shutdown", lines),
                Math::min);
    }

    /** Seconds from the beginning of the process. */
    private static double firstUse(String type, List<String> lines) {
        String used = " Initializing '" + type.replace('.', '/') + "'";
        String line = lines.stream()
                .filter(l -> l.contains(used))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " is not used"));
        return Double.parseDouble(line.substring(1, line.indexOf('s')).replace(',', '.'));
    }

    private void forget() throws IOException {
        if (Files.isDirectory(cache)) {
            try (Stream<Path> files = Files.list(cache)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void awaitArchive() throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (Stream<Path> files = Files.list(cache)) {
                List<Path> kept = files.toList();
                if (kept.stream().anyMatch(f -> f.toString().endsWith(".jsa"))
                        && kept.stream().noneMatch(f -> f.toString().endsWith(".making"))) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("no archive in " + cache);
    }
}
