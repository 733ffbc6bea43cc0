package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended in its midst leaves nothing of its input behind, and no half report. */
class EndedRunTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void theCopyOfStandardInputIsDeleted() throws Exception {
        Process run = patuh("check", "-");
        try (OutputStream input = run.getOutputStream()) {
            input.write("case,sop,step,start,end\n".getBytes(StandardCharsets.UTF_8));
            input.flush();
            awaitFile(run, "patuh");
            end(run);
        }

        assertThat(files("patuh")).isEmpty();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aReportThatIsBeingWrittenIsNotTakenForAWholeOne() throws Exception {
        Path log = folder.resolve("log.csv");
        Files.writeString(
                log, "case,sop,step,start,end\n" + "A,B276,abc,2025-04-14 08:00,2025-04-14 09:01\n".repeat(100_000));

        Path report = folder.resolve("report.txt");
        Process run = patuh("check", log.toString(), "-o", report.toString());
        awaitFile(run, "report");
        end(run);

        assertThat(files("report")).isEmpty();
    }

    private Process patuh(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-Dpatuh.cache=" + System.getProperty("patuh.cache", ""),
                "-Dpatuh.build=" + System.getProperty("patuh.build", ""),
                "-cp",
                System.getProperty("java.class.path"),
                "id.patuh.cli.Patuh"));
        command.addAll(List.of(arguments));
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(run.supportsNormalTermination());
        return run;
    }

    /** Waits until something stands in a file whose name begins so. */
    private void awaitFile(Process run, String name) throws Exception {
        while (run.isAlive()
                && files(name).stream().noneMatch(file -> file.toFile().length() > 0)) {
            Thread.sleep(1);
        }
    }

    private static void end(Process run) throws InterruptedException {
        assertThat(run.isAlive()).isTrue();
        run.destroy();
        run.waitFor();
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
