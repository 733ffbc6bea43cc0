package id.patuh.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.facts.Taking.Outcome;
import id.patuh.intake.FoundInput;
import id.patuh.ruleset.OurRules;
import id.patuh.ruleset.RuleSetException;
import id.patuh.scope.Holds;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mappings that are saved for a scope, and what is taken by them. */
class SavedMappingsTest {

    private static final String UNIT = "Dinas A";
    private static final String DAY_FIRST = mapping("d/M/yyyy H:mm");
    private static final String MONTH_FIRST = mapping("M/d/yyyy H:mm");

    private static final String SURVEY =
            "kind: survey\ncolumns: {unit: Unit, U1: T1, U2: T2, U3: T3, U4: T4, U5: T5, U6: T6, U7: T7, U8: T8, U9: T9}\n"
                    + "constants: {period_start: 2026-01-01, period_end: 2026-03-31}\n";

    @TempDir
    private Path folder;

    private static String mapping(String times) {
        return "times: [" + times + "]\ncolumns: {case: Berkas, sop: SOP, step: Langkah, start: Mulai, end: Selesai}\n";
    }

    @ParameterizedTest
    @EnumSource
    void eachChangeIsAVersionOfItsOwn(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            SavedMappings mappings = new SavedMappings(store, Clock.systemUTC());
            SavedMapping first = save(mappings, UNIT, "Aplikasi", DAY_FIRST);
            SavedMapping other = save(mappings, UNIT, " Lain ", DAY_FIRST);
            SavedMapping second = save(mappings, UNIT, "Aplikasi", MONTH_FIRST);
            save(mappings, "Dinas B", "Aplikasi", DAY_FIRST);

            assertThat(mappings.current(UNIT)).containsExactly(second, other);
            assertThat(second.label()).isEqualTo("Aplikasi v2");
            assertThat(other.name()).isEqualTo("Lain");
            assertThat(mappings.find("Dinas B", first.number())).isEmpty();

            assertThat(catchThrowableOfType(FactsException.class, () -> remove(mappings, first))
                            .reason())
                    .isEqualTo("saved-mapping-replaced");
            remove(mappings, second);
            assertThat(mappings.current(UNIT)).containsExactly(other);
            assertThat(save(mappings, UNIT, "Aplikasi", DAY_FIRST).version()).isEqualTo(4);
            assertThat(mappings.history(UNIT)).hasSize(5);

            for (String name : List.of("", " ", "a\nb", "x".repeat(81))) {
                assertThat(catchThrowableOfType(FactsException.class, () -> save(mappings, UNIT, name, DAY_FIRST))
                                .reason())
                        .isEqualTo("saved-mapping-name");
            }
            assertThat(catchThrowableOfType(
                                    RuleSetException.class, () -> save(mappings, UNIT, "x", "columns: {cases: A}"))
                            .problems())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSavesAtTheSameMomentAddsAVersion(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            SavedMappings mappings = new SavedMappings(store, Clock.systemUTC());
            List<CompletableFuture<SavedMapping>> saving = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> save(mappings, UNIT, "Aplikasi", DAY_FIRST)))
                    .limit(6)
                    .toList();
            assertThat(saving.stream().map(CompletableFuture::join).map(SavedMapping::version))
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
            assertThat(mappings.current(UNIT)).extracting(SavedMapping::version).containsExactly(6);
        }
    }

    /** Read as it is recognised, its dates are in April; the very same bytes are taken anew once somebody says how to read them. */
    @ParameterizedTest
    @EnumSource
    void theSameFileIsTakenAnewByAnotherMapping(TestDatabase database) throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"),
                "Berkas;SOP;Langkah;Mulai;Selesai\nK-1;B276;1;03/04/2026 08:30;03/04/2026 09:00\n");
        Path survey = Files.writeString(
                folder.resolve("survei.csv"), "Unit;T1;T2;T3;T4;T5;T6;T7;T8;T9\nDinas A;3;4;3;4;3;4;3;4;3\n");
        try (Store store = Store.open(database.newUrl())) {
            Base base =
                    new Base(store, new Facts(store), new SavedMappings(store, Clock.systemUTC()), new Holds(store));
            assertThat(base.take(log)).isEqualTo(Outcome.TAKEN);
            assertThat(base.take(log)).isEqualTo(Outcome.KNOWN);
            assertThat(base.start()).isEqualTo(Instant.parse("2026-04-03T01:30:00Z"));

            save(base.mappings, UNIT, "Aplikasi", MONTH_FIRST);
            save(base.mappings, UNIT, "Survei", SURVEY);
            assertThat(base.take(log)).isEqualTo(Outcome.TAKEN);
            assertThat(base.take(log)).isEqualTo(Outcome.KNOWN);
            assertThat(base.start()).isEqualTo(Instant.parse("2026-03-04T01:30:00Z"));

            // A file with surveys is read again by what read it, whatever became of that mapping.
            assertThat(base.take(survey)).isEqualTo(Outcome.TAKEN);
            base.mappings.current(UNIT).forEach(mapping -> remove(base.mappings, mapping));
            assertThat(base.grades()).isEqualTo(1);
        }
    }

    /** As another version of the program may have taken it: what it read is as if nobody could read it, and the rest goes on. */
    @ParameterizedTest
    @EnumSource
    void aMappingThatIsNoLongerTakenIsTold(TestDatabase database) throws Exception {
        Path survey = Files.writeString(
                folder.resolve("survei.csv"), "Unit;T1;T2;T3;T4;T5;T6;T7;T8;T9\nDinas A;3;4;3;4;3;4;3;4;3\n");
        String url = database.newUrl();
        try (Store store = Store.open(url)) {
            Base base =
                    new Base(store, new Facts(store), new SavedMappings(store, Clock.systemUTC()), new Holds(store));
            save(base.mappings, UNIT, "Survei", SURVEY);
            assertThat(base.take(survey)).isEqualTo(Outcome.TAKEN);
            assertThat(base.grades()).isEqualTo(1);
            try (Connection intruder = TestDatabase.intruder(url)) {
                database.disarm(intruder);
                intruder.createStatement().execute("UPDATE saved_mapping SET content = 'columns: {cases: A}'");
            }
            FactsException told = catchThrowableOfType(FactsException.class, () -> base.take(survey));
            assertThat(told.reason()).isEqualTo("saved-mapping-unusable");
            assertThat(told.details()).containsEntry("mapping", "Survei v1");
            remove(base.mappings, base.mappings.current(UNIT).get(0));
            assertThat(base.grades()).isZero();
        }
    }

    private record Base(Store store, Facts facts, SavedMappings mappings, Holds holds) {

        private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
        private static final Instant AT = Instant.parse("2026-06-30T17:00:00Z");

        Outcome take(Path file) {
            Taking taking = facts.take(
                    holds.of(UNIT),
                    FoundInput.file(file.getFileName().toString(), file),
                    new HowRead(ZONE, null, null, mappings.current(UNIT)),
                    OurRules.RULES,
                    AT,
                    (path, rows) -> {},
                    taken -> Transaction.Step.NONE);
            taking.read().rejected().close();
            return taking.outcome();
        }

        /** How many surveys have one, each of the one who answered. */
        int grades() {
            JudgedSurveys judged = facts.surveys().judge(holds.of(UNIT), OurRules.RULES, AT, ZONE, (path, rows) -> {});
            assertThat(judged.verdict().grades()).allMatch(grade -> grade.respondents() == 1);
            return judged.verdict().grades().size();
        }

        Instant start() {
            StoredCase counting = facts.versions(UNIT, "K-1").stream()
                    .filter(StoredCase::counts)
                    .findFirst()
                    .orElseThrow();
            return Instant.ofEpochMilli(counting.rows().get(0).start());
        }
    }

    private static SavedMapping save(SavedMappings mappings, String scope, String name, String content) {
        return mappings.save(scope, name, content, "ani", saved -> Transaction.Step.NONE);
    }

    private static void remove(SavedMappings mappings, SavedMapping mapping) {
        mappings.remove(mapping, "ani", removed -> Transaction.Step.NONE);
    }
}
