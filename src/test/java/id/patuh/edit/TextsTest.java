package id.patuh.edit;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.report.Language;
import id.patuh.ruleset.RuleItem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables speak both languages, and what is said is what the code says. */
class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern REASON = Pattern.compile("\"(edit-[a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"texts", "reasons"})
    void bothLanguagesHaveTheSameKeysAndPlaceholders(String bundle) {
        assertThat(placeholders(bundle, Language.EN)).isEqualTo(placeholders(bundle, Language.ID));
    }

    @Test
    void everyReasonInTheCodeHasATextAndEveryTextIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/id/patuh/edit"))) {
            for (Path source : sources.toList()) {
                REASON.matcher(Files.readString(source))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(used::add);
            }
        }
        assertThat(used).isEqualTo(placeholders("reasons", Language.ID).keySet());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noTwoColumnsOfATableHaveTheSameHeading(Kind kind) {
        for (Language language : Language.values()) {
            List<String> headings = new ArrayList<>();
            EditColumn.of(kind).forEach(column -> headings.add(new Texts(language).heading(kind, column)));
            assertThat(headings).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a; b", "; ", "\"", "a\"b;c", " a", "-", "a\nb", "'x"})
    void listsComeBackAsTheyWere(String item) {
        for (List<String> items : List.of(List.of(item), List.of("x", item), List.of(item, "y", item))) {
            assertThat(CellType.LIST.read(CellType.LIST.show(items, new Texts(Language.ID))))
                    .isEqualTo(items);
        }
    }

    private static Map<String, Set<String>> placeholders(String bundle, Language language) {
        ResourceBundle texts = language.texts("id.patuh.edit." + bundle);
        Map<String, Set<String>> placeholders = new TreeMap<>();
        for (String key : texts.keySet()) {
            placeholders.put(
                    key,
                    PLACEHOLDER
                            .matcher(texts.getString(key))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return placeholders;
    }
}
