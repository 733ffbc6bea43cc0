package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the document is run as it is written. */
class ApiExampleTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleDoesWhatItSays() throws Exception {
        assumeTrue(isThere("curl"), "no curl on this machine: not tested");
        Matcher blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/api.md")));
        assertThat(blocks.find()).isTrue();
        try (RunningServer server = new RunningServer(TestDatabase.H2).settled()) {
            ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", blocks.group(1));
            shell.environment().put("PATUH", server.address(""));
            shell.environment().put("TOKEN", ApiClient.of(server).token());
            shell.environment().put("FOLDER", folder.toString());
            Path out = folder.resolve("out");
            Process process =
                    shell.redirectErrorStream(true).redirectOutput(out.toFile()).start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String told = Files.readString(out);
            assertThat(process.exitValue()).as(told).isZero();
            assertThat(told).contains("\"severity\":\"major\"", "after=", "\"scopes\"", "\"id\": \"step-late\"");
            assertThat(Files.readAllBytes(folder.resolve("report.xlsx"))).startsWith('P', 'K');
        }
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
