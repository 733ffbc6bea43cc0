package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share the nights of one PostgreSQL. With more of them, and of units: {@code -Dpatuh.nodes=4 -Dpatuh.units=12}. */
class NightNodesTest {

    private static final int NODES = Integer.getInteger("patuh.nodes", 2);
    private static final int CASES = 30;
    private static final int UNIT_COUNT = Integer.getInteger("patuh.units", 4);
    private static final List<String> UNITS =
            IntStream.rangeClosed(1, UNIT_COUNT).mapToObj(i -> "Unit " + i).toList();
    /** Of today: it has come, wherever the machine is. */
    private static final String SETTINGS = "    at: \"00:00\"\n    lease: 2s\n    shard: 5\n";

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void manyNodesComeToTheLedgerOfOne() throws Exception {
        List<String> ofOne = run("one", 1, false);
        assertThat(String.join("\n", ofOne)).contains("change=NEW", "COMPLETED");
        assertThat(run("frozen", NODES, true)).isEqualTo(ofOne);
        for (int nodes = 2; nodes < NODES; nodes++) {
            assertThat(run(nodes + " nodes", nodes, false)).isEqualTo(ofOne);
        }
    }

    /** What is told once all nights are over, by nodes of which one serves pages; one node may have stood still in the midst, and gone on afterwards. */
    private List<String> run(String name, int nodes, boolean freeze) throws Exception {
        NightPlace place = new NightPlace(folder.resolve(name), UNITS, TestDatabase.POSTGRESQL, SETTINGS);
        place.deliver(0, CASES);
        place.await(0);
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < nodes; i++) {
                processes.add(i == 1 ? place.serve() : place.start("--daemon"));
            }
            if (freeze) {
                place.await(1);
                signal(processes.get(0), "STOP");
            }
            place.await(UNITS.size());
            if (freeze) {
                signal(processes.get(0), "CONT");
                Thread.sleep(TimeUnit.SECONDS.toMillis(5));
            }
        } finally {
            for (Process process : processes) {
                process.destroy();
            }
            for (Process process : processes) {
                process.waitFor();
            }
        }
        return place.told();
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assumeTrue(kill.waitFor() == 0, "no signals on this machine");
    }
}
