package id.patuh.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every slip in a mapping is named with its line, all of them at once; no mapping does harm. */
class MappingReaderTest {

    private static final String GOOD = """
            kind: activity-log
            zone: Asia/Jayapura
            times: [dd/MM/yyyy HH:mm, iso, excel]
            skip: {first: 2, where: [{column: Status, is: [Arsip]}]}
            columns:
              case: Tiket
              start: Masuk
              decision: {column: Putusan, values: {Oke: approve, Tolak: revise, '-': }}
            constants: {sop: B276}
            activities:
              - when: [{column: Masuk, filled: true}]
                columns: {end: [Selesai]}
                constants: {step: 3}
            """.replace("{end: [Selesai]}", "{end: Selesai}");

    static Stream<Arguments> slips() {
        return Stream.of(
                slip("", "m.yaml: the file is empty"),
                slip("[]", "m.yaml:1: a mapping ought to be a group of keys"),
                slip("kind: x\n  y: z", "m.yaml:2: no YAML: mapping values are not allowed here"),
                slip(GOOD + "---\na: b\n", "m.yaml:15: a second document begins here"),
                slip(GOOD.replace("zone:", "zona:"), "m.yaml:2: key zona is unknown; known here: id, title, note,"),
                slip(GOOD.replace("Asia/Jayapura", "Asia/Atlantis"), "m.yaml:2: zone \"Asia/Atlantis\" is unknown"),
                slip(
                        GOOD.replace("activity-log", "follow-up"),
                        "m.yaml:1: kind \"follow-up\" is none of: activity-log"),
                slip(GOOD.replace("  start: Masuk", "  begin: Masuk"), "m.yaml:7: field begin is unknown; fields of"),
                slip(GOOD.replace("  start: Masuk\n", ""), "m.yaml:10: nothing says where start comes from"),
                slip(GOOD.replace("dd/MM", "dd/mm"), "m.yaml:3: time format \"dd/mm/yyyy HH:mm\" does not tell day"),
                slip(GOOD.replace("dd/MM", "bb/MM"), "m.yaml:3: time format \"bb/MM/yyyy HH:mm\" is no pattern"),
                slip(
                        GOOD.replace("iso", "M/d/yyyy H:mm"),
                        "m.yaml:3: time formats \"dd/MM/yyyy HH:mm\" and \"M/d/yyyy H:mm\" read one text as different"),
                slip(
                        GOOD.replace("excel", "yyyy-dd-MM HH:mm"),
                        "m.yaml:3: time formats \"iso\" and \"yyyy-dd-MM HH:mm\""),
                slip(GOOD.replace("first: 2", "first: dua"), "m.yaml:4: first \"dua\" is no number of rows"),
                slip(GOOD.replace(", is: [Arsip]", ""), "m.yaml:4: a condition needs is, is_not or filled"),
                slip(GOOD.replace("column: Status, ", ""), "m.yaml:4: a condition needs a column"),
                slip(
                        GOOD.replace("is: [Arsip]", "is: [Arsip], is_not: [ARSIP.]"),
                        "m.yaml:4: a value stands in is and in is_not"),
                slip(GOOD.replace("filled: true", "filled: yes"), "m.yaml:11: filled ought to be true or false"),
                slip(
                        GOOD.replace("'-': }", "'-': , OKE: revise}"),
                        "m.yaml:8: values \"Oke\" and \"OKE\" are not told"),
                slip(GOOD.replace("column: Putusan, ", ""), "m.yaml:8: decision needs either column or columns"),
                slip(GOOD.replace("column: Putusan,", "column: P, separator: x,"), "m.yaml:8: decision holds no list"),
                slip(GOOD.replace("column: Putusan,", "column: P, times: iso,"), "m.yaml:8: decision holds no times"),
                slip(GOOD.replace("Oke: approve, ", "Oke: [a], "), "m.yaml:8: what \"Oke\" means ought to be a text"),
                slip(GOOD.replace("sop: B276", "case: 1"), "m.yaml:9: case stands among columns and among constants"),
                slip(
                        GOOD.replace("step: 3", "first_step: dua, step: 3"),
                        "m.yaml:11: first_step can only be a constant"),
                slip(GOOD.replace("  case: Tiket", "  case: Tiket\n  case: Berkas"), "m.yaml:7: key case stands twice"),
                slip(
                        GOOD.replace("Tiket", "&t Tiket").replace("Masuk\n", "*t\n"),
                        "references (*name) are not allowed"),
                slip("a: " + "[".repeat(60) + "]".repeat(60), "m.yaml:1: nested deeper than 12 levels"),
                slip("x".repeat(2 << 20), "m.yaml: longer than 1048576 characters"),
                slip(
                        "kind: survey\nactivities: []\n",
                        "m.yaml:2: activities stand in a mapping of the kind activity-log"),
                slip("columns: {case: A, step: B, start: ''}\n", "m.yaml:1: a column has no name"),
                slip("date_at: 25:00\n" + GOOD, "m.yaml:1: date_at \"25:00\" is no time of day"));
    }

    private static Arguments slip(String yaml, String problem) {
        return Arguments.of(problem, yaml);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void namesEverySlipWithItsLine(String problem, String yaml) {
        MappingException refused =
                catchThrowableOfType(MappingException.class, () -> MappingReader.read("m.yaml", yaml));

        assertThat(refused).isNotNull();
        assertThat(refused.problems())
                .extracting(MappingProblem::toString)
                .anySatisfy(text -> assertThat(text).contains(problem));
    }

    @Test
    void namesAllSlipsAtOnce() {
        MappingException refused = catchThrowableOfType(
                MappingException.class,
                () -> MappingReader.read("m.yaml", "zona: x\nzone: y\ncolumns: {case: A, step: B, mulai: C}\n"));

        assertThat(refused.problems()).extracting(MappingProblem::line).containsExactly(1, 1, 2, 3);
    }

    @Test
    void readsWhatIsRight() {
        Mapping mapping = MappingReader.read("m.yaml", GOOD);

        assertThat(mapping.columns())
                .extracting(Column::name)
                .containsExactly("Tiket", "Masuk", "Putusan", "Selesai", "Status");
        assertThat(mapping.steps()).containsExactly("3");
        assertThat(new Column("No. Tiket").among(List.of("a", "no_TIKET", "No-Tiket")))
                .containsExactly(1, 2);
        assertThat(new Column("#2").among(List.of("a", "b"))).containsExactly(1);
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
                            MappingReader.read("m.yaml", text.toString());
                        } catch (MappingException e) {
                            assertThat(e.problems()).isNotEmpty();
                        }
                    })
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }
}
