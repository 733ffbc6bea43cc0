package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the program exist in both languages. */
class LabelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"report/labels", "cli/help", "draft/notes", "template/texts"})
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertThat(keys(bundle + "_en")).isEqualTo(keys(bundle));
    }

    private static Object keys(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/id/patuh", bundle + ".properties"))) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }
}
