package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ConstraintKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user sees of the constraints of an SOP that was added to the rule set. */
class ConstraintReportTest {

    /** Broken by a case of which steps 1, 1, 2, 3 and 2 were done by one person, one after the other. */
    private static final List<String> BROKEN = List.of(
            "{id: c01, kind: existence, steps: [4]}",
            "{id: c02, kind: absence, steps: [1], count: 2, severity: info}",
            "{id: c03, kind: exactly, steps: [2]}",
            "{id: c04, kind: init, steps: [2]}",
            "{id: c05, kind: end, steps: [1]}",
            "{id: c06, kind: responded-existence, steps: [1, 4]}",
            "{id: c07, kind: co-existence, steps: [4, 2]}",
            "{id: c08, kind: response, steps: [2, 1]}",
            "{id: c09, kind: precedence, steps: [3, 1], basis: sop-b276/peringatan}",
            "{id: c10, kind: succession, steps: [2, 1]}",
            "{id: c11, kind: alternate-response, steps: [1, 2]}",
            "{id: c12, kind: alternate-precedence, steps: [1, 2]}",
            "{id: c13, kind: alternate-succession, steps: [1, 2]}",
            "{id: c14, kind: chain-response, steps: [1, 3]}",
            "{id: c15, kind: chain-precedence, steps: [1, 2]}",
            "{id: c16, kind: chain-succession, steps: [1, 2]}",
            "{id: c17, kind: not-co-existence, steps: [1, 2]}",
            "{id: c18, kind: not-succession, steps: [1, 2]}",
            "{id: c19, kind: not-chain-succession, steps: [1, 2]}",
            "{id: c20, kind: choice, steps: [4, 5]}",
            "{id: c21, kind: exclusive-choice, steps: [4, 5]}",
            "{id: c22, kind: four-eyes, steps: [1, 2]}",
            "{id: c23, kind: same-person, steps: [2, 3]}",
            "{id: c24, kind: different-persons, steps: [1]}",
            "{id: c25, kind: within, steps: [1, 4], limit: 3 hari}");

    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void copyRules() throws IOException {
        rules = folder.resolve("rules");
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = rules.resolve(Path.of("rules").relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyKindSaysInBothLanguagesWhatIsDemandedAndWhatWasFound(String language) throws IOException {
        addSop("flow: free", BROKEN);
        Path log = log("""
                case,sop,step,person,start,end
                A,UJI,1,P-1,2026-03-02 08:00,2026-03-02 08:10
                A,UJI,1,P-1,2026-03-02 08:20,2026-03-02 08:30
                A,UJI,2,P-1,2026-03-02 08:40,2026-03-02 08:50
                A,UJI,3,P-2,2026-03-02 09:00,2026-03-02 09:10
                A,UJI,2,P-1,2026-03-02 09:20,2026-03-02 09:30
                """);

        List<JsonNode> violations = violations(check(log, "--lang", language, "--format", "json"));

        assertThat(violations)
                .extracting(v -> v.path("rule").asString())
                .containsExactlyInAnyOrder(Stream.of(ConstraintKind.values())
                        .map(ConstraintKind::rule)
                        .toArray(String[]::new));
        Set<String> fingerprints = new HashSet<>();
        for (JsonNode violation : violations) {
            for (String text : List.of("message", "expected", "actual")) {
                assertThat(violation.path(text).asString())
                        .as(violation.path("rule").asString() + " " + text)
                        .isNotBlank()
                        .doesNotContain("{", "}", "null", "NEVER", "NONE");
            }
            assertThat(violation.path("message").asString())
                    .contains("A")
                    .containsPattern("[1-5] \\((Terima|Periksa|Putus|Arsip|Tolak)\\)")
                    .contains(violation.path("constraint").asString())
                    .doesNotContain(" -");
            assertThat(violation.path("basis").asString())
                    .startsWith(
                            "SOP UJI batasan " + violation.path("constraint").asString());
            assertThat(violation.path("evidence")).isNotEmpty();
            fingerprints.add(violation.path("fingerprint").asString());
        }
        assertThat(fingerprints).hasSize(BROKEN.size());
        assertThat(violations.get(0).path("severity").asString()).isEqualTo("critical");
        JsonNode info = named(violations, "c02");
        assertThat(info.path("severity").asString()).isEqualTo("info");
        assertThat(info.path("evidence").get(0).path("row").asInt()).isEqualTo(3);
        assertThat(named(violations, "c09").path("basis").asString()).contains("B276");
        JsonNode within = named(violations, "c25");
        assertThat(within.path("actual").asString())
                .isEqualTo(language.equals("id") ? "tidak pernah dilaksanakan" : "never done");
        assertThat(within.path("evidence")).hasSize(1);
    }

    @Test
    void aLogWithoutEndsOrPersonsLeavesOnlyWhatNeedsThemOpen() throws IOException {
        addSop("flow: free", BROKEN);
        Path log = log("""
                case,sop,step,start
                A,UJI,1,2026-03-02 08:00
                A,UJI,2,2026-03-02 08:20
                A,UJI,4,2026-03-02 08:40
                """);

        JsonNode report = check(log, "--format", "json");

        assertThat(notEvaluated(report))
                .containsExactlyInAnyOrder("constraint-four-eyes", "constraint-same-person", "constraint-within");
        assertThat(violations(report))
                .extracting(v -> v.path("constraint").asString())
                .contains("c04", "c05", "c17");
    }

    @Test
    void aLogWithoutEndsDoesNotSayWhetherACaseThatCameToItsLastStepIsClosed() throws IOException {
        addSop("flow: sequential", List.of(BROKEN.get(0), "{id: late, kind: response, steps: [5, 1]}"));
        Path log = log("""
                case,sop,step,start
                A,UJI,1,2026-03-02 08:00
                B,UJI,1,2026-03-02 08:00
                B,UJI,5,2026-03-02 08:20
                """);

        JsonNode report = check(log, "--format", "json");

        assertThat(notEvaluated(report)).containsExactlyInAnyOrder("constraint-existence", "constraint-response");
        assertThat(report.path("notEvaluated").toString()).contains("c01", "1 berkas");
        assertThat(violations(report)).noneMatch(v -> v.path("rule").asString().startsWith("constraint-"));
    }

    @Test
    void anExportThatShowsSomeStepsOnlyIsNotJudgedByTheOthers() throws IOException {
        addSop("flow: free", BROKEN);
        Path log = log("""
                Nomor,Diterima,Diperiksa
                A,2026-03-02 08:00,2026-03-02 08:30
                """);
        Path mapping = Files.writeString(folder.resolve("m.yaml"), """
                id: uji
                title: Uji
                kind: activity-log
                times: ["yyyy-MM-dd HH:mm"]
                columns: {case: Nomor}
                constants: {sop: UJI}
                activities:
                  - {columns: {start: Diterima, end: Diterima}, constants: {step: 1}}
                  - {columns: {start: Diperiksa, end: Diperiksa}, constants: {step: 2}}
                """);

        JsonNode report = check(log, "--format", "json", "--mapping", mapping.toString());

        assertThat(violations(report))
                .extracting(v -> v.path("constraint").asString())
                .containsExactlyInAnyOrder("c08", "c10", "c17", "c18");
        assertThat(notEvaluated(report))
                .contains("constraint-existence", "constraint-init", "constraint-end", "constraint-chain-response")
                .contains("constraint-choice", "constraint-within", "constraint-precedence")
                .doesNotContain("constraint-absence", "constraint-not-succession", "constraint-alternate-succession");
    }

    @Test
    void theExampleInTheGuideIsOneAndIsShownWithItsRules() throws IOException {
        Matcher example = Pattern.compile("```yaml\n(id: IZIN-7.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/rules.md")));
        assertThat(example.find()).isTrue();
        Files.writeString(rules.resolve("sop/izin-7.yaml"), example.group(1));

        CommandLineRun run = CommandLineRun.patuh("sop", "show", "IZIN-7", "--rules", rules.toString());

        assertThat(run.out())
                .contains("check-first: precedence 2 (Memeriksa berkas), 4 (Menetapkan izin) | critical"
                        + " | constraint-precedence\n")
                .contains("| 14 hari (working) | constraint-within\n");
        assertThat(CommandLineRun.patuh(
                                "sop", "lint", rules.resolve("sop/izin-7.yaml").toString())
                        .err())
                .isEmpty();
    }

