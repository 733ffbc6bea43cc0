package id.patuh.bench.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a process took.
 *
 * @param wall seconds
 * @param cpu seconds, of user and system
 * @param memory greatest resident set, MiB
 */
record Measure(double wall, double cpu, double memory) {

    private static final Path TIMER = Path.of("/usr/bin/time");
    /** What reports end with that were written, though something could not be read (3), and what lists end with. */
    private static final Set<Integer> REPORTED = Set.of(0, 1, 3);

    private static final Set<Integer> LISTED = Set.of(0);

    /** Runs a process to its end. */
    static Measure of(Contestant contestant) throws IOException, InterruptedException {
        if (!Files.isExecutable(TIMER)) {
            throw new IOException("GNU time is needed: apt-get install time");
        }
        Path figures = Files.createTempFile("bench", ".time");
        List<String> command = new ArrayList<>(List.of(TIMER.toString(), "-q", "-f", "%e %U %S %M", "-o"));
        command.add(figures.toString());
        command.addAll(contestant.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/bench/errors.log")));
        builder.environment().putAll(contestant.environment());
        long before = System.nanoTime();
        int exitCode = builder.start().waitFor();
        double wall = (System.nanoTime() - before) / 1e9;
        if (!(contestant.lists() ? LISTED : REPORTED).contains(exitCode)) {
            throw new IOException(contestant.name() + " ended with " + exitCode + ": see target/bench/errors.log");
        }
        String[] parts = Files.readString(figures).strip().split(" ");
        Files.delete(figures);
        return new Measure(
                wall, Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]), Double.parseDouble(parts[3]) / 1024);
    }
}
