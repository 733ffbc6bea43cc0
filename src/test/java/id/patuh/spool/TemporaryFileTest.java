package id.patuh.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        leave();
        assertThat(folder).isEmptyDirectory();
    }

    /** Not before it was killed. */
    @Test
    void whatAKilledProcessLeavesTheNextOneDeletes() throws IOException, InterruptedException {
        Process waiting = process("wait");
        assertThat(waiting.getInputStream().read()).isEqualTo('.');
        leave();
        assertThat(left()).hasSize(1);

        waiting.destroyForcibly().waitFor();
        assertThat(left()).hasSize(1);
        leave();
        assertThat(folder).isEmptyDirectory();
    }

    private void leave() throws IOException, InterruptedException {
        Process process = process();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
    }

    private Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Leaver.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".test")).toList();
        }
    }

    /** Ends without deleting anything. */
    static final class Leaver {
        public static void main(String[] args) {
            try {
                Files.writeString(TemporaryFile.create(".test"), "Ani");
                if (args.length > 0) {
                    System.out.print('.');
                    System.out.flush();
                    System.in.read();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.exit(3);
        }
    }
}
