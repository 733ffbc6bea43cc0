package id.patuh.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of a folder is taken once, and only when nobody is writing any more. */
class WatchedFolderTest {

    @TempDir
    private Path temp;

    @Test
    void whatIsAtRestIsTakenOnce() throws IOException {
        Path folder = temp.resolve("rules");
        WatchedFolder watched = new WatchedFolder(folder);
        assertThat(watched.look()).isEmpty();

        Files.createDirectory(folder);
        Path file = Files.writeString(folder.resolve("rule-set.yaml"), "a");
        assertThat(watched.look()).isEmpty();
        assertThat(watched.look()).map(RuleSetContent::sha256).hasValue(sha256(folder));
        assertThat(watched.look()).isEmpty();

        for (int i = 0; i < 5; i++) {
            Files.writeString(file, "b".repeat(i));
            assertThat(watched.look()).as("still written").isEmpty();
        }
        assertThat(watched.look()).map(RuleSetContent::sha256).hasValue(sha256(folder));

        Files.writeString(file, "c");
        watched.look();
        Files.move(folder, temp.resolve("away"));
        assertThat(watched.look()).isEmpty();
        Files.move(temp.resolve("away"), folder);
        assertThat(watched.look()).isEmpty();
        assertThat(watched.look()).map(RuleSetContent::sha256).hasValue(sha256(folder));
    }

    @Test
    void aFolderThatIsAsItWasIsNoChange() throws IOException {
        Path file = Files.writeString(temp.resolve("rule-set.yaml"), "a");
        WatchedFolder watched = new WatchedFolder(temp);
        watched.look();
        assertThat(watched.look()).isPresent();

        Files.writeString(file, "b");
        watched.look();
        Files.writeString(file, "a");
        Files.writeString(temp.resolve(".swp"), "editors leave such files");
        watched.look();
        assertThat(watched.look()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldOnce() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("sop.yaml"), Path.of("nowhere"));
        WatchedFolder watched = new WatchedFolder(temp);
        assertThat(watched.look()).isEmpty();
        assertThatThrownBy(watched::look).isInstanceOf(RuleSetException.class);
        assertThat(watched.look()).isEmpty();
        assertThat(watched.look()).isEmpty();

        Files.delete(link);
        watched.look();
        assertThat(watched.look()).isPresent();
        Files.createSymbolicLink(link, Path.of("nowhere"));
        watched.look();
        assertThatThrownBy(watched::look).isInstanceOf(RuleSetException.class);
        Files.delete(link);
        watched.look();
        assertThat(watched.look()).as("was taken before").isEmpty();
        watched.again();
        assertThat(watched.look()).as("could not be taken in").isPresent();
    }

    private static String sha256(Path folder) {
        return RuleSetContent.of(folder).sha256();
    }
}
