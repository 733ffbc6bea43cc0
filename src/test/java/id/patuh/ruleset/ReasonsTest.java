package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {

    /** Words of the code that look like keys. */
    private static final Set<String> NO_REASONS = Set.of(
            "follow-up-plan",
            "by-run",
            "by-time",
            "grade-undecidable",
            "last-day",
            "not-judged",
            "nothing-planned",
            "in-force",
            "auto-generated",
            "answer-within-seconds",
            "due-within-days",
            "webhook-id",
            "webhook-signature",
            "webhook-timestamp");

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ruleset",
                "rulebook",
                "ledger",
                "facts",
                "nightly",
                "notice",
                "scope",
                "store",
                "vault",
                "web/api"
            })
    void bothLanguagesHaveTheSameKeysAndPlaceholders(String bundle) throws IOException {
        assertThat(placeholders(bundle + "/reasons_en")).isEqualTo(placeholders(bundle + "/reasons"));
    }

    @ParameterizedTest
    @CsvSource({
        "ruleset,ruleset engine",
        "rulebook,rulebook",
        "ledger,ledger",
        "facts,facts",
        "nightly,nightly",
        "notice,notice",
        "scope,scope",
        "store,store",
        "vault,vault",
        "web/api,web/api"
    })
    void everyReasonInTheCodeHasATextAndEveryTextIsUsed(String bundle, String places) throws IOException {
        Set<String> used = new TreeSet<>();
        for (String place : places.split(" ")) {
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
        // It names reasons of other packages, too.
        used.removeIf(key -> bundle.equals("web/api") && !key.startsWith("api-"));
        Set<String> texts = new TreeSet<>(placeholders(bundle + "/reasons").keySet());
        // One a state, named by it.
        texts.removeIf(key -> key.matches("(version|waiver)-is-.*"));
        assertThat(used).isEqualTo(texts);
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        List<String> keys = new ArrayList<>();
        for (String bundle : List.of("intake", "ruleset", "rulebook", "notice", "store")) {
            keys.addAll(placeholders(bundle + "/reasons").keySet());
        }
        assertThat(keys).doesNotHaveDuplicates();
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
