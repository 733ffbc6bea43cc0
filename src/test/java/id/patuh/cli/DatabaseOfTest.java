package id.patuh.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database file of each test's own, that each command opens and closes. */
abstract class DatabaseOfTest {

    static final String DATABASE = "patuh.db.url";

    @TempDir
    Path folder;

    /** What was compiled for one command is there for the next one, as it is for users. */
    @BeforeAll
    static void keepWhatIsCompiled(@TempDir Path cache) {
        System.setProperty("patuh.cache", cache.resolve("rules").toString());
        System.setProperty("patuh.build", "test");
    }

    @AfterAll
    static void keepNothing() {
        System.clearProperty("patuh.cache");
        System.clearProperty("patuh.build");
    }

    @BeforeEach
    void useDatabaseOfTest() {
        System.setProperty(DATABASE, "jdbc:h2:file:" + folder.resolve("db/patuh") + ";USER=patuh");
    }

    @AfterEach
    void leaveDatabase() {
        System.clearProperty(DATABASE);
    }
}
