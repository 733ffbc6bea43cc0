package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleMetadata;
import id.patuh.sop.ConstraintKind;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule has what users and auditors need of it. Whoever adds a rule learns here what is still to be written. */
class RuleCatalogTest {

    private static final Path FOLDER = Path.of("rules");
    private static final RuleSet RULES = RuleSetReader.read(FOLDER);
    private static final List<RuleMetadata> CATALOG = RULES.rules().catalog();

    @Test
    void nothingIsLacking() {
        assertThat(RuleLibrary.lint(RuleSetContent.of(FOLDER), RuleCache.none()))
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
    }

    @Test
    void everyRuleHasASentenceThatNamesItsParametersOnly() {
        Pattern placeholder = Pattern.compile("\\{([^}]*)}");
        for (RuleMetadata rule : CATALOG) {
            for (String language : List.of("id", "en")) {
                assertThat(RULES.messages().keys(language)).contains(rule.id() + Messages.SENTENCE);
                Matcher named = placeholder.matcher(RULES.messages()
                        .text(rule.id() + Messages.SENTENCE, language)
                        .orElseThrow());
                while (named.find()) {
                    assertThat(rule.parameters())
                            .as(rule.id())
                            .contains(named.group(1).replaceFirst("^parameter:", ""));
                }
            }
        }
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
    void rulesImportOnlyFactsAndTheCollector() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("drl"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                assertThat(Files.readString(file).lines().filter(l -> l.startsWith("import ")))
                        .as(file.toString())
                        .allMatch(l -> l.matches(
                                "import id\\.patuh\\.(engine\\.Violations|sop\\.\\w+|sop\\.lint\\.\\w+|skm\\.\\w+);"));
            }
        }
    }
}
