package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.spool.Spool;
import id.patuh.store.SmallDisk;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Disks that become full in the midst of a night. For more moments of it, on each disk: {@code ./mvnw test
 * -Dtest=FullDiskNightsTest -Dpatuh.moments=30}.
 */
class FullDiskNightsTest {

    private static final int MOMENTS = Integer.getInteger("patuh.moments", 1);
    private static final int MEGABYTES = 32;
    private static final long LEAST_NEEDED = 1 << 16;
    private static final int CASES = 30;
    private static final int ATTEMPTS = 50;
    private static final List<String> UNITS = List.of("Dinas Kesehatan", "Sekretariat");
    private static final List<String> NIGHTS =
            List.of("2026-06-01T18:30:00Z", "2026-06-02T18:30:00Z", "2026-06-03T18:30:00Z");
    private static final String SETTINGS = "    lease: 1s\n    shard: 7\n";
    private static final String BAD_ROW = "A,B276,abc,2025-04-14 08:00,2025-04-14 09:01\n";

    @TempDir
    private Path folder;

    /** The server runs as another user. */
    @BeforeEach
    void letServerIn() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What lies on the disk. */
    private enum Full {
        DATABASE_FILE(TestDatabase.H2, "db", 0),
        DATABASE_OF_SERVER(TestDatabase.POSTGRESQL, "db", 0.2),
        /** With archive and quarantine, to which files are moved. */
        INBOXES(TestDatabase.H2, "home", 0),
        /** To which files are copied. */
        ARCHIVE(TestDatabase.H2, "home/arsip", 0),
        TEMPORARY_FILES(TestDatabase.H2, "tmp", 0);

        private final TestDatabase database;
        private final String folder;
        /** Of what the night needs, how much there is at the first moment. */
        private final double least;

        Full(TestDatabase database, String folder, double least) {
            this.database = database;
            this.folder = folder;
            this.least = least;
        }
    }

    /** A disk, and a place of which something lies on it. */
    private final class Place implements AutoCloseable {

        private final Full full;
        private final Path folder;
        private final SmallDisk disk;
        private String url;
        private NightPlace nights;

        /** @param folder its own */
        Place(Full full, Path folder) throws IOException, InterruptedException {
            this.full = full;
            this.folder = folder;
            this.disk = new SmallDisk(folder.resolve(full.folder), MEGABYTES);
        }

        /** Runs a night of empty inboxes, so that all there is to make is made. */
        Place begin() throws IOException, SQLException {
            Files.createDirectories(folder.resolve("tmp"));
            url = full.database.newUrl(Files.createDirectories(folder.resolve("db")));
            nights = new NightPlace(folder.resolve("home"), UNITS, url, SETTINGS);
            nights.deliver(0, 0);
            runUntilOver(0);
            full.database.compact(url);
            return this;
        }

        void deliver(int night) throws IOException {
            nights.deliver(night, CASES);
            int rows = full == Full.TEMPORARY_FILES && night == 1 ? Spool.USUAL_MOST + 1 : 20;
            nights.deliver("buruk.csv", "case,sop,step,start,end\n" + BAD_ROW.repeat(rows + night));
        }

        /** A process that lost its disk may have left a lease. */
        void runUntilOver(int night) {
            CommandLineRun run = run(night);
            for (int attempt = 1; run.exitCode() != ExitCode.UNREADABLE && attempt < ATTEMPTS; attempt++) {
                run = run(night);
            }
            assertThat(run.exitCode()).as(run.toString()).isEqualTo(ExitCode.UNREADABLE);
        }

        CommandLineRun run(int night) {
            String usual =
                    System.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
            try {
                return nights.run(NIGHTS.get(night));
            } finally {
                System.setProperty("java.io.tmpdir", usual);
            }
        }

        @Override
        public void close() throws IOException {
            if (url != null) {
                full.database.drop(url);
            }
            disk.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextRunGoesOnWithTheNight(Full full) throws Exception {
        long needed;
        List<String> ledger;
        List<String> files;
        try (Place calm = place(full, "calm")) {
            long before = calm.begin().disk.used();
            calm.deliver(1);
            calm.runUntilOver(1);
            needed = Math.max(calm.disk.used() - before, LEAST_NEEDED);
            calm.deliver(2);
            calm.runUntilOver(2);
            ledger = calm.nights.ledger();
            files = calm.nights.contents();
        }
        for (int moment = 0; moment < MOMENTS; moment++) {
            try (Place disturbed = place(full, "moment" + moment)) {
                disturbed.begin().deliver(1);
                disturbed.disk.fill((long) (needed * (moment + full.least) / MOMENTS));
                assertToldClearly(disturbed.run(1), moment);
                disturbed.disk.makeRoom();
                disturbed.runUntilOver(1);
                disturbed.deliver(2);
                disturbed.runUntilOver(2);
                assertThat(disturbed.nights.ledger()).as("moment " + moment).isEqualTo(ledger);
                assertThat(disturbed.nights.contents()).as("moment " + moment).isEqualTo(files);
            }
        }
    }

    private Place place(Full full, String name) throws IOException, InterruptedException {
        return new Place(full, Files.createDirectories(folder.resolve(name)));
    }

    private static void assertToldClearly(CommandLineRun run, int moment) {
        assertThat(run.err() + run.out()).doesNotContain("Exception", "\tat ");
        boolean ended = run.exitCode() == ExitCode.INTERNAL;
        if (ended) {
            assertThat(run.err()).contains("No space left on device");
        } else {
            assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        }
        if (moment == 0) {
            assertThat(ended || run.out().contains("could not be read or emptied as a whole"))
                    .as(run.toString())
                    .isTrue();
        }
    }
}
