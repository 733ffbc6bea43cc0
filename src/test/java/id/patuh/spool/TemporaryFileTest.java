package id.patuh.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasDeletedIsForgotten() throws IOException {
        int before = TemporaryFile.count();
        Path made = TemporaryFile.create(".test");
        Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
        TemporaryFile.deleteAtEnd(elsewhere);
        assertThat(TemporaryFile.count()).isEqualTo(before + 2);

        TemporaryFile.delete(made);
        TemporaryFile.delete(elsewhere);

        assertThat(made).doesNotExist();
        assertThat(elsewhere).doesNotExist();
        assertThat(TemporaryFile.count()).isEqualTo(before);
    }

    @Test
    void whatIsLeftIsDeletedAtTheEndOfTheProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leaver.class.getName()))
                .inheritIO()
                .start();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }

    /** Ends without deleting anything. */
    static final class Leaver {
        public static void main(String[] args) {
            try {
                Files.writeString(TemporaryFile.create(".test"), "Ani");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.exit(3);
        }
    }
}
