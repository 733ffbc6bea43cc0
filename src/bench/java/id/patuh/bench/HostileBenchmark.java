package id.patuh.bench;

import id.patuh.intake.HostileFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How long each hostile file takes, each in a process of its own with a heap of 512 MB, after a harmless one to compare
 * with. Argument: a part of the names of those wanted. Ends with 1 where one takes more than ten seconds, or ends other than in a report.
 */
public final class HostileBenchmark {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int SHOWN = 12;
    private static final long LIMIT_SECONDS = 10;
    private static final long HANG_SECONDS = 120;
    /** What a check ends with when its report was written. */
    private static final Set<Integer> REPORTED = Set.of(0, 1, 3);

    private record Run(String name, long millis, int exitCode) {}

    private HostileBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path secret = Files.writeString(Files.createDirectories(FOLDER).resolve("secret.txt"), "secret");
        Map<String, HostileFiles.Content> files =
                new LinkedHashMap<>(HostileFiles.all(secret.toAbsolutePath(), URI.create("http://127.0.0.1:1/")));
        files.putAll(HostileFiles.gigabytes());
        print(run(Path.of("sample-data", "b276", "clean.csv")));
        List<Run> runs = new ArrayList<>();
        for (Map.Entry<String, HostileFiles.Content> file : files.entrySet()) {
            if (args.length == 0 || file.getKey().contains(args[0])) {
                Path path = file.getValue().store(FOLDER.resolve(file.getKey()));
                runs.add(run(path));
                Files.delete(path);
            }
        }
        runs.sort(Comparator.comparing(Run::millis).reversed());
        runs.stream().limit(SHOWN).forEach(HostileBenchmark::print);
        List<Run> failed = runs.stream()
                .filter(run -> run.millis() > LIMIT_SECONDS * 1_000 || !REPORTED.contains(run.exitCode()))
                .toList();
        System.out.printf("%d files, %d above %d s or without a report%n", runs.size(), failed.size(), LIMIT_SECONDS);
        failed.forEach(HostileBenchmark::print);
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    private static void print(Run run) {
        System.out.printf("%-40s %,7d ms, exit code %d%n", run.name(), run.millis(), run.exitCode());
    }

    /** As the launcher runs a check of a small file. */
    private static Run run(Path file) throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Dpatuh.cache=" + FOLDER.resolve("cache").toAbsolutePath(),
                        "-jar",
                        "target/patuh.jar",
                        "check",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(HANG_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        long millis = (System.nanoTime() - before) / 1_000_000;
        return new Run(file.getFileName().toString(), millis, ended ? process.exitValue() : -1);
    }
}
