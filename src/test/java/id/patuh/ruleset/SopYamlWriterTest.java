package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.sop.Sop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written of an SOP is read back as an equal one. */
class SopYamlWriterTest {

    @Test
    void theSopsOfTheRuleSetAreReadBack() {
        for (Sop sop : Sops.all()) {
            assertThat(Sops.read(sop.file(), SopYamlWriter.write(sop))).isEqualTo(sop);
        }
    }

    @Test
    void anySopIsReadBack() {
        for (long seed = 0; seed < 2_000; seed++) {
            Sop sop = GeneratedSop.of(seed);
            String yaml = SopYamlWriter.write(sop);
            assertThat(Sops.read(sop.file(), yaml))
                    .as("seed " + seed + "\n" + yaml)
                    .isEqualTo(sop);
        }
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
                "1: a",
                "1[x] a",
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
            Sop sop = Sops.read("a.yaml", """
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
                      - {no: 5, title: x, after: [3], within: sesuai jadwal, decision: {approve: 3}, deadline_from: follow-up-plan}
                    """.formatted(quoted));
            assertThat(Sops.read("a.yaml", SopYamlWriter.write(sop))).as(text).isEqualTo(sop);
        }
    }

    @Test
    void remarksStandBesideWhatTheyAreOf() {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("no", 3);
        step.put("title", "Menyetujui");
        step.put("outputs", List.of("x"));
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("steps", List.of(step));
        definition.put("title", "SOP: uji");

        SopRemarks remarks = new SopRemarks();
        remarks.add(null, null, "a\nb");
        remarks.add(null, "in_force", "missing");
        remarks.add(null, "title", "check\nit");
        remarks.add(3, null, "first");
        remarks.add(3, "within", "missing");

        String yaml = SopYamlWriter.write(definition, remarks);

        assertThat(yaml).isEqualTo("""
                # a b
                title: "SOP: uji"  # check it
                in_force: null  # missing
                steps:
                  # first
                  - no: 3
                    title: Menyetujui
                    within: null  # missing
                    outputs: [x]
                """);
        assertThatThrownBy(() -> Sops.read("x.yaml", yaml))
                .isInstanceOf(RuleSetException.class)
                .hasMessageContaining("id: key-absent")
                .hasMessageContaining("in_force: key-absent");
    }
}
