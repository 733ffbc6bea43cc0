package id.patuh.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks at a file that is being written sees what stood there before, or the whole. */
class WholeFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("report.txt");
    }

    @Test
    void aNewFileIsThereOnlyOnceItIsWhole() throws IOException {
        Path usual = Files.writeString(folder.resolve("usual.txt"), "");
        WholeFile.write(file, to -> {
            to.write("half".getBytes(StandardCharsets.UTF_8));
            to.flush();
            assertThat(file).doesNotExist();
        });

        assertThat(file).hasContent("half");
        assertThat(names()).containsExactly("report.txt", "usual.txt");
        if (isPosix()) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
        }
    }

    @Test
    void ofSeveralFilesNoneIsReplacedBeforeAllAreWritten() throws IOException {
        Files.writeString(file, "before");
        Path unwritable = folder.resolve("none/there.txt");
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(file, "after".getBytes(StandardCharsets.UTF_8));
        files.put(unwritable, new byte[1]);

        assertThatThrownBy(() -> WholeFile.writeAll(files)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("before");

        Files.createDirectory(unwritable.getParent());
        WholeFile.writeAll(files);
        assertThat(file).hasContent("after");
        assertThat(unwritable).exists();
    }

    @Test
    void whatStoodThereIsReplacedAtOnceAndKeepsItsAccess() throws IOException {
        assumeTrue(isPosix());
        Files.writeString(file, "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        WholeFile.write(file, to -> {
            to.write('a');
            to.flush();
            assertThat(file).hasContent("before");
        });

        assertThat(file).hasContent("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void whatFailsLeavesWhatStoodThere() throws IOException {
        for (String before : new String[] {null, "before"}) {
            if (before != null) {
                Files.writeString(file, before);
            }
            List<String> names = names();
            assertThatThrownBy(() -> WholeFile.write(file, to -> {
                        to.write('a');
                        throw new IOException("full");
                    }))
                    .hasMessage("full");
            assertThatThrownBy(() -> WholeFile.write(file, to -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");

            assertThat(names()).isEqualTo(names);
        }
        assertThat(file).hasContent("before");
    }

    @Test
    void aLinkStaysOne() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path target = Files.writeString(other.resolve("target.txt"), "before");
        Path missing = other.resolve("missing.txt");
        Files.createSymbolicLink(file, target);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.txt"), missing);

        for (Path link : List.of(file, dangling)) {
            WholeFile.write(link, to -> to.write('a'));
            assertThat(link).isSymbolicLink().hasContent("a");
        }

        assertThat(target).isRegularFile().hasContent("a");
        assertThat(missing).isRegularFile().hasContent("a");
    }

    @Test
    void aPipeIsWrittenTo() throws Exception {
        assumeTrue(isPosix());
        assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0);
        FutureTask<String> reader = new FutureTask<>(() -> Files.readString(file));
        new Thread(reader).start();

        WholeFile.write(file, to -> to.write('a'));

        assertThat(reader.get()).isEqualTo("a");
        assertThat(names()).containsExactly("report.txt");
    }

    @Test
    void whatIsOpenAsStandardOutputMayBeIsNotReplaced() throws IOException {
        Path open = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(open));
        try (OutputStream log = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Stream<Path> links = Files.list(open)) {
            Path link = links.filter(each -> leadsTo(each, file)).findFirst().orElseThrow();
            WholeFile.write(link, to -> to.write('a'));
            log.write('b');
        }

        assertThat(file).hasContent("ab");
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.isRegularFile(link) && Files.isSameFile(link, file);
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
