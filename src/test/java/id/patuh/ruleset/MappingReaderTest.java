package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.mapping.Column;
import id.patuh.mapping.Mapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every slip in a mapping is named with its place, all of them at once; no mapping does harm. */
class MappingReaderTest {

    private static final String GOOD = """
            kind: activity-log
            zone: Asia/Jayapura
            times: [dd/MM/yyyy HH:mm, iso, excel]
            skip: {first: 2, where: [{column: Status, is: [Arsip]}]}
            columns:
              case: Tiket
              start: Masuk
              decision: {column: Putusan, values: {Oke: approve, No. 2: revise, '-': }}
            constants: {sop: B276}
            activities:
              - when: [{column: Masuk, filled: true}]
                columns: {end: Selesai}
                constants: {step: 3}
            """;

    static Stream<Arguments> slips() {
        return Stream.of(
                slip("", "m.yaml: yaml-empty"),
                slip("[]", "m.yaml:1:1: not-mapping"),
                slip("kind: x\n  y: z", "m.yaml:2:4: \"y: z\": yaml-broken"),
                slip(GOOD + "---\na: b\n", "m.yaml:15:1: yaml-documents"),
                slip(GOOD.replace("zone:", "zona:"), "m.yaml:2:7: zona \"Asia/Jayapura\": key-misspelt"),
                slip(GOOD.replace("Jayapura", "Atlantis"), "m.yaml:2:7: zone \"Asia/Atlantis\": zone-unknown"),
                slip(GOOD.replace("activity-log", "follow-up"), "m.yaml:1:7: kind \"follow-up\": choice-unknown"),
                slip(GOOD.replace("  start: M", "  strat: M"), "m.yaml:7:10: columns.strat \"Masuk\": key-misspelt"),
                slip(GOOD.replace("  start: Masuk\n", ""), "m.yaml:11:5: activities[1].columns.start: key-absent"),
                slip(GOOD.replace("dd/MM", "dd/mm"), "m.yaml:3:9: times[1] \"dd/mm/yyyy HH:mm\": time-format-undated"),
                slip(GOOD.replace("dd/MM", "bb/MM"), "m.yaml:3:9: times[1] \"bb/MM/yyyy HH:mm\": time-format-broken"),
                slip(
                        GOOD.replace("HH:mm", "hh:mm"),
                        "m.yaml:3:9: times[1] \"dd/MM/yyyy hh:mm\": time-format-clockless"),
                slip(
                        GOOD.replace("iso", "M/d/yyyy H:mm"),
                        "m.yaml:3:27: times[2] \"M/d/yyyy H:mm\": time-format-contradicts"),
                slip(
                        GOOD.replace("excel", "yyyy-dd-MM HH:mm"),
                        "m.yaml:3:32: times[3] \"yyyy-dd-MM HH:mm\": time-format-contradicts"),
                slip(
                        GOOD.replace("excel", "iso, ".repeat(20) + "iso"),
                        "m.yaml:3:27: times[2] \"iso\": time-formats-many"),
                slip(GOOD.replace("first: 2", "first: dua"), "m.yaml:4:15: skip.first \"dua\": not-row-count"),
                slip(GOOD.replace(", is: [Arsip]", ""), "m.yaml:4:26: skip.where[1]: condition-empty"),
                slip(GOOD.replace("column: Status, ", ""), "m.yaml:4:26: skip.where[1].column: key-absent"),
                slip(
                        GOOD.replace("is: [Arsip]", "is: [Arsip], is_not: [ARSIP.]"),
                        "m.yaml:4:56: skip.where[1].is_not: value-on-both-sides"),
                slip(
                        GOOD.replace("filled: true", "filled: yes"),
                        "m.yaml:11:36: activities[1].when[1].filled \"yes\": not-boolean"),
                slip(
                        GOOD.replace("'-': }", "'-': , OKE: revise}"),
                        "m.yaml:8:81: columns.decision.values.OKE \"revise\": value-alike"),
                slip(GOOD.replace("column: Putusan, ", ""), "m.yaml:8:3: columns.decision: column-or-columns"),
                slip(
                        GOOD.replace("column: Putusan,", "column: P, separator: x,"),
                        "m.yaml:8:36: columns.decision.separator \"x\": field-without-lists"),
                slip(
                        GOOD.replace("column: Putusan,", "column: P, times: iso,"),
                        "m.yaml:8:32: columns.decision.times \"iso\": field-without-times"),
                slip(GOOD.replace("No. 2: revise", "No. 2: [a]"), "columns.decision.values.No. 2: not-text"),
                slip(GOOD.replace("sop: B276", "case: 1"), "m.yaml:9:19: constants.case \"1\": field-twice"),
                slip(
                        GOOD.replace("step: 3", "first_step: dua, step: 3"),
                        "m.yaml:13:29: activities[1].constants.first_step \"dua\": not-whole-number"),
                slip(
                        GOOD.replace("end: Selesai", "first_step: A"),
                        "activities[1].columns.first_step \"A\": only-constant"),
                slip(
                        GOOD.replace("  case: Tiket", "  case: Tiket\n  case: Berkas"),
                        "m.yaml:7:3: columns.case: key-repeated"),
                slip(GOOD.replace("Tiket", "&t Tiket").replace("Masuk\n", "*t\n"), "columns.start: yaml-alias"),
                slip("x".repeat(2 << 20), "xxx...\": not-mapping"),
                slip("columns: " + "[".repeat(5_000), "m.yaml: yaml-"),
                slip("kind: survey\nactivities: []\n", "m.yaml:2:1: activities: activities-misplaced"),
                slip(
                        GOOD.replace("start: Masuk", "time: Masuk"),
                        "m.yaml:12:5: activities[1].columns.transition: key-absent"),
                slip(
                        GOOD.replace("start: Masuk", "time: Masuk\n  transition: {column: L, values: {A: finis, B: }}"),
                        "m.yaml:8:39: columns.transition.values.A \"finis\": choice-unknown"),
                slip(
                        GOOD.replace("start: Masuk", "time: Masuk").replace("{sop: B276}", "{sop: B276, transition: }"),
                        "constants.transition: not-text"),
                slip("activities: []\n", "m.yaml:1:1: activities: activities-many"),
                slip("constants: {case: A, step: B, start: C}\n", "m.yaml:1:1: columns: columns-none"),
                slip("columns: {case: A, step: B, start: ''}\n", "m.yaml:1:36: columns.start \"\": column-nameless"),
                slip("date_at: 25:00\n" + GOOD, "m.yaml:1:10: date_at \"25:00\": not-clock"),
                slip("date_at: 07:30\ncolumns: {case: A, step: B, start: C}\n", "date_at \"07:30\": times-absent"));
    }

