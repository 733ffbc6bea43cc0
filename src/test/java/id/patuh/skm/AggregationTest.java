package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.law.Parameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregationTest {

    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
    private static final Region REGION = new Region("Kabupaten X", "SETDA-11-8-102", List.of("Unit A", "Unit B"));

    @Test
    void servicesWeighTheSameOrByTheirRespondents() {
        // 30 respondents with 3, 60 with 4: 87.50 or 91.67.
        List<ResponseRecord> responses = responses("Unit A", "X", 30, 3);
        responses.addAll(responses("Unit A", "Y", 60, 4));
        assertThat(aggregate(responses, "mean"))
                .extracting(SurveyGrade::aggregation, SurveyGrade::ikm, SurveyGrade::grade, SurveyGrade::respondents)
                .containsExactly(tuple("unit", new BigDecimal("87.50"), "B", 90));
        SurveyGrade weighted = aggregate(responses, "respondents").get(0);
        assertThat(weighted.ikm()).isEqualTo(new BigDecimal("91.67"));
        assertThat(weighted.grade()).isEqualTo("A");
        assertThat(weighted.elements().get(0).mean()).isEqualTo(new BigDecimal("3.6667"));
    }

    @Test
    void theMeanIsTakenOfUnroundedIndices() {
        // 86.111..., 86.111... and 83.333... make 85.185..., and 86.11, 86.11 and 83.33 only 85.18.
        List<ResponseRecord> responses = responses("Unit A", "X", 30, 4, 4, 4, 4, 3, 3, 3, 3, 3);
        responses.addAll(responses("Unit A", "Y", 30, 4, 4, 4, 4, 3, 3, 3, 3, 3));
        responses.addAll(responses("Unit A", "Z", 30, 4, 3, 3));
        SurveyGrade grade = aggregate(responses, "mean").get(0);
        assertThat(grade.ikm()).isEqualTo(new BigDecimal("85.19"));
    }

    @Test
    void aPartThatMustNotBeGradedCountsButLeavesTheWholeWithoutAGrade() {
        List<ResponseRecord> responses = responses("Unit A", "X", 29, 3);
        responses.addAll(responses("Unit A", "Y", 30, 4));
        assertThat(aggregate(responses, "mean"))
                .extracting(SurveyGrade::ikm, SurveyGrade::grade, SurveyGrade::reason)
                .containsExactly(tuple(new BigDecimal("87.50"), null, "part-not-gradable"));
    }

    @Test
    void oneServiceIsNoAggregate() {
        assertThat(aggregate(responses("Unit A", "X", 30, 3), "mean")).isEmpty();
    }

    @Test
    void unitsMakeTheRegion() {
        List<ResponseRecord> responses = responses("Unit A", "X", 30, 3);
        responses.addAll(responses("Unit A", "Y", 30, 4));
        responses.addAll(responses("Unit B", null, 30, 4));
        assertThat(aggregate(responses, "mean", REGION))
                .extracting(SurveyGrade::aggregation, SurveyGrade::unit, SurveyGrade::ikm, SurveyGrade::grade)
                .containsExactly(
                        tuple("unit", "Unit A", new BigDecimal("87.50"), "B"),
                        tuple("region", "Kabupaten X", new BigDecimal("93.75"), "A"));
    }

    @Test
    void aRegionWithoutOneOfItsUnitsHasAnIndexButNoGrade() {
        assertThat(aggregate(responses("Unit A", null, 30, 4), "mean", REGION))
                .extracting(SurveyGrade::ikm, SurveyGrade::grade, SurveyGrade::reason)
                .containsExactly(tuple(new BigDecimal("100.00"), null, "region-incomplete"));
    }

    @Test
    void weighingByRespondentsNeedsTheirNumber() {
        PublishedResult table = Fixtures.published(null, null, List.of(), "3.5 3.5 3.5 3.5 3.5 3.5 3.5 3.5 3.5", "");
        SurveyHeader header =
                new SurveyHeader("S", "Unit A", "X", null, "permenpanrb-14-2017", HALF_YEAR, null, null, List.of());
        PublishedResult uncounted =
                new PublishedResult(header, null, null, null, List.of(), table.elements(), false, table.row());
        SkmFacts facts = Fixtures.facts(
                binder(Fixtures.parameters("respondents")), responses("Unit A", "Y", 30, 4), List.of(uncounted));
        assertThat(facts.grades().get(2))
                .extracting(SurveyGrade::ikm, SurveyGrade::grade, SurveyGrade::reason)
                .containsExactly(null, null, "respondents-unknown");
    }

    private static List<SurveyGrade> aggregate(List<ResponseRecord> responses, String way, Region... regions) {
        return Fixtures.facts(binder(Fixtures.parameters(way), regions), responses, List.of()).grades().stream()
                .filter(g -> g.aggregation() != null)
                .toList();
    }

    private static SkmBinder binder(Parameters parameters, Region... regions) {
        return new SkmBinder(Fixtures.REGULATIONS, parameters, List.of(regions), Fixtures.DUTIES, Fixtures.AS_OF);
    }

    /** So many respondents with these scores; one score stands for all unsur. */
    private static List<ResponseRecord> responses(String unit, String service, int count, int... scores) {
        SurveyHeader plain = Fixtures.header(Fixtures.LAW_2017);
        SurveyHeader header = new SurveyHeader(
                "SKM-1", unit, service, null, "permenpanrb-14-2017", HALF_YEAR, null, null, plain.unsurKeys());
        BigDecimal[] nine = new BigDecimal[9];
        Arrays.setAll(nine, i -> BigDecimal.valueOf(scores[i % scores.length]));
        List<ResponseRecord> responses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            responses.add(Fixtures.response(header, i, nine));
        }
        return responses;
    }
}
