package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first screen shows what the program does, to the letter. */
class ReadmeTest {

    @TempDir
    private Path folder;

    @Test
    void theLogOnTheFirstScreenYieldsTheViolationsBesideIt() throws IOException {
        Matcher blocks = Pattern.compile("```(?:csv)?\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(blocks.find()).isTrue();
        Path log = Files.writeString(folder.resolve("log.csv"), blocks.group(1));
        assertThat(blocks.find()).isTrue();
        String shown = blocks.group(1);

        CommandLineRun run = CommandLineRun.patuh("check", log.toString(), "--as-of", "2026-11-11", "--lang", "en");

        assertThat(run.out().replace(log.toString(), "log.csv")).contains(shown);
        assertThat(run.out().lines().filter(l -> l.matches(" {4}[A-Z]+ [a-z-]+")))
                .hasSize(2);
    }

    @Test
    void theLinksLeadSomewhere() throws IOException {
        Matcher links = Pattern.compile("]\\(([^)]+)\\)").matcher(Files.readString(Path.of("README.md")));
        while (links.find()) {
            assertThat(Path.of(links.group(1))).exists();
        }
    }
}
