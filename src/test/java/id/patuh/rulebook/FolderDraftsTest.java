package id.patuh.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RuleSetContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of a folder is taken once, and only when nobody is writing any more. */
class FolderDraftsTest {

    @TempDir
    private Path temp;

    @Test
    void whatIsAtRestIsTakenOnce() throws IOException {
        Path folder = temp.resolve("rules");
        FolderDrafts drafts = new FolderDrafts(folder, "ani", null);
        assertThat(drafts.look()).isEmpty();

        Files.createDirectory(folder);
        Path file = Files.writeString(folder.resolve("rule-set.yaml"), "a");
        assertThat(drafts.look()).isEmpty();
        assertThat(drafts.look()).map(RuleSetContent::sha256).hasValue(sha256(folder));
        assertThat(drafts.look()).isEmpty();

        for (int i = 0; i < 5; i++) {
            Files.writeString(file, "b".repeat(i));
            assertThat(drafts.look()).as("still written").isEmpty();
        }
        assertThat(drafts.look()).map(RuleSetContent::sha256).hasValue(sha256(folder));

        Files.writeString(file, "c");
        drafts.look();
        Files.move(folder, temp.resolve("away"));
        assertThat(drafts.look()).isEmpty();
        Files.move(temp.resolve("away"), folder);
        assertThat(drafts.look()).isEmpty();
        assertThat(drafts.look()).map(RuleSetContent::sha256).hasValue(sha256(folder));
    }

    @Test
    void aFolderThatIsAsItWasIsNoChange() throws IOException {
        Path file = Files.writeString(temp.resolve("rule-set.yaml"), "a");
        FolderDrafts drafts = new FolderDrafts(temp, "ani", null);
        drafts.look();
        assertThat(drafts.look()).isPresent();

        Files.writeString(file, "b");
        drafts.look();
        Files.writeString(file, "a");
        Files.writeString(temp.resolve(".swp"), "editors leave such files");
        drafts.look();
        assertThat(drafts.look()).isEmpty();
    }

    private static String sha256(Path folder) {
        return RuleSetContent.of(folder).sha256();
    }
}
