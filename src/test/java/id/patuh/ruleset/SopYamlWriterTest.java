package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.Sop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back as the same SOP. */
class SopYamlWriterTest {

    private static final RuleSet RULES = RuleSetReader.read(Path.of("rules"));

    static Stream<Path> sops() throws IOException {
        return Files.list(Path.of("rules/sop")).sorted();
    }

    @ParameterizedTest
    @MethodSource("sops")
    void writesEverySopOfTheRuleSet(Path file) throws IOException {
        Sop sop = readSop("a.yaml", Files.readString(file));
        assertThat(written(sop)).isEqualTo(sop);
    }

    @Test
    void quotesWhatYamlWouldTakeForSomethingElse() {
        List<String> odd = List.of(
                "- a",
                "yes",
                "12",
                "2025-01-01",
                "a: b",
                "a #b",
                "[x]",
                "{x}",
                "a, b",
                "\"q\"",
                "'q'",
                "back\\slash",
                "two\nlines",
                "tab\there",
                "&x",
                "*x",
                "%x",
                "a:",
                ":a",
                " a",
                "~",
                "null",
                "1.5",
                "0x1F",
                "\u2026",
                "\ud83d\ude00 a");
        for (String text : odd) {
            String quoted = '"'
                    + text.replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n")
                            .replace("\t", "\\t")
                    + '"';
            Sop sop = readSop("a.yaml", """
                    id: X
                    title: %1$s
                    unit: %1$s
                    in_force: 2025-01-01
                    until: 2025-12-31
                    flow: free
                    clock: elapsed
                    warnings: [%1$s, %1$s]
                    roles: [Kabag]
                    role_aliases: {Kabag: [%1$s]}
                    external_inputs: [%1$s]
                    legal_basis: [{text: %1$s, source: permenpanrb-35-2012}]
                    ratified: {position: %1$s, signatory_named: true, nip_given: false}
                    steps:
                      - {no: 3, title: %1$s, inputs: [%1$s], within: null, note: %1$s, optional: false, clock: working}
                      - {no: 5, title: x, after: [3], within: %1$s, decision: {approve: 3}, deadline_from: follow-up-plan}
                    """.formatted(quoted));
            assertThat(written(sop)).as(text).isEqualTo(sop);
        }
    }

    private static Sop written(Sop sop) {
        return readSop("a.yaml", SopYamlWriter.write(sop, List.of("a\nb"), Map.of(1, List.of("c"))));
    }

    private static Sop readSop(String file, String yaml) {
        return RuleSetReader.readSop(RULES, file, yaml.getBytes(StandardCharsets.UTF_8));
    }
}
