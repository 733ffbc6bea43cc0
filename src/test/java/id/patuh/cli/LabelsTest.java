package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the program exist in both languages, and read well. */
class LabelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report/html/texts",
                "report/labels",
                "report/sheet/texts",
                "chart/texts",
                "web/texts",
                "cli/help",
                "draft/notes",
                "nightly/digest/texts",
                "nightly/texts",
                "template/texts"
            })
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertThat(keys(bundle + "_en")).isEqualTo(keys(bundle));
    }

    @Test
    void englishNumbersAgreeWithWhatTheyCount() throws IOException {
        Pattern always = Pattern.compile("\\{(?:count|most|stated|times)} (?!of its)(?:\\w+ )?\\w+s\\b.*");
        List<String> wrong = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/main/resources"), Path.of("rules/messages"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith("_en.properties"))
                        .toList()) {
                    always.matcher(Files.readString(file)).results().forEach(m -> wrong.add(file + ": " + m.group()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Who reads it on a page is led to a page, and by its name. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void whatMappingsCanReadNamesBothWaysToMakeOne(String language) throws IOException {
        String page = texts("web/texts" + language).getProperty("mapping.title");
        List<Object> ways = texts("intake/reasons" + language).values().stream()
                .filter(text -> text.toString().contains("patuh map"))
                .toList();
        assertThat(ways).hasSize(4).allMatch(text -> text.toString().contains('"' + page + '"'));
    }

    private static Object keys(String bundle) throws IOException {
        return texts(bundle).stringPropertyNames();
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/id/patuh", bundle + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }
}
