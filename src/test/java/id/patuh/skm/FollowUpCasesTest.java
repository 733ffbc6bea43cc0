package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The cases of the follow-up rules, with the surveys' order of unsur made by the test. */
class FollowUpCasesTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @TestFactory
    Stream<DynamicTest> rulesFindExactlyWhatTheirCasesName() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("rules/tests/rtl"))) {
            for (Path file : files.sorted().toList()) {
                String rule = file.getFileName().toString().replace(".yaml", "");
                YAML.readTree(Files.readString(file))
                        .forEach(c -> tests.add(DynamicTest.dynamicTest(
                                rule + ": " + c.get("name").asString(), () -> verify(rule, c))));
            }
        }
        return tests.stream();
    }

    private static void verify(String rule, JsonNode given) {
        LocalDate asOf = LocalDate.parse(given.path("as_of").asString("2026-11-20"));
        FollowUpSample sample = FollowUpSample.of(given.get("given").toString(), asOf);
        assertThat(sample.found(rule)).containsExactlyInAnyOrderElementsOf(strings(given, "finds"));
        if (given.has("severity")) {
            assertThat(sample.violations())
                    .filteredOn(v -> v.rule().equals(rule))
                    .allMatch(v ->
                            v.severity().word().equals(given.get("severity").asString()));
        }
        for (String subject : strings(given, "not_evaluated")) {
            assertThat(sample.notEvaluated(rule)).anyMatch(s -> s.contains(subject));
        }
    }

    private static List<String> strings(JsonNode node, String key) {
        List<String> all = new ArrayList<>();
        node.path(key).forEach(n -> all.add(n.asString()));
        return all;
    }
}
