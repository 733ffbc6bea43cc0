package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.sop.Sop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written of an SOP is read back as an equal one. */
class SopYamlWriterTest {

    @Test
    void theSopsOfTheRuleSetAreReadBack() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules/sop"))) {
            for (Path file : files.toList()) {
                Sop sop = RuleSetReader.readSop(file.toString(), Files.readString(file));
                assertThat(RuleSetReader.readSop(sop.file(), SopYamlWriter.write(sop)))
                        .isEqualTo(sop);
            }
        }
    }

    @Test
    void anySopIsReadBack() {
        for (long seed = 0; seed < 2_000; seed++) {
            Sop sop = GeneratedSop.of(seed);
            String yaml = SopYamlWriter.write(sop);
            assertThat(RuleSetReader.readSop(sop.file(), yaml))
                    .as("seed " + seed + "\n" + yaml)
                    .isEqualTo(sop);
        }
    }

    @Test
    void remarksStandBesideTheirKeys() {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("no", 3);
        step.put("title", "Menyetujui");
        step.put("outputs", List.of("x"));
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("steps", List.of(step));
        definition.put("title", "SOP: uji");

        String yaml = SopYamlWriter.write(
                definition, Map.of("in_force", "missing", "title", "check\nit", "3/within", "missing"));

        assertThat(yaml).isEqualTo("""
                title: "SOP: uji"  # check it
                in_force: null  # missing
                steps:
                  - no: 3
                    title: Menyetujui
                    within: null  # missing
                    outputs: [x]
                """);
        assertThatThrownBy(() -> RuleSetReader.readSop("x.yaml", yaml))
                .isInstanceOf(RuleSetException.class)
                .hasMessageContaining("id is missing")
                .hasMessageContaining("in_force is missing");
    }
}