    private static Arguments slip(String yaml, String problem) {
        return Arguments.of(problem, yaml);
    }

    private static Mapping read(String yaml) {
        return RuleSetReader.readMapping("m.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String yaml) {
        RuleSetException refused = catchThrowableOfType(RuleSetException.class, () -> read(yaml));
        return refused.problems().stream()
                .map(p -> p.place() + " " + p.reason())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void namesEverySlipWithItsPlace(String problem, String yaml) {
        assertThat(problems(yaml)).anySatisfy(p -> assertThat(p).contains(problem));
    }

    @Test
    void namesAllSlipsAtOnce() {
        assertThat(problems("zona: x\nzone: y\ncolumns: {case: A, step: B, mulai: C}\n"))
                .containsExactly(
                        "m.yaml:1:7: zona \"x\": key-misspelt",
                        "m.yaml:2:7: zone \"y\": zone-unknown",
                        "m.yaml:3:1: columns.start: key-absent",
                        "m.yaml:3:36: columns.mulai \"C\": key-unrecognised");
    }

    @Test
    void readsWhatIsRight() {
        Mapping mapping = read(GOOD);

        assertThat(mapping.columns())
                .extracting(Column::name)
                .containsExactly("Tiket", "Masuk", "Putusan", "Selesai", "Status");
        assertThat(mapping.steps()).containsExactly("3");
        assertThat(mapping.parts().get(0).fields().get("decision").translate("no 2"))
                .isEqualTo("revise");
        assertThat(new Column("No. Tiket").among(List.of("a", "no_TIKET", "No-Tiket")))
                .containsExactly(1, 2);
        assertThat(new Column("#2").among(List.of("a", "b"))).containsExactly(1);
    }

    @Test
    void theRuleSetsMappingsAreNamedAsTheirFiles(@TempDir Path folder) throws IOException {
        assertThat(new RulesCopy(folder)
                        .edit("mappings/lapor.yaml", "id: lapor", "id: sp4n")
                        .edit("mappings/lapor.yaml", "constants: {step: 1}", "constants: {stpe: 1}")
                        .problems())
                .containsExactly(
                        "mappings/lapor.yaml:6:5: id \"sp4n\": id-unlike-file",
                        "mappings/lapor.yaml:28:5: activities[1].columns.step: key-absent",
                        "mappings/lapor.yaml:29:23: activities[1].constants.stpe \"1\": key-misspelt");
    }

    @Test
    void refusesDamagedTextsInNoOtherWay() {
        Random random = new Random(20260302);
        String marks = ":{}[],-'\"\n #&*!|>%@\t?~";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int n = random.nextInt(5); n >= 0; n--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, marks.charAt(random.nextInt(marks.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, marks.charAt(random.nextInt(marks.length())));
                }
            }
            assertThatCode(() -> {
                        try {
                            read(text.toString());
                        } catch (RuleSetException e) {
                            assertThat(e.problems()).isNotEmpty();
                        }
                    })
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }
}
