package id.patuh.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.ledger.trend.ToldGrade;
import id.patuh.report.Language;
import id.patuh.ruleset.OurRules;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What nights tell of surveys is kept: corrected, with its raw facts gone, and not by nights that failed. */
class GradesOverNightsTest {

    private static final String UNIT = "RSUD";
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final AppliedRules RULES = new AppliedRules(RuleSetContent.of(Path.of("rules")), OurRules.RULES);

    private static final String OLD = "2023-01-01,2023-06-30";
    private static final String KEPT = "4d";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-06-01T18:30:00Z");
    private int files;

    @ParameterizedTest
    @EnumSource
    void gradesAreRevisedAndStayWhenFactsArePurged(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            SurveyTrends trends = new SurveyTrends(store);
            deliver(responses(OLD, "Poli A", 3) + responses(OLD, "Poli B", 2));
            night(store);
            night(store);
            assertThat(told(trends.history(UNIT))).containsExactly("1 Poli A 75.00", "1 Poli B 50.00", "1 null 62.50");

            deliver(responses(OLD, "Poli A", 4));
            night(store);
            assertThat(told(trends.history(UNIT)).subList(3, 5)).containsExactly("3 Poli A 100.00", "3 null 75.00");

            deliver(responses("2025-07-01,2025-12-31", "Poli A", 3));
            int nights = 3;
            for (; nights < 20 && purged(store) == 0; nights++) {
                night(store);
            }
            assertThat(purged(store)).isEqualTo(2);
            deliver(responses("2026-01-01,2026-05-31", "Poli A", 2));
            night(store);
            assertThat(told(trends.grades(UNIT)))
                    .containsExactly(
                            "3 Poli A 100.00",
                            "1 Poli B 50.00",
                            "4 Poli A 75.00",
                            nights + 1 + " Poli A 50.00",
                            "3 null 75.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNightThatFailedLeavesNoGrades(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            SurveyTrends trends = new SurveyTrends(store);
            deliver(responses(OLD, "Poli A", 3));
            deliver("case,sop,step,start\nK-1,B276,1,2026-03-02 08:00\n");
            night(store);

            deliver(responses(OLD, "Poli A", 4));
            byte[] intact = facts(store);
            replaceFacts(store, new byte[] {1});
            assertThat(night(store).night().stage()).isEqualTo(Night.Stage.FAILED);
            assertThat(told(trends.grades(UNIT))).containsExactly("1 Poli A 75.00");
            assertThat(rows(store)).isEqualTo(1);

            replaceFacts(store, intact);
            now = now.minus(Duration.ofDays(1));
            assertThat(night(store).night().stage()).isEqualTo(Night.Stage.COMPLETED);
            assertThat(told(trends.grades(UNIT))).containsExactly("2 Poli A 100.00");
        }
    }

    private static long purged(Store store) {
        return store.read(transaction -> transaction
                .find("SELECT COUNT(*) FROM fact_survey_file WHERE purged_at IS NOT NULL", row -> row.getLong(1))
                .orElseThrow());
    }

    /** Changes what is stored of cases, which are to be judged again. */
    private static void replaceFacts(Store store, byte[] content) {
        store.write(transaction -> {
            transaction.change("UPDATE fact_case SET due = TRUE");
            return transaction.change("UPDATE fact_case_version SET content = ?", content);
        });
    }

    private static byte[] facts(Store store) {
        return store.read(transaction -> transaction
                .find("SELECT content FROM fact_case_version", row -> row.getBytes("content"))
                .orElseThrow());
    }

    private static long rows(Store store) {
        return store.read(transaction -> transaction
                .find("SELECT COUNT(*) FROM survey_grade", row -> row.getLong(1))
                .orElseThrow());
    }

    private static List<String> told(List<ToldGrade> told) {
        return told.stream()
                .map(each -> each.run() + " " + each.grade().service() + " "
                        + each.grade().ikm())
                .toList();
    }

    private static String responses(String period, String service, int score) {
        String survey = "SKM " + period.substring(0, 7);
        return IntStream.rangeClosed(1, 35)
                .mapToObj(i -> survey + ",RSUD," + service + "," + period + "," + i + ("," + score).repeat(9))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void deliver(String rows) throws IOException {
        String header = "survey,unit,service,period_start,period_end,respondent,U1,U2,U3,U4,U5,U6,U7,U8,U9\n";
        Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(UNIT));
        Files.writeString(inbox.resolve("file" + ++files + ".csv"), rows.startsWith("case") ? rows : header + rows);
    }

    private ScopeOutcome.NightOutcome night(Store store) {
        NightSettings settings =
                WrittenSettings.of(folder, "shard: 5", "retention: {personal: " + KEPT + ", facts: " + KEPT + "}");
        Nights.Work work = new Nights.Work("test", "test", Language.EN, (path, read) -> {});
        Nights nights = new Nights(store, settings, new FixedRules(RULES), work, Clock.fixed(now, ZoneOffset.UTC));
        List<ScopeOutcome.NightOutcome> outcomes = nights.run(UNIT, now).nights();
        now = now.plus(Duration.ofDays(1));
        return outcomes.get(outcomes.size() - 1);
    }
}
