package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    // Words of the code that look like keys.
    private static final Set<String> NO_REASONS =
            Set.of("activity-log", "published-result", "follow-up", "windows-1252", "us-ascii");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        assertThat(placeholders("reasons_en.properties")).isEqualTo(placeholders("reasons.properties"));
    }

    @Test
    void everyReasonInTheCodeHasATextAndEveryTextIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/id/patuh/intake"))) {
            for (Path source : sources.toList()) {
                KEY.matcher(Files.readString(source))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(used::add);
            }
        }
        used.removeAll(NO_REASONS);
        assertThat(used).isEqualTo(placeholders("reasons.properties").keySet());
    }

    private static Map<String, Set<String>> placeholders(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(Intake.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        Map<String, Set<String>> placeholders = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            placeholders.put(
                    key,
                    Pattern.compile("\\{(\\w+)}")
                            .matcher(texts.getProperty(key))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return placeholders;
    }
}
