package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.report.Language;
import id.patuh.report.Reasons;
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
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {

    /** Words of the code that look like keys. */
    private static final Set<String> NO_REASONS = Set.of(
            "follow-up-plan",
            "by-run",
            "by-time",
            "grade-undecidable",
            "last-day",
            "not-judged",
            "not-evaluated",
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
    @MethodSource("bundles")
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
        "submission,submission web/check",
        "vault,vault",
        "web,web",
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
        used.removeIf(key -> bundle.equals("web") && !key.startsWith("server-"));
        Set<String> texts = new TreeSet<>(placeholders(bundle + "/reasons").keySet());
        // One a state, named by it.
        texts.removeIf(key -> key.matches("(version|waiver)-is-.*"));
        assertThat(used).isEqualTo(texts);
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        List<String> keys = new ArrayList<>();
        for (String bundle : bundles()) {
            keys.addAll(placeholders(bundle + "/reasons").keySet());
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsFound(String bundle) throws IOException {
        for (String key : placeholders(bundle + "/reasons").keySet()) {
            assertThat(Reasons.text(key, Map.of(), Language.ID)).isNotBlank();
        }
    }

    /** The packages that have reasons. */
    static List<String> bundles() throws IOException {
        Path root = Path.of("src/main/resources/id/patuh");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("reasons.properties"))
                    .map(file -> root.relativize(file.getParent()).toString())
                    .sorted()
                    .toList();
        }
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
