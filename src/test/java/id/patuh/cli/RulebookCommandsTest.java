package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RulesCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a version at the command line, in a database file that each command opens and closes. */
class RulebookCommandsTest {

    private static final String DATABASE = "patuh.db.url";

    @TempDir
    private Path folder;

    @BeforeEach
    void useDatabaseOfTest() {
        System.setProperty(DATABASE, "jdbc:h2:file:" + folder.resolve("db/patuh") + ";USER=patuh");
    }

    @AfterEach
    void leaveDatabase() {
        System.clearProperty(DATABASE);
    }

    @Test
    void aChangeGoesItsWholeWayAndBack() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        RulesCopy copy = new RulesCopy(rules);
        Path report = Files.writeString(folder.resolve("report.txt"), "644 lulus");
        assertThat(rules("history").out()).contains("still empty");
        for (int version = 1; version <= 2; version++) {
            String n = "" + version;
            copy.write("GLOSSARY.md", "version " + n);
            done(rules("draft", rules.toString(), "--comment", "change " + n, "--user", "Ani"));
            assertThat(rules("propose", n, "--user", "ani").err()).contains("still a draft");
            done(rules("tested", n, "--report", report.toString(), "--user", "ani"));
            done(rules("propose", n, "--user", "ani"));
            CommandLineRun own = rules("approve", n, "--user", " ANI ");
            assertThat(own.exitCode()).isEqualTo(2);
            assertThat(own.err()).isEqualTo("Version " + n + " cannot be approved by its own author.\n");
            done(rules("approve", n, "--user", "budi"));
            done(rules("publish", n, "--user", "budi"));
        }
        done(rules("rollback", "1", "--comment", "too early", "--user", "citra"));

        CommandLineRun history = rules("history");
        assertThat(history.out()).contains("drafted", "change 2", "rolled back to", "too early", ": version 1 (");
        Matcher head = Pattern.compile("Hash of the history: (\\w{64})").matcher(history.out());
        assertThat(head.find()).isTrue();
        CommandLineRun verified = rules("verify", "--head", head.group(1).toUpperCase());
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).contains("11").contains(head.group(1));
        CommandLineRun other = rules("verify", "--head", "0".repeat(64));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).contains("cut off");
    }

    @Test
    void aLaterDateIsThatDayInItsZone() throws IOException {
        Path report = Files.writeString(folder.resolve("report.txt"), "644 lulus");
        done(rules("draft", "--comment", "first", "--user", "ani"));
        done(rules("tested", "1", "--report", report.toString()));
        done(rules("propose", "1"));
        done(rules("approve", "1", "--user", "budi"));
        assertThat(rules("publish", "1", "--effective", "31-12-2099").err()).contains("31-12-2099");
        assertThat(rules("publish", "1", "--effective", "2020-01-01").err()).contains("has passed");
        done(rules("publish", "1", "--effective", "2099-01-01", "--zone", "Asia/Jayapura"));
        assertThat(rules("history").out()).contains("in force from 2098-12-31 22:00:00", "none yet");
        assertThat(rules("history", "--as-of", "2098-12-31T22:00").out()).contains(": version 1 (");
        assertThat(rules("history", "--as-of", "2098-12-31T21:59:59").out()).contains("none yet");
    }

    @Test
    void whatDoesNotCompileIsRefusedWithItsPlace() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        new RulesCopy(rules).write("rule-set.yaml", "name: [");
        CommandLineRun run = rules("draft", rules.toString(), "--comment", "broken");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("rule-set.yaml:");
        assertThat(rules("history").out()).contains("still empty");
    }

    @Test
    void aDatabaseThatCannotBeUsedIsNamed() {
        System.setProperty(DATABASE, "jdbc:nothing:here");
        CommandLineRun run = rules("history");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("The database cannot be used (").hasLineCount(1);
    }

    private static void done(CommandLineRun run) {
        assertThat(List.of(run.exitCode(), run.err())).isEqualTo(List.of(0, ""));
    }

    private static CommandLineRun rules(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "rules";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--lang";
        all[args.length + 2] = "en";
        return CommandLineRun.patuh(all);
    }
}
