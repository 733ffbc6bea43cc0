package id.patuh.ledger.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.HeldRun;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeRuns;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.life.RunOrder;
import id.patuh.ruleset.OurRules;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Follow-up through whole nights. */
class FollowUpNightsTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 29);
    private static final String UNSUR = "{\"name\": \"%s\", \"mean\": %s}";

    @TempDir
    private Path folder;

    private static String sample(String path) throws IOException {
        return Files.readString(Path.of("sample-data").resolve(path));
    }

    private static List<String> states(List<ItemStanding> items) {
        return items.stream()
                .map(item -> item.known().plan().number() + " " + item.state())
                .toList();
    }

    /** The sample's plan is under way, one item falls due undone, is done late, and its unsur falls. */
    @ParameterizedTest
    @EnumSource
    void anItemIsFollowedFromItsPlanToTheNextSurvey(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            Nightly nights = new Nightly(store, folder);
            String report = sample("follow-up/rtl-2026.json");
            nights.drop("rtl.json", report);
            nights.until(START);
            assertThat(states(nights.items(START))).containsExactly("1 under-way", "2 done", "3 done");
            LocalDate october = START.withMonth(10).withDayOfMonth(1);
            nights.until(october.minusDays(1));
            assertThat(states(nights.items(october.minusDays(1)))).contains("1 under-way");
            nights.until(october);
            ItemStanding late = nights.items(october).get(0);
            assertThat(late.state()).isEqualTo(ItemState.OVERDUE);
            assertThat(late.violations()).extracting(LifeViolation::rule).containsExactly("rtl-not-realised");
            assertThat(nights.rows()).isEqualTo(3);
            assertThat(nights.items(october).get(1).violations())
                    .extracting(LifeViolation::rule)
                    .containsExactly("rtl-schedule-missing");

            nights.drop(
                    "rtl-2.json",
                    report.replace(
                            "\"done\": false, \"description\": \"Menunggu anggaran\", \"evidence\": []",
                            "\"done\": true, \"evidence\": [\"foto.jpg\"]"));
            LocalDate november = october.plusDays(5);
            nights.until(november);
            ItemStanding done = nights.items(november).get(0);
            assertThat(done.state()).isEqualTo(ItemState.DONE);
            assertThat(done.violations()).isEmpty();
            assertThat(done.effect().outcome()).isEqualTo(Effect.Outcome.NO_NEXT);

            LocalDate next = november.plusDays(3);
            nights.drop("next.json", survey("SKM-KECAMATAN-D-2026-S2", "2026-07-01", "2026-12-31", "3.05"));
            nights.until(next);
            done = nights.items(next).get(0);
            assertThat(done.effect().outcome()).isEqualTo(Effect.Outcome.FELL);
            assertThat(done.history(Nightly.ZONE))
                    .extracting(change -> change.day() + " " + change.run() + " " + change.state())
                    .containsExactly("2026-09-29 1 under-way", "2026-10-01 null overdue", "2026-10-02 4 done");
            assertThat(states(nights.items(october))).as("as it was").containsExactly("1 overdue", "2 done", "3 done");
            assertThat(new ItemEffects(store)
                            .ineffective(new LifeBook(store).last(Nightly.SCOPE).orElseThrow(), 0))
                    .extracting(each -> each.known().plan().number() + " " + each.since())
                    .containsExactly("1 9", "2 9", "3 9");
            assertThat(new ItemEffects(store)
                            .ineffective(new LifeBook(store).last(Nightly.SCOPE).orElseThrow(), 9))
                    .isEmpty();
        }
    }

    private static String survey(String id, String start, String end, String mean) {
        List<String> names = OurRules.RULES.regulations().find("permenpanrb-14-2017").orElseThrow().unsur().stream()
                .map(unsur -> UNSUR.formatted(unsur.name(), mean))
                .toList();
        return ("{\"surveys\": [{\"id\": \"%s\", \"unit\": \"Kecamatan D\", \"regulation\": \"permenpanrb-14-2017\", "
                        + "\"period\": {\"start\": \"%s\", \"end\": \"%s\"}, \"respondents\": 160, "
                        + "\"published\": {\"elements\": [%s]}}]}")
                .formatted(id, start, end, String.join(",", names));
    }

    /** The seed claims that all is done, and proves nothing of it. */
    @ParameterizedTest
    @EnumSource
    void whatIsClaimedWithoutProofIsNoneOfThoseDone(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            Nightly nights = new Nightly(store, folder);
            nights.drop("bp3mi.json", sample("bp3mi-jateng-2024.json"));
            nights.until(START);
            List<ItemStanding> items = nights.items(START);
            assertThat(items).hasSize(9).allMatch(item -> item.state() == ItemState.UNPROVEN);
            assertThat(items)
                    .allMatch(item -> item.violations().stream()
                            .anyMatch(found -> found.rule().equals("rtl-evidence-missing")));
            Summary summary = Summary.of(items, items);
            assertThat(summary.done()).isEqualTo(9);
            assertThat(summary.claims())
                    .singleElement()
                    .returns(false, Summary.Claim::differs)
                    .returns(List.of("rtl-claim-contradicted"), Summary.Claim::rules);
        }
    }

    /** A table by itself names neither survey nor unit: the next file of that name is the same report. */
    @ParameterizedTest
    @EnumSource
    void aReportThatSaysNothingOfItselfIsKnownByItsFile(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Nightly nights = new Nightly(store, folder);
            String head = "No;Prioritas Unsur;Program/Kegiatan;Waktu;Penanggung Jawab;Sudah/Belum\n";
            nights.drop("rtl.csv", head + "1;Waktu;Loket;TW III 2026;A;Belum\n");
            nights.until(START);
            nights.drop("rtl.csv", head + "1;Waktu;Loket;TW III 2026;A;Sudah\n");
            nights.until(START.plusDays(1));
            assertThat(states(nights.items(START))).containsExactly("1 under-way");
            assertThat(states(nights.items(START.plusDays(1)))).containsExactly("1 proof-unknown");
        }
    }

    /** Its files go, and what became of it stays, with its effect. */
    @ParameterizedTest
    @EnumSource
    void whatIsDoneStaysWhenItsFilesArePurged(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Nightly nights = new Nightly(store, folder);
            nights.drop("s1.json", survey("S-1", "2023-01-01", "2023-06-30", "3.05"));
            nights.drop(
                    "rtl.json",
                    "{\"followUps\": [{\"survey\": \"s-1\", \"unit\": \"Kecamatan D\", \"period\": {\"start\": "
                            + "\"2023-01-01\", \"end\": \"2023-06-30\"}, \"plan\": [{\"id\": \"1\", \"element\": "
                            + "\"waktu layanan\", \"activity\": \"Loket\", \"quarters\": [\"TW IV\"], \"owner\": \"A\"}], "
                            + "\"realisations\": [{\"plan\": \"1\", \"done\": true, \"evidence\": [\"foto\"]}]}]}");
            nights.drop("s2.json", survey("S-2", "2023-07-01", "2023-12-31", "3.05"));
            nights.drop("s3.json", survey("S-3", "2026-01-01", "2026-06-30", "3.60"));
            nights.until(START);
            nights.keep("1d");
            nights.until(START.plusDays(5));
            nights.drop("s4.json", survey("S-4", "2026-07-01", "2026-09-30", "3.60"));
            nights.until(START.plusDays(6));

            ItemStanding item = nights.items(START.plusDays(6)).get(0);
            assertThat(item.known().presence()).isEqualTo(FollowUpItem.Presence.NOT_JUDGED);
            assertThat(item.known().judgedUntil()).isEqualTo(START.plusDays(5));
            assertThat(item.state()).isEqualTo(ItemState.DONE);
            assertThat(item.effect().outcome()).isEqualTo(Effect.Outcome.UNCHANGED);
            assertThat(item.effect().next()).isEqualTo("S-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatARunUnderWayLearntShowsOnceItIsCompletedAndGoesWithIt(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            Nightly nights = new Nightly(store, folder);
            assertThatThrownBy(() -> nights.items(START)).isInstanceOf(LedgerException.class);
            nights.drop("rtl.json", sample("follow-up/rtl-2026.json"));
            nights.until(START);
            LifeRun first = new LifeBook(store).last(Nightly.SCOPE).orElseThrow();
            List<String> due = due(store, first);
            assertThat(due).hasSize(1);
            Scopes scopes = new Scopes(store);
            Hold hold =
                    scopes.take(Nightly.SCOPE, "test", Duration.ofMinutes(1)).orElseThrow();
            LifeRuns runs = new LifeRuns(store, Clock.systemUTC());
            RunOrder order = new RunOrder(
                    List.of(),
                    OurRules.LIBRARY.files(),
                    OurRules.RULES,
                    Nightly.asOf(START.plusDays(1)),
                    Nightly.ZONE,
                    "test");
            HeldRun run = runs.begin(hold, order);
            for (int time = 0; time < 2; time++) {
                run.record(0, List.of(), FollowUps.record(run.run(), Nightly.ZONE, List.of(), Map.of()));
                assertThat(nights.rows()).isEqualTo(6);
                assertThat(nights.items(START.plusDays(1)))
                        .allMatch(item -> item.known().presence() == FollowUpItem.Presence.JUDGED);
            }
            runs.abandon(hold, FollowUps::forget);
            assertThat(nights.rows()).isEqualTo(3);

            run = runs.begin(hold, order);
            run.record(0, List.of(), FollowUps.record(run.run(), Nightly.ZONE, List.of(), Map.of()));
            run.complete(1, transaction -> {});
            assertThat(nights.items(START.plusDays(1)))
                    .allMatch(item -> item.known().presence() == FollowUpItem.Presence.NOT_JUDGED);
            assertThat(states(nights.items(START.plusDays(2)))).containsExactly("1 unknown", "2 done", "3 done");
            assertThat(due(store, first)).as("as known by then").isEqualTo(due);
        }
    }

    private static List<String> due(Store store, LifeRun run) {
        return new FollowUps(store)
                .due(run, START.minusYears(1), START.plusYears(1)).stream()
                        .map(ToldItem::item)
                        .toList();
    }
}
