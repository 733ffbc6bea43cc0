package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleMetadata;
import id.patuh.sop.ConstraintKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every rule has what users and auditors need of it. Whoever adds a rule learns here what is still to be written. */
class RuleCatalogTest {

    private static final Path FOLDER = Path.of("rules");
    private static final RuleSet RULES = RuleSetReader.read(FOLDER);
    private static final List<RuleMetadata> CATALOG = RULES.rules().catalog();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Test
    void rulesOfOneIdDifferInSeverityOnly() {
        Map<String, List<RuleMetadata>> byId = CATALOG.stream().collect(Collectors.groupingBy(RuleMetadata::id));
        byId.forEach((id, variants) -> {
            assertThat(variants)
                    .extracting(RuleMetadata::basis)
                    .as(id)
                    .containsOnly(variants.get(0).basis());
            assertThat(variants)
                    .extracting(RuleMetadata::parameters)
                    .as(id)
                    .containsOnly(variants.get(0).parameters());
        });
    }

    @Test
    void everyKindOfConstraintHasItsRule() {
        Set<String> rules = CATALOG.stream()
                .map(RuleMetadata::id)
                .filter(id -> id.startsWith("constraint-"))
                .collect(Collectors.toSet());
        assertThat(ConstraintKind.values()).extracting(ConstraintKind::rule).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void idsAreWordsWithHyphens() {
        assertThat(CATALOG).extracting(RuleMetadata::id).allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void everyBasisResolvesToAClause() {
        assertThat(CATALOG).extracting(RuleMetadata::basis).allMatch(RULES.sources()::resolves);
    }

    @Test
    void everyRuleHasAMessageAndATitleInBothLanguages() {
        for (String language : List.of("id", "en")) {
            for (RuleMetadata rule : CATALOG) {
                assertThat(RULES.messages().keys(language)).as(language).contains(rule.id(), rule.id() + ".title");
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() {
        assertThat(RULES.messages().keys("en")).isEqualTo(RULES.messages().keys("id"));
        for (String key : RULES.messages().keys("id")) {
            assertThat(placeholders(key, "en")).as(key).isEqualTo(placeholders(key, "id"));
        }
    }

    @Test
    void everyTextBelongsToARuleOrToANeed() {
        Set<String> ids = CATALOG.stream().map(RuleMetadata::id).collect(Collectors.toSet());
        Set<String> needs = CATALOG.stream()
                .flatMap(r -> r.needs().stream())
                .map(n -> "needs." + n.replace(':', '.'))
                .collect(Collectors.toSet());
        assertThat(RULES.messages().keys("id"))
                .allMatch(key -> key.startsWith("reason.")
                        || needs.contains(key)
                        || ids.contains(key.replaceFirst("\\.(title|expected|actual)$", "")));
        assertThat(RULES.messages().keys("id")).containsAll(needs);
    }

    @Test
    void everyRuleHasADocPageAndEveryDocPageARule() {
        Set<String> pages = files("docs", ".md");
        assertThat(pages).isEqualTo(rulesByTopic(".md"));
        for (String page : pages) {
            assertThat(text(FOLDER.resolve("docs").resolve(page)))
                    .as(page)
                    .startsWith("# " + page.replaceFirst(".*/", "").replace(".md", "") + "\n")
                    .contains("**What it finds.**", "**Why.**", "**Example.**", "**Limits.**");
        }
    }

    @Test
    void everyRuleHasCasesThatFireAndCasesThatAreSilent() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        assertThat(files("tests", ".yaml")).isEqualTo(rulesByTopic(".yaml"));
        for (String file : files("tests", ".yaml")) {
            List<Boolean> fires = new ArrayList<>();
            for (JsonNode one : yaml.readTree(text(FOLDER.resolve("tests").resolve(file)))) {
                fires.add(!one.path("finds").isEmpty());
            }
            assertThat(fires).as(file).hasSizeGreaterThanOrEqualTo(3).contains(true, false);
        }
    }

    @Test
    void rulesNameTheParametersThatTheyReadAndEveryParameterIsUsed() {
        for (String file : files("drl", ".drl")) {
            String drl = text(FOLDER.resolve("drl").resolve(file));
            Matcher read = Pattern.compile("(?:count|decimal|text|words|limit)\\(\"([^\"]+)\"\\)")
                    .matcher(drl);
            while (read.find()) {
                assertThat(CATALOG).anyMatch(r -> r.parameters().contains(read.group(1)));
            }
        }
    }

    @Test
    void rulesImportOnlyFactsAndTheCollector() {
        for (String file : files("drl", ".drl")) {
            assertThat(text(FOLDER.resolve("drl").resolve(file)).lines().filter(l -> l.startsWith("import ")))
                    .as(file)
                    .allMatch(l -> l.matches(
                            "import id\\.patuh\\.(engine\\.Violations|sop\\.\\w+|sop\\.lint\\.\\w+|skm\\.\\w+);"));
        }
    }

    private static Set<String> rulesByTopic(String ending) {
        // A rule that stands in two topics is documented where its first severity stands.
        Map<String, String> topics = new TreeMap<>();
        CATALOG.forEach(r -> topics.merge(r.id(), r.topic(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        Set<String> names = new TreeSet<>();
        topics.forEach((id, topic) -> names.add(topic + "/" + id + ending));
        return names;
    }

    private static Set<String> placeholders(String key, String language) {
        Set<String> names = new TreeSet<>();
        Matcher matcher =
                PLACEHOLDER.matcher(RULES.messages().text(key, language).orElseThrow());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> files(String folder, String ending) {
        Path root = FOLDER.resolve(folder);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(f -> f.toString().endsWith(ending))
                    .map(f -> root.relativize(f).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
