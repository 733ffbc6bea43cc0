package id.patuh.ledger.followup;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.Grade;
import id.patuh.ledger.followup.Effect.OfUnsur;
import id.patuh.ledger.followup.Effect.Outcome;
import id.patuh.ledger.followup.Effect.Reason;
import id.patuh.ledger.followup.FollowUpItem.Done;
import id.patuh.ledger.followup.FollowUpItem.Plan;
import id.patuh.ledger.followup.FollowUpItem.Presence;
import id.patuh.ledger.followup.FollowUpItem.Proof;
import id.patuh.ledger.followup.FollowUpItem.Report;
import id.patuh.ledger.followup.FollowUpItem.Schedule;
import id.patuh.ledger.trend.ToldGrade;
import id.patuh.report.GradeText;
import id.patuh.skm.FollowedItem.MeantUnsur;
import id.patuh.skm.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectsTest {

    private static final String NOW = "permenpanrb-14-2017";
    private static final String TIME = "Waktu Penyelesaian";
    private static final String COMPLAINTS = "Penanganan Pengaduan, Saran dan Masukan";
    private static final Period FIRST = half(2025, 1);
    private static final Period SECOND = half(2025, 2);
    private static final Period THIRD = half(2026, 1);

    private final List<ToldGrade> grades = new ArrayList<>();

    private static Period half(int year, int number) {
        LocalDate start = LocalDate.of(year, 6 * number - 5, 1);
        return new Period(start, start.plusMonths(6).minusDays(1));
    }

    private static Grade.Element unsur(String code, String name, String mean) {
        BigDecimal nrr = new BigDecimal(mean);
        return new Grade.Element(code, name, nrr, nrr.multiply(BigDecimal.valueOf(25)), "B");
    }

    private EffectsTest survey(String id, String service, Period period, Grade.Element... unsur) {
        return survey(id, service, period, NOW, "B", null, unsur);
    }

    private EffectsTest survey(
            String id, String service, Period period, String law, String grade, String reason, Grade.Element... unsur) {
        Grade one =
                new Grade(id, "Dinas", service, null, law, period, 100, BigDecimal.TEN, grade, reason, List.of(unsur));
        grades.add(new ToldGrade(
                id + service,
                grades.size() + 1,
                Instant.EPOCH,
                new GradeText(one, Collections.unmodifiableSortedMap(new TreeMap<>()))));
        return this;
    }

    private Effect effect(String... unsur) {
        return effectFrom(null, unsur);
    }

    /** Of an item done, of the plan that follows S-1; an unsur with a question mark is not known. */
    private Effect effectFrom(LocalDate firstQuarter, String... unsur) {
        List<MeantUnsur> meant = Stream.of(unsur)
                .map(name -> name.startsWith("?") ? new MeantUnsur(name, null) : new MeantUnsur("x", name))
                .toList();
        FollowUpItem item = new FollowUpItem(
                new Report("k", "s-1", "DINAS", null, FIRST, FIRST, null, null, true),
                new Plan("1", meant, "Kegiatan", null, Schedule.KNOWN, firstQuarter, firstQuarter, List.of(), null),
                new FollowUpItem.Outcome(Done.DONE, Proof.NAMED, List.of(), null, List.of()),
                Presence.JUDGED,
                null);
        return new Effects(grades).of(item);
    }

    @ParameterizedTest
    @CsvSource({"3.40, 3.41, ROSE", "3.40, 3.4, UNCHANGED", "3.4033, 3.4031, FELL", "3.40, 3.4001, ROSE"})
    void meansAreComparedAsTheyAreKept(String before, String after, Outcome outcome) {
        survey("S-1", null, FIRST, unsur("U3", TIME, before)).survey("S-2", null, SECOND, unsur("U3", TIME, after));
        assertThat(effect(TIME).outcome()).isEqualTo(outcome);
        assertThat(effect(TIME).next()).isEqualTo("S-2");
        assertThat(effect(TIME).run()).isEqualTo(2);
    }

    @Test
    void theNextSurveyIsTheFirstOneAfterThatOfTheSameService() {
        survey("S-1", null, FIRST, unsur("U3", TIME, "3.00"));
        survey("revised", null, FIRST, unsur("U3", TIME, "4.00"));
        survey("overlaps", null, new Period(FIRST.end(), SECOND.end()), unsur("U3", TIME, "4.00"));
        survey("other", "KTP", SECOND, unsur("U3", TIME, "4.00"));
        assertThat(effect(TIME).outcome()).isEqualTo(Outcome.NO_NEXT);

        survey("S-3", null, THIRD, unsur("U3", TIME, "2.00"));
        assertThat(effect(TIME).next()).isEqualTo("S-3");
        survey("S-2", null, SECOND, unsur("U3", TIME, "3.50"));
        assertThat(effect(TIME).next()).isEqualTo("S-2");
        assertThat(effect(TIME).outcome()).isEqualTo(Outcome.ROSE);
    }

    @Test
    void aSurveyThatEndedBeforeAnythingWasToBeDoneSaysNothingOfIt() {
        survey("S-1", null, FIRST, unsur("U3", TIME, "3.00"));
        survey("S-2", null, SECOND, unsur("U3", TIME, "2.00"));
        assertThat(effectFrom(SECOND.end(), TIME).outcome()).isEqualTo(Outcome.FELL);
        assertThat(effectFrom(THIRD.start(), TIME).outcome()).isEqualTo(Outcome.NO_NEXT);
        survey("S-3", null, THIRD, unsur("U3", TIME, "3.00"));
        assertThat(effectFrom(THIRD.start(), TIME).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void severalSurveysOfThePeriodThatComesNextMustAgree() {
        survey("S-1", null, FIRST, unsur("U3", TIME, "3.00"));
        survey("S-2", null, SECOND, unsur("U3", TIME, "3.10"));
        survey("S-2b", null, SECOND, unsur("U3", TIME, "3.20"));
        assertThat(effect(TIME).outcome()).isEqualTo(Outcome.ROSE);
        survey("S-2c", null, SECOND, unsur("U3", TIME, "2.90"));
        assertThat(effect(TIME).reason()).isEqualTo(Reason.SEVERAL_NEXT);
    }

    @Test
    void ofSeveralUnsurTheWorstCounts() {
        survey("S-1", null, FIRST, unsur("U3", TIME, "3.00"), unsur("U8", COMPLAINTS, "3.00"));
        survey("S-2", null, SECOND, unsur("U3", TIME, "3.10"), unsur("U8", COMPLAINTS, "2.90"));
        Effect effect = effect(TIME, COMPLAINTS, "?Lainnya");
        assertThat(effect.outcome()).isEqualTo(Outcome.FELL);
        assertThat(effect.unsur())
                .extracting(OfUnsur::outcome)
                .containsExactly(Outcome.ROSE, Outcome.FELL, Outcome.NOT_COMPARABLE);
        assertThat(effect(TIME, "?Lainnya").outcome()).isEqualTo(Outcome.ROSE);
        assertThat(effect("?Lainnya").reason()).isEqualTo(Reason.UNSUR_UNKNOWN);
        assertThat(effect().reason()).isEqualTo(Reason.UNSUR_UNKNOWN);
    }

    /** Its number is another one, and scores may be on another scale; one that has another name is another unsur. */
    @Test
    void afterAnotherRegulationUnsurAreKnownByTheirNames() {
        survey(
                "S-1",
                null,
                FIRST,
                "permenpanrb-16-2014",
                "B",
                null,
                unsur("U9", COMPLAINTS, "3.00"),
                unsur("U8", "Maklumat Pelayanan", "3.00"));
        survey("S-2", null, SECOND, unsur("U8", COMPLAINTS, "3.04"), unsur("U9", "Sarana dan Prasarana", "4.00"));
        assertThat(effect(COMPLAINTS).outcome()).isEqualTo(Outcome.ROSE);
        assertThat(effect(COMPLAINTS).unsur().get(0).after()).isEqualByComparingTo("76");
        assertThat(effect("Maklumat Pelayanan").reason()).isEqualTo(Reason.OTHER_UNSUR);
    }

    @Test
    void whatHasNoGradeIsNotCompared() {
        assertThat(effect(TIME).reason()).isEqualTo(Reason.SURVEY_UNKNOWN);
        survey("S-1", null, FIRST, unsur("U3", TIME, "3.00"));
        survey("S-2", null, SECOND, NOW, null, "respondents-too-few", unsur("U3", TIME, "3.10"));
        assertThat(effect(TIME).reason()).isEqualTo(Reason.NOT_GRADED);
        assertThat(effect(TIME).next()).isEqualTo("S-2");
        grades.remove(1);
        survey("S-2", null, SECOND, NOW, null, "grade-undecidable", unsur("U3", TIME, "3.10"));
        assertThat(effect(TIME).outcome()).isEqualTo(Outcome.ROSE);
        assertThat(effect(COMPLAINTS).reason()).isEqualTo(Reason.NO_MEAN);
    }
}
