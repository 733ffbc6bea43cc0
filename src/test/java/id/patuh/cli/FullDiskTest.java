package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.patuh.spool.Spool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where something cannot be written the run ends with a message, never with a report that lacks something in silence. */
class FullDiskTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"json", "text"})
    void aReaderThatLeavesEndsTheReport(String format) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream gone = new OutputStream() {
            private int written;

            @Override
            public void write(int b) throws IOException {
                if (++written > 10_000) {
                    throw new IOException("Broken pipe");
                }
            }
        };

        int exitCode = Patuh.run(gone, err, "check", "sample-data", "--format", format, "--lang", "en");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("The output - cannot be written.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text"})
    void aFullDiskIsReported(String format) {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));

        CommandLineRun run =
                CommandLineRun.patuh("check", "sample-data", "--format", format, "-o", full.toString(), "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("The output /dev/full cannot be written.\n");
    }

    @Test
    void aFolderForTemporaryFilesThatCannotBeUsedIsNamed() throws IOException {
        String bad = "A,B276,abc,2025-04-14 08:00,2025-04-14 09:01\n";
        Path log = Files.writeString(
                folder.resolve("log.csv"), "case,sop,step,start,end\n" + bad.repeat(Spool.USUAL_MOST + 1));

        assertNamed(log.toString());
    }

    @Test
    void aCopyOfTheInputThatCannotBeMadeIsNoFaultOfTheInput() throws IOException {
        Path workbook = folder.resolve("log.xlsx");
        CommandLineRun.patuh("template", "activity-log", "-o", workbook.toString());
        Path packed = folder.resolve("log.xlsx.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(workbook, to);
        }
        InputStream usual = System.in;
        System.setIn(InputStream.nullInputStream());
        try {
            assertNamed("-");
            assertNamed(packed.toString());
        } finally {
            System.setIn(usual);
        }
    }

    private void assertNamed(String path) {
        Path report = folder.resolve("report.json");
        Path none = folder.resolve("none");
        String usual = System.setProperty("java.io.tmpdir", none.toString());
        try {
            CommandLineRun run = CommandLineRun.patuh("check", path, "-o", report.toString(), "--lang", "en");

            assertThat(run.err()).startsWith("A temporary file in " + none + " cannot be written");
            assertThat(run.exitCode()).isEqualTo(ExitCode.INTERNAL);
            assertThat(run.out()).isEmpty();
            assertThat(report).doesNotExist();
        } finally {
            System.setProperty("java.io.tmpdir", usual);
        }
    }
}
