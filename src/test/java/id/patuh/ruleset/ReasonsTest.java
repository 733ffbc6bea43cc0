package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Words of the code that look like keys. */
    private static final Set<String> NO_REASONS = Set.of("follow-up-plan");

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        assertThat(placeholders("ruleset/reasons_en")).isEqualTo(placeholders("ruleset/reasons"));
    }

    @Test
    void everyReasonInTheCodeHasATextAndEveryTextIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String place : List.of("ruleset", "engine")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/id/patuh", place))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    KEY.matcher(Files.readString(source))
                            .results()
                            .map(m -> m.group(1))
                            .forEach(used::add);
                }
            }
        }
        used.removeAll(NO_REASONS);
        assertThat(used).isEqualTo(placeholders("ruleset/reasons").keySet());
    }

    @Test
    void noReasonHasTheKeyOfAReasonOfTheIntake() throws IOException {
        assertThat(placeholders("ruleset/reasons").keySet())
                .doesNotContainAnyElementsOf(placeholders("intake/reasons").keySet());
    }

    private static Map<String, Set<String>> placeholders(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                ReasonsTest.class.getResourceAsStream("/id/patuh/" + bundle + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        Map<String, Set<String>> placeholders = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            placeholders.put(
                    key,
                    PLACEHOLDER
                            .matcher(texts.getProperty(key))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return placeholders;
    }
}
