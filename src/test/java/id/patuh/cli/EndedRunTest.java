package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended in its midst leaves nothing of its input behind. */
class EndedRunTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void theCopyOfStandardInputIsDeleted() throws Exception {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "id.patuh.cli.Patuh",
                        "check",
                        "-")
                .redirectErrorStream(true)
                .start();
        assumeTrue(run.supportsNormalTermination());
        try (OutputStream input = run.getOutputStream()) {
            input.write("case,sop,step,start,end\n".getBytes(StandardCharsets.UTF_8));
            input.flush();
            while (run.isAlive()
                    && copies().stream().noneMatch(copy -> copy.toFile().length() > 0)) {
                Thread.sleep(10);
            }
            assertThat(run.isAlive()).isTrue();
            run.destroy();
            run.waitFor();
        }

        assertThat(copies()).isEmpty();
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("patuh"))
                    .toList();
        }
    }
}
