package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.engine.RuleMetadata;
import id.patuh.law.Parameters;
import id.patuh.violation.Evidence;
import id.patuh.violation.MissingFact;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.violation.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkmBinderTest {

    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));

    @Test
    void resultAndResponsesOfOneNameAreOneSurveyHoweverSpelled() {
        SkmFacts facts = bind(
                List.of(response(header("SKM-1", "Unit A", "Layanan X", null, HALF_YEAR), "R1", 3)),
                published(header("skm 1", "UNIT A", "layanan x", null, HALF_YEAR)));
        assertThat(facts.surveys()).hasSize(1);
        assertThat(facts.surveys().get(0).getPublishedValue()).isEqualTo(new BigDecimal("75.00"));
    }

    @Test
    void aResultThatNamesNoUnitBelongsToTheOnlySurveyOfItsName() {
        ResponseRecord a = response(header("SKM-1", "Unit A", null, null, HALF_YEAR), "R1", 3);
        ResponseRecord b = response(header("SKM-1", "Unit B", null, null, HALF_YEAR), "R1", 3);
        PublishedResult result = published(header("SKM-1", null, null, null, HALF_YEAR));
        assertThat(bind(List.of(a), result).surveys()).hasSize(1);
        assertThat(bind(List.of(a, b), result).surveys()).hasSize(3);
    }

    @Test
    void servicesOfOneSurveyAreToldApartInWhatViolationsAreAbout() {
        SkmFacts facts = bind(List.of(
                response(header("SKM-1", "Unit A", "X", null, HALF_YEAR), "R1", 3),
                response(header("SKM-1", "Unit A", "Y", null, HALF_YEAR), "R1", 3),
                response(header("SKM-1", "Unit B", "X", null, HALF_YEAR), "R1", 3)));
        assertThat(facts.surveys())
                .extracting(s -> s.subject().survey(), Survey::getId)
                .containsExactly(tuple("SKM-1 (X)", "SKM-1"), tuple("SKM-1 (Y)", "SKM-1"), tuple("SKM-1", "SKM-1"));
    }

    @Test
    void regulationIsTheDeclaredOneElseTheOneOfThePeriodsLastDay() {
        assertThat(regulation("Permen PANRB No. 16 Tahun 2014", HALF_YEAR)).isEqualTo("permenpanrb-16-2014");
        assertThat(regulation("KEP/25/M.PAN/2/2004", HALF_YEAR)).isEqualTo("kepmenpan-25-2004");
        assertThat(regulation("Perwali 14/2017", HALF_YEAR)).isNull();
        assertThat(regulation(null, HALF_YEAR)).isEqualTo("permenpanrb-14-2017");
        assertThat(regulation(null, new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 5, 11))))
                .isEqualTo("permenpanrb-16-2014");
        assertThat(regulation(null, new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 5, 12))))
                .isEqualTo("permenpanrb-14-2017");
        assertThat(regulation(null, null)).isEqualTo("permenpanrb-14-2017");
    }

    @Test
    void whatIsNotKnownIsNotedAndTheSurveyNotGraded() {
        SkmFacts facts =
                bind(List.of(response(header("SKM-1", "Unit A", null, "Perwali 14/2017", HALF_YEAR), "R1", 3)));
        assertThat(facts.missing()).extracting(MissingFact::need).contains("survey.regulation");
        assertThat(facts.grades().get(0).reason()).isEqualTo("regulation-unknown");
        assertThat(facts.grades().get(0).respondents()).isEqualTo(1);
    }

    @Test
    void fourteenUnsurWithoutAPeriodAreScoredByTheRegulationThatHasFourteen() {
        SkmFacts numbers = bind(numbered(14, null));
        SkmFacts names = bind(named(Fixtures.LAW_2004, null));
        for (SkmFacts facts : List.of(numbers, names)) {
            SurveyGrade grade = facts.grades().get(0);
            assertThat(grade.regulation()).isEqualTo("kepmenpan-25-2004");
            assertThat(grade.elements()).hasSize(14);
            assertThat(grade.ikm()).isEqualTo(new BigDecimal("75.00"));
            assertThat(Fixtures.subjects(facts, "unsur-missing")).isEmpty();
        }
        assertThat(bind(numbered(9, null)).grades().get(0).regulation()).isEqualTo("permenpanrb-14-2017");
    }

    @Test
    void unsurThatNoRegulationOfTheTimeKnowsAreNeverLeftOutInSilence() {
        for (List<ResponseRecord> responses : List.of(
                numbered(14, HALF_YEAR),
                named(Fixtures.LAW_2004, HALF_YEAR),
                numbered(10, null),
                numbered(10, HALF_YEAR))) {
            SkmFacts facts = bind(responses);
            assertThat(facts.grades().get(0).reason()).isEqualTo("regulation-unfit");
            assertThat(facts.grades().get(0).ikm()).isNull();
            assertThat(facts.missing()).extracting(MissingFact::need).contains("survey.fitting-regulation");
            assertThat(Fixtures.violations(facts))
                    .extracting(Violation::rule)
                    .doesNotContain("unsur-missing", "index-mismatch", "grade-mismatch");
        }
    }

    @Test
    void anotherUnsurBesideAllThatAreNamedIsNotScoredAndSaidSo() {
        List<UnsurLabel> labels = new ArrayList<>(names(Fixtures.LAW_2017));
        labels.add(new UnsurLabel(null, "Keadilan"));
        SkmFacts facts = bind(labelled(labels, HALF_YEAR));
        assertThat(facts.grades().get(0).regulation()).isEqualTo("permenpanrb-14-2017");
        assertThat(facts.missing())
                .filteredOn(m -> m.need().equals("survey.known-unsur"))
                .extracting(m -> m.details().get("value"))
                .containsExactly("Keadilan");
    }

    private static List<ResponseRecord> numbered(int unsur, Period period) {
        return labelled(
                IntStream.rangeClosed(1, unsur)
                        .mapToObj(i -> new UnsurLabel("U" + i, null))
                        .toList(),
                period);
    }

    private static List<ResponseRecord> named(Regulation regulation, Period period) {
        return labelled(names(regulation), period);
    }

    private static List<UnsurLabel> names(Regulation regulation) {
        return regulation.unsur().stream()
                .map(u -> new UnsurLabel(null, u.name()))
                .toList();
    }

    private static List<ResponseRecord> labelled(List<UnsurLabel> labels, Period period) {
        SurveyHeader header = new SurveyHeader("S", "U", null, null, null, period, null, null, labels);
        return List.of(response(header, "R1", 3));
    }

    @Test
    void aSurveyWithTooFewRespondentsHasAnIndexButNoGrade() {
        SurveyGrade grade = bind(List.of(response(header("SKM-1", "Unit A", null, null, HALF_YEAR), "R1", 3)))
                .grades()
                .get(0);
        assertThat(grade.ikm()).isEqualTo(new BigDecimal("75.00"));
        assertThat(grade.grade()).isNull();
        assertThat(grade.reason()).isEqualTo("respondents-too-few");
        assertThat(grade.elements())
                .hasSize(9)
                .allSatisfy(e -> assertThat(e.grade()).isEqualTo("C"));
    }

    @Test
    void rowsThatStandOnTwoSheetsLeaveOpenHowManyAnswered() {
        SurveyHeader header = header("SKM-1", "Unit A", null, null, HALF_YEAR);
        SourceTable[] sheets = {
            new SourceTable("s.xlsx", "Januari"),
            new SourceTable("s.xlsx", "Februari"),
            new SourceTable("s.xlsx", "Gabungan")
        };
        List<ResponseRecord> months = new ArrayList<>();
        List<ResponseRecord> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ResponseRecord row = response(header, null, 1 + i % 4);
            months.add(in(sheets[i / 10], row));
            all.add(0, in(sheets[2], row));
        }
        assertThat(needs(months)).doesNotContain("survey.rows-once");
        List<ResponseRecord> twice = new ArrayList<>(months);
        twice.addAll(all);
        assertThat(needs(twice)).contains("survey.rows-once");
        twice.set(0, in(sheets[0], response(header, null, 4)));
        assertThat(needs(twice)).doesNotContain("survey.rows-once");
    }

    private static List<String> needs(List<ResponseRecord> responses) {
        return bind(responses).missing().stream().map(MissingFact::need).toList();
    }

    private static ResponseRecord in(SourceTable table, ResponseRecord row) {
        return new ResponseRecord(row.survey(), null, null, row.answers(), new SourceRow(table, 2, new String[0]));
    }

    @Test
    void orderOfRowsChangesNothingButWhichRepetitionCounts() {
        Random random = new Random(7);
        List<ResponseRecord> responses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            SurveyHeader header = header("SKM-" + i % 3, "Unit " + i % 2, i % 5 < 2 ? "X" : null, null, HALF_YEAR);
            responses.add(response(header, "R" + i, 1 + random.nextInt(4)));
        }
        List<SurveyGrade> once = bind(responses).grades();
        Collections.shuffle(responses, random);
        assertThat(bind(responses).grades()).isEqualTo(once);
    }

    @Test
    void blankQuestionnairesAreNoRespondents() {
        SurveyHeader header = header("SKM-1", "Unit A", null, null, HALF_YEAR);
        ResponseRecord blank = new ResponseRecord(header, "R1", null, Fixtures.first(header), Fixtures.row(2));
        SkmFacts facts = bind(List.of(blank, response(header, "R1", 3)));
        assertThat(facts.surveys().get(0).getRespondents()).isEqualTo(1);
        assertThat(facts.surveys().get(0).getRepeatedRespondents()).isEmpty();
    }

    @Test
    void scoresOutsideTheScaleAreShownByTheirCells() {
        SourceTable table = new SourceTable("s.csv", null);
        table.add("respondent", "Responden");
        table.add("U1#1", "U1a");
        table.add("U1#2", "U1b");
        SurveyHeader header = header("SKM-1", "Unit A", null, null, HALF_YEAR);
        ResponseRecord row = new ResponseRecord(
                header, "R1", null, Fixtures.first(header, new BigDecimal("9")), new SourceRow(table, 5, new String[] {
                    "R1", "", "9"
                }));
        Violation violation = Fixtures.violations(bind(List.of(row))).stream()
                .filter(v -> v.rule().equals("score-out-of-range"))
                .findFirst()
                .orElseThrow();
        assertThat(violation.evidence()).containsExactly(new Evidence("s.csv", null, 5, "U1b", "9"));
        assertThat(Fixtures.subjects(bind(List.of(row)), "unsur-missing")).doesNotContain("Persyaratan");
    }

    @Test
    void aParameterThatWasNotInForceSilencesItsRules() {
        SurveyHeader header = header("SKM-1", "Unit A", null, null, HALF_YEAR);
        SkmBinder binder = new SkmBinder(
                Fixtures.REGULATIONS, new Parameters(List.of()), List.of(), Fixtures.DUTIES, Fixtures.AS_OF);
        SkmFacts facts = Fixtures.facts(binder, List.of(response(header, "R1", 3)), List.of());
        assertThat(facts.missing())
                .extracting(MissingFact::need)
                .contains(
                        "parameter:skm/minimum-respondents", "parameter:skm/interval", "parameter:skm/priority-count");
        assertThat(Fixtures.violations(facts)).isEmpty();
        assertThat(Fixtures.rules().catalog())
                .filteredOn(r -> r.id().equals("respondents-too-few"))
                .flatExtracting(RuleMetadata::needs)
                .contains("parameter:skm/minimum-respondents");
    }

    @Test
    void noRuleReportsASubjectTwice() {
        SurveyHeader header = header("SKM-1", "Unit A", null, null, HALF_YEAR);
        List<ResponseRecord> responses = IntStream.range(0, 6)
                .mapToObj(i -> response(header, "R" + i % 2, 9))
                .toList();
        assertThat(Fixtures.violations(bind(responses, published(header))))
                .extracting(Violation::rule, Violation::subject)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRunningNumberTellsNobodyOfOneTableFromThoseOfAnother() {
        SurveyHeader header = header("SKM-1", "Unit A", null, null, HALF_YEAR);
        for (String[] named : new String[][] {{"1", "0"}, {"2.0", "0"}, {"R1", "1"}, {"3271", "1"}}) {
            List<ResponseRecord> responses = List.of(at("KTP", header, named[0], 3), at("KK", header, named[0], 4));
            SkmFacts facts = bind(responses);
            assertThat(facts.surveys().get(0).getRepeatedRespondents()).hasSize(Integer.parseInt(named[1]));
            assertThat(facts.surveys().get(0).getRespondents()).isEqualTo(2 - Integer.parseInt(named[1]));

            ResponseRecord first = responses.get(0);
            assertThat(bind(List.of(first, first)).surveys().get(0).getRepeatedRespondents())
                    .hasSize(1);
        }
    }

    @Test
    void tablesThatHaveTheirOwnResultsAreSurveysOfTheirOwn() {
        SurveyHeader header = header("SKM-1", "Unit A", null, null, HALF_YEAR);
        for (String named : List.of("1", "R1")) {
            ResponseRecord one = at("KTP", header, named, 3);
            ResponseRecord other = at("KK", header, named, 4);
            PublishedResult result = below(one);
            for (List<ResponseRecord> responses : List.of(List.of(one, other), List.of(other, one))) {
                assertThat(bind(responses, result, below(other)).surveys())
                        .extracting(
                                Survey::getService,
                                Survey::getRespondents,
                                s -> s.getRepeatedRespondents().size())
                        .containsExactly(tuple("KK", 1, 0), tuple("KTP", 1, 0));
                // With one result for both they are one survey, in which a name counts once.
                int respondents = named.equals("1") ? 2 : 1;
                assertThat(bind(responses, result).surveys())
                        .extracting(Survey::getService, Survey::getRespondents)
                        .containsExactly(tuple(null, respondents));
            }
        }
    }

    private static ResponseRecord at(String sheet, SurveyHeader header, String respondent, int score) {
        ResponseRecord plain = response(header, respondent, score);
        SourceTable table = new SourceTable("skm.xlsx", sheet, 3);
        table.add("respondent", "NO. RES");
        SourceRow row = new SourceRow(table, 5, new String[] {respondent});
        return new ResponseRecord(header, respondent, null, plain.answers(), row);
    }

    private static PublishedResult below(ResponseRecord response) {
        SourceTable table = new SourceTable("skm.xlsx", response.row().table().sheet(), 3);
        table.add("ikm", null);
        SourceRow row = new SourceRow(table, 40, new String[] {"75.00"});
        return new PublishedResult(
                response.survey(), null, new BigDecimal("75.00"), null, List.of(), List.of(), false, row);
    }

    private static String regulation(String declared, Period period) {
        Regulation regulation = bind(List.of(response(header("S", "U", null, declared, period), "R1", 3)))
                .surveys()
                .get(0)
                .getRegulation();
        return regulation == null ? null : regulation.id();
    }

    private static SkmFacts bind(List<ResponseRecord> responses, PublishedResult... published) {
        return Fixtures.facts(Fixtures.binder(Fixtures.AS_OF), responses, List.of(published));
    }

    private static SurveyHeader header(String id, String unit, String service, String declared, Period period) {
        SurveyHeader plain = Fixtures.header(Fixtures.LAW_2017);
        return new SurveyHeader(id, unit, service, null, declared, period, null, null, plain.unsurKeys());
    }

    private static ResponseRecord response(SurveyHeader header, String respondent, int score) {
        BigDecimal[] scores = new BigDecimal[Math.max(9, header.unsurKeys().size())];
        Arrays.fill(scores, BigDecimal.valueOf(score));
        ResponseRecord plain = Fixtures.response(header, 1, scores);
        return new ResponseRecord(header, respondent, null, plain.answers(), plain.row());
    }

    private static PublishedResult published(SurveyHeader header) {
        return new PublishedResult(
                header, null, new BigDecimal("75.00"), "C", List.of(), List.of(), false, Fixtures.row(1));
    }
}
