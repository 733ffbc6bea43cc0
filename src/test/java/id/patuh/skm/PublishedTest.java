package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.violation.Severity;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.violation.Violation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTest {

    private static final SourceTable ROWS = new SourceTable("test.csv", null);

    @ParameterizedTest
    @CsvSource({
        // Nine means of 3.50 make 87.50; two decimals leave 0.125 and those of the index 0.005 on either side.
        "3.50, 87.63, true",
        "3.50, 87.64, false",
        "3.50, 87.37, true",
        "3.50, 87.36, false",
        // Three decimals leave 0.0125.
        "3.500, 87.51, true",
        "3.500, 87.52, false",
        "3.500, 87.49, true",
        // An index without decimals may be rounded or cut off; from 3.540 to 88.50, so 88 and 89 both do.
        "3.540, 88, true",
        "3.540, 89, true",
        "3.540, 87, false",
        "3.540, 90, false",
        // Cut off to 87 is possible up to, but not at, 88.
        "3.519, 87, true",
        "3.520, 87, true",
        "3.521, 87, false",
        // On the scale to 100; one decimal of the index.
        "87.50, 87.5, true",
        "87.50, 87.6, false",
        // No index exceeds 100.
        "4.00, 100.00, true",
        "4.00, 99.87, true",
        "4.00, 99.86, false",
        "4.00, 100.01, false"
    })
    void anIndexFollowsWithinTheRoundingOfItsTable(String mean, String ikm, boolean follows) {
        SkmFacts facts = facts(Fixtures.published(ikm, null, List.of(), nine(mean), ""));
        assertThat(violations(facts, "index-mismatch", "weight-rounded")).hasSize(follows ? 0 : 1);
    }

    @Test
    void aRoundedWeightIsNamedInsteadOfAMismatch() {
        // 9 x 3.200 x 0.11 x 25 = 79.20, exactly 80.00; both B.
        assertThat(violations(facts(Fixtures.published("79.20", "B", List.of(), nine("3.200"), ""))))
                .extracting(
                        Violation::rule, Violation::severity, v -> v.details().get("weight"))
                .containsExactly(tuple("weight-rounded", Severity.INFO, new BigDecimal("0.11")));
        assertThat(violations(facts(Fixtures.published("79.92", "B", List.of(), nine("3.200"), ""))))
                .extracting(v -> v.details().get("weight"))
                .containsExactly(new BigDecimal("0.111"));
    }

    @Test
    void aRoundedWeightThatLosesAGradeIsMajorAndTheGradeNoSecondViolation() {
        // 88.75 is A; with 0.11 it is 87.86, B.
        SkmFacts facts = facts(Fixtures.published("87.86", "B", List.of(), nine("3.550"), ""));
        assertThat(violations(facts))
                .extracting(Violation::rule, Violation::severity)
                .containsExactly(tuple("weight-rounded", Severity.MAJOR));
        assertThat(facts.grades().get(0).grade()).isEqualTo("A");
        // A grade that is right in spite of the weight has lost nothing.
        assertThat(violations(facts(Fixtures.published("87.86", "A", List.of(), nine("3.550"), ""))))
                .extracting(Violation::severity)
                .containsExactly(Severity.INFO);
    }

    @Test
    void anIndexFromRoundedWeightedMeansFollowsFromItsTable() {
        // Nine weighted means of 0.389 (3.500 / 9 = 0.38889) make 87.525, beyond the rounding of the means alone.
        PublishedResult plain = Fixtures.published("87.53", null, List.of(), nine("3.500"), "");
        assertThat(violations(facts(plain))).hasSize(1);
        PublishedResult weighted = new PublishedResult(
                plain.survey(),
                null,
                plain.ikm(),
                null,
                List.of(),
                plain.elements().stream()
                        .map(e -> new PublishedResult.Element(
                                e.label(), e.mean(), new BigDecimal("0.389"), null, e.row()))
                        .toList(),
                false,
                plain.row());
        assertThat(violations(facts(weighted))).isEmpty();
    }

    @Test
    void theSumOfAnUnsurIsThatOfItsRows() {
        PublishedResult plain = Fixtures.published("87.50", null, List.of(), nine("3.5"), "");
        for (String sum : List.of("7", "7.0", "8", "6")) {
            PublishedResult summed = new PublishedResult(
                    plain.survey(),
                    null,
                    plain.ikm(),
                    null,
                    List.of(),
                    plain.elements().stream()
                            .map(e -> new PublishedResult.Element(
                                    e.label(), e.mean(), null, null, new BigDecimal(sum), e.row()))
                            .toList(),
                    false,
                    plain.row());
            List<ResponseRecord> responses = List.of(answers(1, 3), answers(2, 4));
            boolean wrong = !sum.startsWith("7");
            assertThat(sums(responses, summed)).hasSize(wrong ? 9 : 0);
            // A questionnaire that is not counted, or cannot be read, leaves the sum open.
            assertThat(sums(List.of(answers(1, 3), answers(2, 4), answers(2, 4)), summed))
                    .isEmpty();
            assertThat(sums(List.of(answers(1, 3), answers(2, 4), answers(3, 9)), summed))
                    .isEmpty();
        }
    }

    private static List<Violation> sums(List<ResponseRecord> responses, PublishedResult published) {
        return violations(facts(responses, published)).stream()
                .filter(v -> v.rule().equals("index-mismatch")
                        && v.subject().element() != null
                        && v.subject().element().startsWith("Jumlah "))
                .toList();
    }

    private static ResponseRecord answers(int respondent, int score) {
        BigDecimal[] scores = new BigDecimal[9];
        Arrays.fill(scores, BigDecimal.valueOf(score));
        ResponseRecord plain = Fixtures.response(Fixtures.header(Fixtures.LAW_2017), respondent, scores);
        return new ResponseRecord(
                plain.survey(), "R" + respondent, null, plain.answers(), new SourceRow(ROWS, 1, new String[0]));
    }

    @Test
    void aWrongIndexDoesNotMakeItsGradeWrongAsWell() {
        assertThat(violations(facts(Fixtures.published("80.00", "B", List.of(), nine("3.90"), ""))))
                .extracting(Violation::rule)
                .containsExactly("index-mismatch");
        assertThat(violations(facts(Fixtures.published("80.00", "D", List.of(), nine("3.90"), ""))))
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder("index-mismatch", "grade-mismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "3.53, A, grade-undecidable",
        "3.53, B, grade-undecidable",
        "3.53, C, grade-mismatch",
        "3.06, C, grade-undecidable",
        "2.60, D, grade-undecidable",
        "2.60, B, grade-mismatch",
        "3.54, A, ",
        "3.52, B, ",
        "3.532, B, grade-undecidable",
        "3.533, A, ",
        "3.54, B, grade-mismatch",
        "3.0644, B, ",
        // An index with two decimals is graded as it stands.
        "88.30, B, ",
        "88.31, A, ",
        "88.30, A, grade-mismatch",
        "88.3, B, grade-undecidable"
    })
    void aRoundedMeanHasEveryGradeOfItsRounding(String mean, String grade, String rule) {
        SkmFacts facts = facts(Fixtures.published(null, null, List.of(), nine(mean), nine(grade)));
        assertThat(Fixtures.subjects(facts, "grade-mismatch")).hasSize("grade-mismatch".equals(rule) ? 9 : 0);
        assertThat(Fixtures.subjects(facts, "grade-undecidable").stream().filter(s -> !s.equals("S")))
                .hasSize("grade-undecidable".equals(rule) ? 9 : 0);
    }

    @Test
    void aPrintedIndexSettlesWhatTheTableLeavesOpen() {
        SkmFacts open = facts(Fixtures.published(null, null, List.of(), nine("3.53"), ""));
        assertThat(open.grades().get(0).grade()).isNull();
        assertThat(open.grades().get(0).reason()).isEqualTo("grade-undecidable");
        assertThat(open.grades().get(0).ikm()).isEqualTo(new BigDecimal("88.25"));
        SkmFacts settled = facts(Fixtures.published("88.31", "A", List.of(), nine("3.53"), ""));
        assertThat(Fixtures.subjects(settled, "grade-mismatch")).isEmpty();
        assertThat(settled.grades().get(0).grade()).isEqualTo("A");
        assertThat(settled.grades().get(0).ikm()).isEqualTo(new BigDecimal("88.31"));
        SkmFacts wrong = facts(Fixtures.published("88.30", "A", List.of(), nine("3.53"), ""));
        assertThat(Fixtures.subjects(wrong, "grade-mismatch")).containsExactly("S");
    }

    @Test
    void responsesOutrankTheTableAndAreComparedWithIt() {
        List<ResponseRecord> responses = IntStream.range(0, 30)
                .mapToObj(i -> Fixtures.response(
                        Fixtures.header(Fixtures.LAW_2017),
                        i,
                        IntStream.range(0, 9)
                                .mapToObj(u -> BigDecimal.valueOf(u == 2 && i < 15 ? 3 : 4))
                                .toArray(BigDecimal[]::new)))
                .toList();
        // U3 is 3.5 exactly; all others are 4.
        PublishedResult right = Fixtures.published(
                "98.61", "A", List.of("Waktu Penyelesaian"), "4 4 3.5 4 4 4 4 4 4", "A A B A A A A A A");
        assertThat(violations(Fixtures.facts(Fixtures.binder(Fixtures.AS_OF), responses, List.of(right))))
                .isEmpty();
        PublishedResult wrong =
                Fixtures.published(null, "A", List.of(), "4.00 4.00 3.51 4.00 4.00 4.00 4.00 4.00 4.00", "");
        assertThat(violations(Fixtures.facts(Fixtures.binder(Fixtures.AS_OF), responses, List.of(wrong))))
                .extracting(Violation::rule, v -> v.subject().element(), Violation::expected, Violation::actual)
                .containsExactly(
                        tuple("index-mismatch", "Waktu Penyelesaian", new BigDecimal("3.50"), new BigDecimal("3.51")));
    }

    @ParameterizedTest
    @CsvSource({
        "Waktu Penyelesaian;Persyaratan, true",
        "Waktu Penyelesaian;Biaya/Tarif, true",
        "U3, true",
        "Persyaratan, false",
        "Persyaratan;Biaya/Tarif, false",
        "Waktu Penyelesaian;Persyaratan;Biaya/Tarif, true",
        "Waktu Penyelesaian;Persyaratan;Sarana dan Prasarana, false"
    })
    void whoIsNamedAtATieIsFree(String priorities, boolean lowest) {
        SkmFacts facts = facts(Fixtures.published(
                null, null, List.of(priorities.split(";")), "3.20 3.90 3.10 3.20 3.90 3.90 3.90 3.90 3.90", ""));
        assertThat(Fixtures.subjects(facts, "priority-mismatch")).hasSize(lowest ? 0 : 1);
    }

    @Test
    void allUnsurTiedAtTheCutAreListed() {
        SkmFacts facts =
                facts(Fixtures.published(null, null, List.of(), "3.20 3.90 3.10 3.30 3.30 3.30 3.90 3.90 3.90", ""));
        assertThat(facts.surveys().get(0).lowest())
                .extracting(RankedUnsur::rank, RankedUnsur::code, RankedUnsur::tied)
                .containsExactly(
                        tuple(1, "U3", false),
                        tuple(2, "U1", false),
                        tuple(3, "U4", true),
                        tuple(3, "U5", true),
                        tuple(3, "U6", true));
    }

    private static SkmFacts facts(PublishedResult result) {
        return facts(List.of(), result);
    }

    private static SkmFacts facts(List<ResponseRecord> responses, PublishedResult result) {
        return Fixtures.facts(Fixtures.binder(Fixtures.AS_OF), responses, List.of(result));
    }

    private static List<Violation> violations(SkmFacts facts, String... rules) {
        List<String> only = List.of(rules);
        return Fixtures.violations(facts).stream()
                .filter(v -> only.isEmpty() || only.contains(v.rule()))
                .toList();
    }

    private static String nine(String word) {
        return (word + " ").repeat(9).strip();
    }
}
