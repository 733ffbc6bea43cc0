package id.patuh.ledger.trend;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.Grade;
import id.patuh.engine.RuleCache;
import id.patuh.ledger.Records;
import id.patuh.ledger.life.HeldRun;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeRuns;
import id.patuh.ledger.life.RunOrder;
import id.patuh.report.AllWords;
import id.patuh.report.GradeText;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.scope.Holds;
import id.patuh.skm.AbsentSurvey;
import id.patuh.skm.Period;
import id.patuh.skm.SurveyIdentity;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurveyTrendsTest {

    private static final String SCOPE = "RSUD";
    private static final RuleSet RULES = RuleSetReader.read(SmallRules.FILES, RuleCache.none());
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Instant FIRST = Instant.parse("2026-01-01T18:30:00Z");
    private static final Period HALF = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30));

    /** A scope whose runs tell what tests say. */
    private static final class Told implements AutoCloseable {

        private final Store store;
        private final Holds holds;
        private final LifeRuns runs;
        private final SurveyTrends trends;
        private int night;

        Told(TestDatabase database) {
            store = Store.open(database.newUrl());
            holds = new Holds(store);
            runs = new LifeRuns(store, Clock.systemUTC());
            trends = new SurveyTrends(store);
        }

        HeldRun begin() {
            Instant asOf = FIRST.plus(Duration.ofDays(night++));
            return runs.begin(holds.of(SCOPE), new RunOrder(List.of(), SmallRules.FILES, RULES, asOf, ZONE, "test"));
        }

        void record(HeldRun run, List<Grade> grades, AbsentSurvey... absent) {
            run.record(
                    0, List.of(), SurveyTrends.record(run.run(), grades, List.of(absent), new AllWords(RULES, ZONE)));
        }

        LifeRun night(List<Grade> grades, AbsentSurvey... absent) {
            HeldRun run = begin();
            record(run, grades, absent);
            return run.complete(1, Transaction.Step.NONE);
        }

        List<Grade> grades() {
            return trends.grades(SCOPE).stream().map(ToldGrade::grade).toList();
        }

        long rows() {
            return store.read(transaction -> transaction
                    .find("SELECT COUNT(*) FROM survey_grade", row -> row.getLong(1))
                    .orElseThrow());
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatDiffersIsKept(TestDatabase database) {
        try (Told told = new Told(database)) {
            Grade a = grade("SKM 2025", "Poli A\0\ud800", "81.50");
            Grade b = grade("SKM 2025", "Poli B", "70.25");
            LifeRun first = told.night(List.of(a, b));
            told.night(List.of(a, b));
            assertThat(told.rows()).isEqualTo(2);

            // Written otherwise it is the same survey; it tells something else.
            Grade corrected = grade("skm-2025", "POLI B", "88.31");
            told.night(List.of(a, corrected));

            assertThat(told.grades()).containsExactly(a, corrected);
            assertThat(told.trends.grades(first)).extracting(ToldGrade::grade).containsExactly(a, b);
            assertThat(told.trends.history(SCOPE))
                    .extracting(each -> each.run() + " " + each.grade().ikm())
                    .containsExactly("1 81.50", "1 70.25", "3 88.31");
            assertThat(told.trends.history(SCOPE).get(2).asOf()).isEqualTo(FIRST.plus(Duration.ofDays(2)));
        }
    }

    /** What a unit publishes stands beside what was worked out; that another figure was published corrects nothing. */
    @ParameterizedTest
    @EnumSource
    void whatWasPublishedIsKeptBeside(TestDatabase database) {
        try (Told told = new Told(database)) {
            Grade computed = grade("SKM 2025", "Poli A", "81.50");
            Grade published = computed.withPublished(new Grade.Published(new BigDecimal("88.6"), "A"));
            told.night(List.of(computed));
            LifeRun last = told.night(List.of(published));
            assertThat(told.grades()).containsExactly(published);
            assertThat(told.trends.series(last).get(0).surveys())
                    .extracting(line -> line.earlier().size())
                    .containsExactly(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyCompletedRunsShowAndAShardMayBeRecordedAgain(TestDatabase database) {
        try (Told told = new Told(database)) {
            Grade kept = grade("S-1", null, "80.00");
            told.night(List.of(kept));
            HeldRun abandoned = told.begin();
            told.record(abandoned, List.of(grade("S-1", null, "10.00")));
            assertThat(told.grades()).containsExactly(kept);
            told.runs.abandon(told.holds.of(SCOPE), SurveyTrends::forget);
            assertThat(told.rows()).isEqualTo(1);

            HeldRun run = told.begin();
            told.record(run, List.of(grade("S-1", null, "20.00"), grade("S-2", null, "30.00")));
            told.record(run, List.of(kept, grade("S-2", null, "40.00")));
            run.complete(1, Transaction.Step.NONE);
            assertThat(told.grades()).containsExactly(kept, grade("S-2", null, "40.00"));
            assertThat(told.rows()).isEqualTo(2);
        }
    }

    /** A survey that other files say is none is withdrawn; one whose facts were removed keeps its last grade. */
    @ParameterizedTest
    @EnumSource(names = "H2")
    void whatIsGoneForLackOfFactsStays(TestDatabase database) {
        try (Told told = new Told(database)) {
            Grade purged = grade("S-1", "Poli A", "80.00");
            Grade other = grade("S-1", "Poli B", "60.00");
            Grade together = new Grade(
                    "S-1", "RSUD", null, "mean", "r", HALF, 30, new BigDecimal("70.00"), "C", null, List.of());
            Grade region = new Grade(
                    null, "Kabupaten", null, "mean", "r", HALF, 30, new BigDecimal("70.00"), "C", null, List.of());
            told.night(List.of(purged, other, together, region));

            // What remains of the survey is what was published of it; what it was part of lacks it.
            AbsentSurvey responses = new AbsentSurvey(SurveyIdentity.of("S-1", "RSUD", "Poli A"), true);
            told.night(List.of(grade("S-1", "Poli A", "99.00"), other), responses);
            assertThat(told.grades()).containsExactly(purged, other, together, region);
            assertThat(told.rows()).isEqualTo(4);

            // Its responses are there, and make its index, whatever was published of it.
            AbsentSurvey result = new AbsentSurvey(SurveyIdentity.of("S-1", "", ""), false);
            Grade corrected = grade("S-1", "Poli A", "99.00");
            told.night(List.of(corrected, other, together), result);
            assertThat(told.grades()).containsExactly(corrected, other, together);

            told.night(List.of(corrected));
            assertThat(told.grades()).containsExactly(corrected);
            assertThat(told.trends.history(SCOPE).stream().filter(ToldGrade::isWithdrawn))
                    .hasSize(3);
            told.night(List.of(corrected, other));
            assertThat(told.grades()).containsExactlyInAnyOrder(corrected, other);
        }
    }

    /** As it was kept first. */
    @Test
    void whatWasKeptIsRead() throws IOException {
        String kept = "{\"grade\":{\"survey\":\"S-1\",\"unit\":\"RSUD\",\"service\":\"Poli A\",\"regulation\":"
                + "\"permenpanrb-14-2017\",\"period\":{\"start\":\"2025-01-01\",\"end\":\"2025-06-30\"},"
                + "\"respondents\":120,\"ikm\":81.50,\"grade\":\"B\",\"elements\":[{\"code\":\"U1\",\"name\":"
                + "\"Persyaratan\",\"mean\":3.10,\"index\":77.50,\"grade\":\"B\"}]},\"reasons\":{\"id\":\"x\"}}";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new DeflaterOutputStream(packed)) {
            packing.write(kept.getBytes(StandardCharsets.UTF_8));
        }
        GradeText read = Records.read(packed.toByteArray(), GradeText.class, "survey_grade", 1);
        assertThat(read.grade()).isEqualTo(grade("S-1", "Poli A", "81.50"));
        assertThat(read.reason(Language.ID)).isEqualTo("x");
    }

    private static Grade grade(String survey, String service, String ikm) {
        return new Grade(
                survey,
                SCOPE,
                service,
                null,
                "permenpanrb-14-2017",
                HALF,
                120,
                new BigDecimal(ikm),
                "B",
                null,
                List.of(new Grade.Element("U1", "Persyaratan", new BigDecimal("3.10"), new BigDecimal("77.50"), "B")));
    }
}
