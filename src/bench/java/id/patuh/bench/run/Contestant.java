package id.patuh.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A way to check a log in a process of its own.
 *
 * @param lists whether its output is a list of violations and not a report
 */
record Contestant(String name, List<String> command, Map<String, String> environment, boolean lists) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASSES = "target/test-classes:target/classes";

    /**
     * Those known, by name.
     *
     * @param heap of Java; DuckDB and Node have 512 MB of their own
     */
    static Contestant named(String name, String heap, String log, String asOf, String output) {
        return switch (name) {
            case "patuh", "patuh-one-core" -> {
                List<String> command =
                        new ArrayList<>(name.equals("patuh") ? List.of() : List.of("taskset", "-c", "0"));
                command.addAll(List.of("./patuh", "check", log, "--as-of", asOf, "--format", "json", "-o", output));
                yield new Contestant(name, command, Map.of("PATUH_JAVA_OPTS", "-Xmx" + heap), false);
            }
            case "hand-written" -> java(name, heap, CLASSES, "hand.HandWritten", false, log, asOf, output);
            case "hand-written-beside" ->
                java(name, heap, CLASSES, "hand.HandWritten", false, log, asOf, output, "--beside");
            case "duckdb", "duckdb-1" ->
                java(
                        name,
                        heap,
                        CLASSES + ":target/test-lib/*",
                        "peer.DuckDb",
                        true,
                        log,
                        asOf,
                        output,
                        name.equals("duckdb") ? "2" : "1");
            case "evrete" ->
                java(name, heap, CLASSES + ":target/test-lib/*", "peer.EvretePeer", true, log, asOf, output);
            case "zen" ->
                new Contestant(
                        name,
                        List.of("node", "--max-old-space-size=512", "target/bench/zen/zen.mjs", log, asOf, output),
                        Map.of(),
                        true);
            default -> throw new IllegalArgumentException("unknown: " + name);
        };
    }

    /** DuckDB with the means of a survey. */
    static Contestant duckDbSurvey(String name, String heap, String table, String output) {
        String threads = name.equals("duckdb") ? "2" : "1";
        return java(name, heap, CLASSES + ":target/test-lib/*", "peer.DuckDbSurvey", true, table, output, threads);
    }

    private static Contestant java(
            String name, String heap, String classes, String main, boolean lists, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(JAVA, "-XX:+UseSerialGC", "-Xmx" + heap, "-cp", classes, "id.patuh.bench." + main));
        command.addAll(List.of(arguments));
        return new Contestant(name, command, Map.of(), lists);
    }
}
