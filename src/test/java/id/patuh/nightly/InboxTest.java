package id.patuh.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file of an inbox ends where it belongs, once, whatever happens meanwhile. */
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(root.resolve("inbox"));
    }

    @Test
    void whatIsStillBeingWrittenIsLeftAlone() throws IOException {
        put("old.csv", 3600);
        put("older.csv", 7200);
        put("at-limit.csv", 60);
        put("young.csv", 59);
        put("soon.csv", -59);
        put("clock-was-set-back.csv", -100_000);
        for (String name :
                List.of("a.csv.part", "a.csv.filepart", "~$a.xlsx", ".a.csv.k3Df", "a.csv~", ".git/config")) {
            put(name, 3600);
        }
        put("sub/folder/deep.csv", 5000);
        Files.createSymbolicLink(folder.resolve("link.csv"), put("../outside.csv", 3600));

        assertThat(names(inbox().take(NOW)))
                .containsExactly(
                        "older.csv", "sub/folder/deep.csv", "old.csv", "at-limit.csv", "clock-was-set-back.csv");
        assertThat(tree(root)).containsKeys("inbox/young.csv", "inbox/link.csv", "inbox/a.csv.part", "outside.csv");
    }

    @Test
    void eachFileGoesWhereItBelongsAndReplacesNone() throws IOException {
        for (String content : List.of("first", "second", "third", "second")) {
            write("log.csv.gz", content, 3600);
            take().archive(NIGHT, List.of());
        }
        write("sub/bad 1.2.csv", "x", 3600);
        take().quarantine(NIGHT, List.of("tidak terbaca"));
        write("sub/bad 1.2.csv", "y", 3600);
        take().quarantine(NIGHT, List.of("juga tidak"));

        assertThat(tree(root))
                .isEqualTo(Map.of(
                        "archive/2026-11-23/log.csv.gz", "first",
                        "archive/2026-11-23/log (2).csv.gz", "second",
                        "archive/2026-11-23/log (3).csv.gz", "third",
                        "quarantine/2026-11-23/sub/bad 1.2.csv", "x",
                        "quarantine/2026-11-23/sub/bad 1.2.csv.alasan.txt", "tidak terbaca\n",
                        "quarantine/2026-11-23/sub/bad 1.2 (2).csv", "y",
                        "quarantine/2026-11-23/sub/bad 1.2 (2).csv.alasan.txt", "juga tidak\n"));
        assertThat(folder.resolve(Inbox.ASIDE)).isEmptyDirectory();
    }

    @Test
    void whatAProcessLeftTakenComesFirst() throws IOException {
        write("a.csv", "a", 3600);
        TakenFile copied = take();
        write("b.csv", "b", 7200);
        take();
        write("b.csv", "another b", 9000);
        // It ended after it had copied a file to another file system, and before it deleted it.
        Files.createDirectories(root.resolve("archive/2026-11-23"));
        Files.copy(copied.file(), root.resolve("archive/2026-11-23/a.csv"));

        List<TakenFile> taken = inbox().take(NOW).files();
        assertThat(taken).extracting(TakenFile::name).containsExactly("b.csv", "a.csv", "b.csv");
        for (TakenFile file : taken) {
            file.archive(NIGHT, List.of());
            file.archive(NIGHT, List.of());
        }
        copied.archive(NIGHT, List.of());

        assertThat(tree(root))
                .isEqualTo(Map.of(
                        "archive/2026-11-23/a.csv", "a",
                        "archive/2026-11-23/b.csv", "b",
                        "archive/2026-11-23/b (2).csv", "another b"));
    }

    @Test
    void theArchiveMayStandOnAnotherFileSystem() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(root)));
        Path elsewhere = Files.createTempDirectory(memory, "patuh");
        try {
            write("a.csv", "a", 3600);
            Inbox inbox = new Inbox(folder, elsewhere.resolve("archive"), root, Duration.ofMinutes(1));
            inbox.take(NOW).files().get(0).archive(NIGHT, List.of());

            assertThat(tree(elsewhere)).isEqualTo(Map.of("archive/2026-11-23/a.csv", "a"));
            assertThat(tree(root)).isEmpty();
        } finally {
            Files.delete(elsewhere.resolve("archive/2026-11-23/a.csv"));
            Files.delete(elsewhere.resolve("archive/2026-11-23"));
            Files.delete(elsewhere.resolve("archive"));
            Files.delete(elsewhere);
        }
    }

    private Inbox inbox() {
        return new Inbox(folder, root.resolve("archive"), root.resolve("quarantine"), Duration.ofMinutes(1));
    }

    private TakenFile take() throws IOException {
        List<TakenFile> files = inbox().take(NOW).files();
        return files.get(files.size() - 1);
    }

    private Path put(String name, int secondsAgo) throws IOException {
        return write(name, name, secondsAgo);
    }

    private Path write(String name, String content, int secondsAgo) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(secondsAgo)));
    }

    private static List<String> names(Inbox.Taking taking) {
        assertThat(taking.unreadable()).isEmpty();
        return taking.files().stream().map(TakenFile::name).toList();
    }

    private static Map<String, String> tree(Path from) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> tree.put(from.relativize(file).toString(), read(file)));
        }
        return tree;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