    private void addSop(String flow, List<String> constraints) throws IOException {
        Files.writeString(rules.resolve("sop/uji.yaml"), """
                id: UJI
                title: Uji
                in_force: 2026-01-01
                %s
                steps: [{title: Terima}, {title: Periksa}, {title: Putus}, {title: Arsip}, {title: Tolak}]
                constraints: [%s]
                """.formatted(flow, String.join(", ", constraints)));
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), text);
    }

    private JsonNode check(Path log, String... options) {
        List<String> args =
                new ArrayList<>(List.of("check", log.toString(), "--rules", rules.toString(), "--as-of", "2026-11-20"));
        args.addAll(List.of(options));
        CommandLineRun run = CommandLineRun.patuh(args.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return JsonMapper.shared().readTree(run.out());
    }

    private static List<JsonNode> violations(JsonNode report) {
        List<JsonNode> violations = new ArrayList<>();
        report.path("violations").forEach(v -> {
            if (v.path("rule").asString().startsWith("constraint-")) {
                violations.add(v);
            }
        });
        return violations;
    }

    private static JsonNode named(List<JsonNode> violations, String constraint) {
        return violations.stream()
                .filter(v -> v.path("constraint").asString().equals(constraint))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> notEvaluated(JsonNode report) {
        Set<String> rules = new HashSet<>();
        report.path("notEvaluated").forEach(n -> {
            if (n.path("rule").asString().startsWith("constraint-")) {
                rules.add(n.path("rule").asString());
            }
        });
        return rules;
    }
}
