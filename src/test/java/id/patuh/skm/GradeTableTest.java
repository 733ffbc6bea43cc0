package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.GradeBand;
import id.patuh.ruleset.OurRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTableTest {

    @ParameterizedTest
    @CsvSource({
        "permenpanrb-14-2017, 88.31, 76.61, 65.00",
        "permenpanrb-16-2014, 81.26, 62.51, 43.76",
        "kepmenpan-25-2004,   81.26, 62.51, 43.76"
    })
    void everyBoundaryIsExact(String regulation, BigDecimal a, BigDecimal b, BigDecimal c) {
        BigDecimal step = new BigDecimal("0.01");
        assertThat(grade(regulation, "100.00")).isEqualTo("A");
        assertThat(grade(regulation, "100.01")).isNull();
        assertThat(grade(regulation, a.toString())).isEqualTo("A");
        assertThat(grade(regulation, a.add(step).toString())).isEqualTo("A");
        assertThat(grade(regulation, a.subtract(step).toString())).isEqualTo("B");
        assertThat(grade(regulation, b.toString())).isEqualTo("B");
        assertThat(grade(regulation, b.add(step).toString())).isEqualTo("B");
        assertThat(grade(regulation, b.subtract(step).toString())).isEqualTo("C");
        assertThat(grade(regulation, c.toString())).isEqualTo("C");
        assertThat(grade(regulation, c.add(step).toString())).isEqualTo("C");
        assertThat(grade(regulation, c.subtract(step).toString())).isEqualTo("D");
        assertThat(grade(regulation, "25.00")).isEqualTo("D");
        assertThat(grade(regulation, "24.99")).isNull();
    }

    @Test
    void everyIndexWithTwoDecimalsHasExactlyOneGrade() {
        for (Regulation regulation : Fixtures.REGULATIONS.all()) {
            List<GradeQuery> queries = IntStream.rangeClosed(2500, 10000)
                    .mapToObj(i -> new GradeQuery(regulation.id(), BigDecimal.valueOf(i, 2)))
                    .toList();
            Fixtures.rules().derive(queries);
            assertThat(queries).allSatisfy(q -> assertThat(q.getGrade()).isNotNull());
        }
    }

    /** Pictures of indices show the bands that rules grade by. */
    @Test
    void theBandsThatAreShownAreThoseThatAreGradedBy() {
        for (Regulation regulation : Fixtures.REGULATIONS.all()) {
            List<GradeBand> bands = OurRules.LIBRARY.ruleSet().gradeBands(regulation.id());
            assertThat(bands.stream().map(GradeBand::letter)).containsExactly("D", "C", "B", "A");
            for (GradeBand band : bands) {
                for (BigDecimal index : List.of(band.from(), band.until())) {
                    GradeQuery query = new GradeQuery(regulation.id(), index);
                    OurRules.RULES.rules().derive(List.of(query));
                    assertThat(query.getGrade()).isEqualTo(band.letter());
                    assertThat(query.getLabel()).isEqualTo(band.label());
                }
            }
        }
        assertThat(OurRules.LIBRARY.ruleSet().gradeBands("unknown")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "88.305, 88.31, A",
        "88.304, 88.30, B",
        "76.605, 76.61, B",
        "76.604, 76.60, C",
        "64.995, 65.00, C",
        "64.994, 64.99, D"
    })
    void theGapsBetweenBandsAreClosedByRoundingHalfUp(BigDecimal exact, BigDecimal index, String grade) {
        assertThat(Exact.index(Exact.of(exact))).isEqualTo(index);
        assertThat(grade("permenpanrb-14-2017", index.toString())).isEqualTo(grade);
    }

    @Test
    void anUnknownRegulationHasNoGrade() {
        assertThat(grade("unknown", "90.00")).isNull();
    }

    private static String grade(String regulation, String index) {
        GradeQuery query = new GradeQuery(regulation, new BigDecimal(index));
        Fixtures.rules().derive(List.of(query));
        return query.getGrade();
    }
}
