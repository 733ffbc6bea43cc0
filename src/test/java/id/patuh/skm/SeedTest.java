package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.violation.MissingFact;
import id.patuh.violation.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The report of BP3MI Jawa Tengah: means and grades of the unsur, but neither index nor respondents. */
class SeedTest {

    private final SkmFacts facts = Fixtures.facts(Fixtures.binder(Fixtures.AS_OF), List.of(), List.of(report()));

    @Test
    void threeGradesAreWrongAndTheNextSurveyIsOverdue() {
        assertThat(Fixtures.violations(facts))
                .extracting(Violation::rule, v -> v.subject().element())
                .containsExactlyInAnyOrder(
                        tuple("grade-mismatch", "Kompetensi Pelaksana"),
                        tuple("grade-mismatch", "Perilaku Pelaksana"),
                        tuple("grade-mismatch", "Sarana dan Prasarana"),
                        tuple("survey-overdue", null));
    }

    @Test
    void indexIsComputedAndGraded() {
        SurveyGrade grade = facts.grades().get(0);
        assertThat(grade.ikm()).isEqualTo(new BigDecimal("90.47"));
        assertThat(grade.grade()).isEqualTo("A");
        assertThat(grade.reason()).isNull();
        assertThat(grade.respondents()).isNull();
        assertThat(grade.elements())
                .extracting(SurveyGrade.Element::mean)
                .startsWith(new BigDecimal("3.49"), new BigDecimal("3.51"), new BigDecimal("3.40"));
        assertThat(grade.elements())
                .extracting(SurveyGrade.Element::grade)
                .containsExactly("B", "B", "B", "A", "B", "A", "A", "A", "A");
    }

    @Test
    void lowestUnsurShareARankButNothingIsTiedAtTheCut() {
        assertThat(facts.surveys().get(0).lowest())
                .extracting(RankedUnsur::rank, RankedUnsur::code, RankedUnsur::tied)
                .containsExactly(tuple(1, "U3", false), tuple(2, "U1", false), tuple(2, "U5", false));
    }

    @Test
    void whatTheReportLacksIsNotEvaluated() {
        assertThat(facts.missing())
                .extracting(MissingFact::need)
                .containsExactlyInAnyOrder(
                        "survey.respondents",
                        "survey.responses",
                        "survey.population",
                        "published.index",
                        "published.priorities");
    }

    private static PublishedResult report() {
        PublishedResult table = Fixtures.published(
                null, null, List.of(), "3.49 3.51 3.40 3.94 3.49 3.58 3.66 3.95 3.55", "B B B A B B B A B");
        SurveyHeader header = new SurveyHeader(
                "SKM-2024-TW1",
                "BP3MI Jawa Tengah",
                null,
                null,
                "permenpanrb-14-2017",
                new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30)),
                null,
                null,
                List.of());
        return new PublishedResult(header, null, null, null, List.of(), table.elements(), false, table.row());
    }
}
