package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that are killed at any moment of a night. For many of them: {@code ./mvnw test -Dtest=KilledNightsTest
 * -Dpatuh.kills=100}, on each database.
 */
class KilledNightsTest {

    private static final int KILLS = Integer.getInteger("patuh.kills", 3);
    private static final int MOST_IN_A_NIGHT = 4;
    private static final int CASES = 40;
    private static final List<String> UNITS = List.of("Dinas Kesehatan", "Sekretariat");
    private static final List<String> NIGHTS =
            List.of("2026-06-01T18:30:00Z", "2026-06-02T18:30:00Z", "2026-11-19T18:30:00Z");
    private static final List<Integer> OVER = List.of(ExitCode.OK, ExitCode.VIOLATIONS, ExitCode.UNREADABLE);

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    private int kills;

    @ParameterizedTest
    @EnumSource
    void theLedgerIsThatOfNightsThatNobodyDisturbed(TestDatabase database) throws Exception {
        NightPlace calm = place("calm", database);
        long begun = System.nanoTime();
        for (int night = 0; night < NIGHTS.size(); night++) {
            calm.deliver(night, CASES);
            assertThat(start(calm, night).waitFor()).isEqualTo(ExitCode.UNREADABLE);
        }
        long usual = (System.nanoTime() - begun) / NIGHTS.size();
        List<String> expected = calm.told();
        assertThat(String.join("\n", expected)).contains("change=NEW", "COMPLETED", "arsip", "rusak.csv.alasan.txt");

        for (int round = 0; kills < KILLS; round++) {
            NightPlace disturbed = place("round" + round, database);
            for (int night = 0; night < NIGHTS.size(); night++) {
                disturbed.deliver(night, CASES);
                runDisturbed(disturbed, night, usual);
            }
            assertThat(disturbed.told()).as("round " + round).isEqualTo(expected);
        }
    }

    private NightPlace place(String name, TestDatabase database) throws IOException {
        return new NightPlace(
                folder.resolve(name), folder.resolve("cache"), UNITS, database, "    lease: 1s\n    shard: 7\n");
    }

    private static Process start(NightPlace place, int night) throws IOException {
        return place.start("--as-of", NIGHTS.get(night));
    }

    private void runDisturbed(NightPlace place, int night, long usual) throws IOException, InterruptedException {
        boolean over = false;
        int left = MOST_IN_A_NIGHT;
        while (!over) {
            Process process = start(place, night);
            long patience = left == 0 ? TimeUnit.MINUTES.toNanos(5) : (long) (random.nextDouble() * usual);
            if (process.waitFor(patience, TimeUnit.NANOSECONDS)) {
                over = OVER.contains(process.exitValue());
            } else {
                process.destroyForcibly().waitFor();
                kills++;
                left--;
            }
        }
    }
}
