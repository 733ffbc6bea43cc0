package id.patuh.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database file of each test's own, that each command opens and closes. */
abstract class DatabaseOfTest {

    static final String DATABASE = "patuh.db.url";

    @TempDir
    Path folder;

    @BeforeEach
    void useDatabaseOfTest() {
        System.setProperty(DATABASE, "jdbc:h2:file:" + folder.resolve("db/patuh") + ";USER=patuh");
    }

    @AfterEach
    void leaveDatabase() {
        System.clearProperty(DATABASE);
    }
}
