package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.intake.HostileFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All hostile files in one run, with the heap that the build gives to tests: each is rejected or read for what it is, none
 * makes patuh open another file or call anybody, and what stands beside them is checked.
 */
class HostileFilesTest {

    private static final String SECRET = "rahasia-7391";

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyHostileFileEndsInTheReport() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/" + SECRET + ".dtd");
            Map<String, HostileFiles.Content> files = HostileFiles.all(secret, address);
            assertThat(files).hasSizeGreaterThan(60);
            List<String> arguments = new ArrayList<>(List.of("check", "sample-data/padang/violations.csv"));
            for (Map.Entry<String, HostileFiles.Content> file : files.entrySet()) {
                arguments.add(
                        file.getValue().store(folder.resolve(file.getKey())).toString());
            }
            arguments.addAll(List.of("--as-of", "2026-11-20", "--format", "json"));

            CommandLineRun run = CommandLineRun.patuh(arguments.toArray(String[]::new));

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.UNREADABLE);
            // Addresses that a file names are shown as they stand; what lies behind them is not.
            assertThat(run.out().replace(SECRET + ".dtd", "")).doesNotContain(SECRET);
            assertNobodyCalled(server);
            assertAccountedFor(JsonMapper.shared().readTree(run.out()), files.keySet());
        }
    }

    private void assertAccountedFor(JsonNode report, Set<String> names) {
        Set<String> told = report.get("rejected")
                .valueStream()
                .map(r -> r.get("path").asString())
                .collect(Collectors.toSet());
        report.get("skipped").forEach(path -> told.add(path.asString()));
        report.get("inputs")
                .valueStream()
                .filter(i -> i.get("rows").asInt() > 0)
                .forEach(i -> told.add(i.get("path").asString()));
        assertThat(told)
                .containsAll(names.stream()
                        .map(name -> folder.resolve(name).toString())
                        .toList());
        assertThat(report.get("summary").get("byRule").get("step-missing").asInt())
                .isEqualTo(1);
    }

    private static void assertNobodyCalled(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
        } catch (SocketTimeoutException e) {
            return;
        }
        throw new AssertionError("a file made patuh call the server");
    }
}
