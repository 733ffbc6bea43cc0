package id.patuh.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.facts.Taking.Outcome;
import id.patuh.scope.Hold;
import id.patuh.scope.Holds;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Deadline;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.store.TestDatabase;
import id.patuh.violation.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactsTest {

    private static final String S = "UKPBJ";
    private static final String RULES = "a".repeat(64);
    private static final String OTHER_RULES = "b".repeat(64);
    private static final Instant DAY = Logs.AT;

    @TempDir
    private Path folder;

    /** A database with its facts. */
    private record Base(String url, Store store, Facts facts, Holds holds, Logs logs) implements AutoCloseable {

        @Override
        public void close() {
            store.close();
        }

        /** The case numbers that are due, each with the number of rows that count. */
        List<String> due() {
            return facts.shards(hold(), 2).stream()
                    .flatMap(shard -> facts.due(hold(), shard).stream())
                    .map(one -> one.caseId() + " " + one.rows().size())
                    .toList();
        }

        /** What is due of a night. */
        List<String> select(Instant asOf, String rules) {
            facts.select(hold(), asOf, rules);
            return due();
        }

        /** Evaluates all that is due, each with the same next moment. */
        void evaluate(Instant asOf, String rules, Instant next) {
            facts.select(hold(), asOf, rules);
            List<Evaluated> done = facts.due(hold(), Shard.ALL).stream()
                    .map(one -> new Evaluated(one.caseId(), one.version(), next, false, List.of()))
                    .toList();
            mark(rules, done);
        }

        List<Deadline> deadlines(Instant until) {
            List<Deadline> found = new ArrayList<>();
            facts.deadlines(S, until, found::add);
            return found;
        }

        void mark(String rules, List<Evaluated> done) {
            store.write(transaction -> {
                facts.evaluated(hold(), 1, rules, done).in(transaction);
                return null;
            });
        }

        long eraseNames(Instant before, Instant at) {
            return facts.eraseNames(hold(), before, at, this::refuse);
        }

        long eraseCases(Instant before, Instant at) {
            return facts.eraseCases(hold(), before, at, this::refuse);
        }

        private void refuse(FactsException damage) {
            throw damage;
        }

        /** How often logs were written anew. */
        int writings() {
            return store
                    .read(transaction -> transaction.list("SELECT writings FROM fact_log", row -> row.getInt(1)))
                    .stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        Hold hold() {
            return holds.of(S);
        }

        void execute(String sql) throws SQLException {
            try (Connection intruder = TestDatabase.intruder(url);
                    Statement statement = intruder.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private Base open(TestDatabase database) {
        String url = database.newUrl();
        Store store = Store.open(url);
        Facts facts = new Facts(store, 3);
        Holds holds = new Holds(store);
        return new Base(url, store, facts, holds, new Logs(facts, holds, folder));
    }

    @ParameterizedTest
    @EnumSource
    void theFullerFactsOfACaseCountWhateverOrderTheyComeIn(TestDatabase database) {
        try (Base base = open(database)) {
            base.logs.take(S, "K-1,1,2026-03-02 08:00,2026-03-02 09:00", "K-2,1,2026-03-02 08:00,");
            Taking later = base.logs.take(
                    S, "K-2,1,2026-03-02 08:00,", "K-1,1,2026-03-02 08:00,2026-03-02 09:00", "K-1,2,2026-03-02 09:30,");
            assertThat(List.of(later.added(), later.changed(), later.unchanged()))
                    .containsExactly(0L, 1L, 1L);
            Taking older = base.logs.take(S, "K-1,1,2026-03-02 08:00,");
            assertThat(List.of(
                            older.changed(),
                            older.passedOver().count(),
                            older.partial().count()))
                    .containsExactly(0L, 1L, 0L);

            assertThat(base.due()).containsExactly("K-1 2", "K-2 1");
            assertThat(base.facts.versions(S, "K-1"))
                    .extracting(StoredCase::counts)
                    .containsExactly(false, true, false);
            assertThat(base.facts.versions(S, "K-2")).hasSize(1);
        }
    }

    /** Whatever a row said before: when, by whom, or which step it was. */
    @ParameterizedTest
    @EnumSource
    void aLaterLogPutsRightWhatAnEarlierOneSaid(TestDatabase database) {
        try (Base base = open(database)) {
            base.logs.take(
                    S, "K-1,1,2026-03-02 08:00,2026-03-20 09:00", "K-2,1,2026-03-02 08:00,", "K-2,2,2026-03-30 08:00,");

            Taking later = base.logs.take(
                    S, "K-1,1,2026-03-02 08:00,2026-03-02 09:00", "K-2,1,2026-03-02 08:00,", "K-2,3,2026-03-03 08:00,");

            assertThat(later.changed()).isEqualTo(2);
            assertThat(later.partial().first()).containsExactly("K-2");
            assertThat(base.facts.due(base.hold(), Shard.ALL))
                    .extracting(one -> one.rows().get(one.rows().size() - 1).step())
                    .containsExactly("1", "3");
        }
    }

    /** What a log lost of a case may be what the facts lack that count, until a later log has it. */
    @ParameterizedTest
    @EnumSource
    void whatALaterLogLostCastsDoubtOnWhatCounts(TestDatabase database) {
        try (Base base = open(database)) {
            base.logs.take(
                    S, "K-1,1,2026-03-02 08:00,2026-03-02 09:00", "K-2,1,2026-03-02 08:00,", "K-3,1,2026-03-02 08:00,");
            base.evaluate(DAY, RULES, null);

            Taking broken =
                    base.logs.take(S, "K-1,1,2026-03-02 08:00,", "K-1,2,kemarin,", "K-2,2,kemarin,", "K-9,1,kemarin,");

            assertThat(broken.doubted().first()).containsExactly("K-1", "K-2");
            assertThat(broken.read().inputs().get(0).rejected()).isEqualTo(3);
            assertThat(base.due()).containsExactly("K-1 1", "K-2 1");
            assertThat(base.facts.due(base.hold(), Shard.ALL))
                    .allSatisfy(one -> assertThat(one.lost()).hasSize(1))
                    .allSatisfy(one -> assertThat(one.version()).isEqualTo(1));
            base.evaluate(DAY, RULES, null);
            base.logs.take(S, "K-1,1,2026-03-02 08:00,", "K-1,2,kemarin,", "K-2,2,kemarin,");
            assertThat(base.due()).isEmpty();

            base.logs.take(
                    S, "K-1,1,2026-03-02 08:00,2026-03-02 09:00", "K-2,1,2026-03-02 08:00,", "K-2,2,2026-03-03 08:00,");
            assertThat(base.due()).containsExactly("K-1 1", "K-2 2");
            assertThat(base.facts.due(base.hold(), Shard.ALL))
                    .allSatisfy(one -> assertThat(one.lost()).isEmpty());
        }
    }

    /** The rows of a case that is over are removed, and the names that no other case of its log needs. */
    @ParameterizedTest
    @EnumSource
    void whatNeedNoLongerBeKeptIsRemovedAndNotJudgedAgain(TestDatabase database) {
        String header = "case,step,start,end,person";
        List<String> log = List.of(
                "K-1,1,2026-03-02 08:00,2026-03-02 09:00,Orang Pertama",
                "K-2,1,2026-03-02 08:00,2026-03-02 09:00,Orang Kedua",
                "K-3,1,2026-03-02 08:00,2026-03-02 09:00,Orang Ketiga");
        String further = "K-2,1,2026-03-02 08:00,2026-03-02 10:00,Orang Kedua";
        try (Base base = open(database)) {
            base.logs.take(S, DAY, header, log);
            base.evaluate(DAY, RULES, null);
            base.logs.take(S, DAY.plusSeconds(2), header, List.of(further));
            base.evaluate(DAY.plusSeconds(2), RULES, null);
            base.mark(RULES, List.of(new Evaluated("K-3", 1, DAY.plusSeconds(1_000), false, List.of())));
            Facts otherNode = new Facts(base.store);
            assertThat(otherNode.versions(S, "K-3")).hasSize(1);

            assertThat(base.eraseCases(DAY.plusSeconds(1), DAY.plusSeconds(3))).isEqualTo(1);

            assertThat(base.facts.versions(S, "K-1")).singleElement().satisfies(one -> {
                assertThat(one.purged()).isTrue();
                assertThat(one.rows()).isEmpty();
            });
            assertThat(otherNode.versions(S, "K-3").get(0).rows().get(0).person())
                    .isEqualTo("Orang Ketiga");
            assertThat(base.facts.versions(S, "K-2"))
                    .noneMatch(StoredCase::purged)
                    .hasSize(2);
            assertThat(namesOfFirstLog(base)).containsExactly("Orang Kedua", "Orang Ketiga");
            assertThat(base.select(DAY.plusSeconds(5), OTHER_RULES)).hasSize(2);
            base.evaluate(DAY.plusSeconds(5), OTHER_RULES, null);

            base.logs.take(S, DAY.plusSeconds(6), header, List.of(log.get(0), further, log.get(2)));
            assertThat(base.due()).isEmpty();
            base.logs.take(S, DAY.plusSeconds(6), header, List.of("K-1,2,2026-03-05 08:00,,Orang Pertama"));
            assertThat(base.due()).containsExactly("K-1 1");
            assertThat(base.facts.versions(S, "K-1"))
                    .extracting(StoredCase::counts)
                    .containsExactly(false, true);
        }
    }

    /** Of the names only stays whether two rows are of one person, and which other cases of the log name. */
    @ParameterizedTest
    @EnumSource
    void namesAreRemovedBeforeRowsAre(TestDatabase database) {
        String header = "case,step,start,end,person";
        List<String> log = List.of(
                "K-1,1,2026-03-02 08:00,2026-03-02 09:00,Orang Pertama",
                "K-1,2,2026-03-02 09:00,2026-03-02 10:00,ORANG PERTAMA;Orang Ketiga;?",
                "K-1,3,2026-03-02 10:00,2026-03-02 11:00,",
                "K-2,1,2026-03-02 08:00,,Orang Kedua",
                "K-3,1,2026-03-02 08:00,2026-03-02 09:00,-");
        try (Base base = open(database)) {
            base.logs.take(S, DAY, header, log);
            base.evaluate(DAY, RULES, null);
            base.mark(RULES, List.of(new Evaluated("K-2", 1, DAY.plusSeconds(1_000), false, List.of())));
            Facts otherNode = new Facts(base.store);
            assertThat(persons(otherNode, "K-1")).startsWith("Orang Pertama");

            assertThat(base.eraseNames(DAY, DAY.plusSeconds(3))).isZero();
            assertThat(base.eraseNames(DAY.plusSeconds(1), DAY.plusSeconds(3))).isEqualTo(1);

            assertThat(persons(otherNode, "K-1"))
                    .containsExactly("(nama dihapus 1)", "(nama dihapus 1);(nama dihapus 2);?", null);
            assertThat(base.facts.versions(S, "K-1").get(0).rows())
                    .extracting(row -> row.row().value("person"))
                    .isEqualTo(persons(base.facts, "K-1"));
            assertThat(persons(base.facts, "K-2")).containsExactly("Orang Kedua");
            assertThat(base.facts.versions(S, "K-3").get(0).rows().get(0).row().value("person"))
                    .isEqualTo("-");
            assertThat(namesOfFirstLog(base)).containsExactly("Orang Kedua");
            assertThat(base.due()).as("what was found of it named persons").containsExactly("K-1 3");
            base.evaluate(DAY.plusSeconds(4), RULES, null);
            base.mark(RULES, List.of(new Evaluated("K-2", 1, DAY.plusSeconds(1_000), false, List.of())));
            int writings = base.writings();
            assertThat(base.eraseNames(DAY.plusSeconds(1), DAY.plusSeconds(4))).isZero();
            assertThat(base.writings())
                    .as("a night without anything to remove costs nothing")
                    .isEqualTo(writings);

            base.logs.take(S, DAY.plusSeconds(5), header, log);
            assertThat(base.due()).as("the same facts, with names").isEmpty();
            base.mark(RULES, List.of(new Evaluated("K-2", 1, null, false, List.of())));
            assertThat(base.eraseNames(DAY.plusSeconds(1), DAY.plusSeconds(6)))
                    .as("a case that was not over before")
                    .isEqualTo(1);
            assertThat(namesOfFirstLog(base)).isEmpty();
        }
    }

    /** A log that comes again, and says less than what counts, brings names back that nobody judges. */
    @ParameterizedTest
    @EnumSource
    void namesAreRemovedFromWhatWasPassedOverLater(TestDatabase database) {
        String header = "case,step,start,end,person";
        String first = "K-1,1,2026-03-02 08:00,2026-03-02 09:00,Orang Pertama";
        try (Base base = open(database)) {
            base.logs.take(S, DAY, header, List.of(first, "K-1,2,2026-03-02 09:00,2026-03-02 10:00,Orang Kedua"));
            base.evaluate(DAY, RULES, null);
            assertThat(base.eraseNames(DAY.plusSeconds(1), DAY.plusSeconds(2))).isEqualTo(1);
            base.evaluate(DAY.plusSeconds(2), RULES, null);
            Taking later = base.logs.take(S, DAY.plusSeconds(3), header, List.of(first));
            assertThat(later.passedOver().count()).isEqualTo(1);

            assertThat(base.eraseNames(DAY.plusSeconds(3), DAY.plusSeconds(4))).isZero();
            assertThat(base.eraseNames(DAY.plusSeconds(4), DAY.plusSeconds(5))).isEqualTo(1);

            assertThat(base.facts.versions(S, "K-1"))
                    .flatExtracting(StoredCase::rows)
                    .extracting(ActivityRecord::person)
                    .containsExactly("(nama dihapus 1)", "(nama dihapus 2)", "(nama dihapus 1)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedFactsKeepNoOtherLogsFromBeingErased(TestDatabase database) throws SQLException {
        String header = "case,step,start,end,person";
        try (Base base = open(database)) {
            base.logs.take(S, DAY, header, List.of("K-1,1,2026-03-02 08:00,2026-03-02 09:00,Orang Pertama"));
            base.logs.take(S, DAY, header, List.of("K-2,1,2026-03-02 08:00,2026-03-02 09:00,Orang Kedua"));
            base.evaluate(DAY, RULES, null);
            base.execute("UPDATE fact_case_version SET activities = 2 WHERE case_no = 'K-1'");

            List<String> told = new ArrayList<>();
            long erased = base.facts.eraseNames(
                    base.hold(), DAY.plusSeconds(1), DAY.plusSeconds(2), damage -> told.add(damage.reason()));

            assertThat(erased).isEqualTo(1);
            assertThat(told).containsExactly("facts-altered");
            assertThat(persons(base.facts, "K-2")).containsExactly("(nama dihapus 1)");
        }
    }

    private static List<String> persons(Facts facts, String caseId) {
        return facts.versions(S, caseId).get(0).rows().stream()
                .map(ActivityRecord::person)
                .toList();
    }

    private static List<String> namesOfFirstLog(Base base) {
        String plain = base.store.read(transaction -> transaction
                .list(
                        "SELECT file_id, content FROM fact_log ORDER BY file_id",
                        row -> new String(
                                Sealed.open("log " + row.getLong("file_id"), row.getBytes("content")),
                                StandardCharsets.UTF_8))
                .get(0));
        return Stream.of("Orang Pertama", "Orang Kedua", "Orang Ketiga")
                .filter(plain::contains)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatFallsDueIsToldUntilTheCaseIsEvaluatedAgain(TestDatabase database) throws SQLException {
        try (Base base = open(database)) {
            base.logs.take(S, "K-1,1,2026-03-02 08:00,", "K-2,1,2026-03-02 08:00,", "K-3,1,2026-03-02 08:00,");
            Subject running = Subject.ofCase("UKPBJ", "B276", "K-1").atStep("2").inRound(3);
            Subject limited = Subject.ofCase(null, "B276", "K-2").under("whole-run");
            Deadline step = new Deadline(running, Deadline.Kind.STEP, 2, DAY.plusSeconds(60));
            Deadline next = new Deadline(running, Deadline.Kind.NEXT_STEP, 3, DAY.plusSeconds(90));
            Deadline constraint = new Deadline(limited, Deadline.Kind.CONSTRAINT, 9, DAY.plusSeconds(30));
            base.mark(
                    RULES,
                    List.of(
                            new Evaluated("K-1", 1, null, false, List.of(next, step)),
                            new Evaluated("K-2", 1, null, false, List.of(constraint)),
                            new Evaluated("K-3", 1, null, false, List.of())));

            assertThat(base.deadlines(DAY.plusSeconds(29))).isEmpty();
            assertThat(base.deadlines(DAY.plusSeconds(60))).containsExactly(constraint, step);
            assertThat(base.deadlines(DAY.plusSeconds(90))).containsExactly(constraint, next, step);

            base.mark(RULES, List.of(new Evaluated("K-2", 1, null, false, List.of())));
            assertThat(base.deadlines(DAY.plusSeconds(60))).containsExactly(step);

            base.execute("UPDATE fact_case SET case_no = 'K-9' WHERE case_no = 'K-1'");
            FactsException altered =
                    catchThrowableOfType(FactsException.class, () -> base.deadlines(DAY.plusSeconds(60)));
            assertThat(altered.reason()).isEqualTo("deadlines-altered");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExportOfPartOfACaseIsTold(TestDatabase database) {
        try (Base base = open(database)) {
            base.logs.take(S, "K-1,1,2026-03-02 08:00,2026-03-02 09:00", "K-2,1,2026-03-02 08:00,");

            Taking part = base.logs.take(S, "K-1,2,2026-03-03 08:00,", "K-2,1,2026-03-02 08:00,2026-03-02 10:00");

            assertThat(part.changed()).isEqualTo(2);
            assertThat(part.partial().count()).isEqualTo(1);
            assertThat(part.partial().first()).containsExactly("K-1");
        }
    }

    /** What is yet to come was mistyped; else the row that is put right would be the older one for thirty years. */
    @ParameterizedTest
    @EnumSource
    void aMomentToComeMakesNoFactsFuller(TestDatabase database) {
        try (Base base = open(database)) {
            base.logs.take(S, "K-1,1,2026-03-02 08:00,2056-03-02 09:00");

            base.logs.take(S, "K-1,1,2026-03-02 08:00,2026-03-02 09:00");

            assertThat(base.facts.versions(S, "K-1"))
                    .extracting(StoredCase::counts)
                    .containsExactly(false, true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsTakenOnceInAScope(TestDatabase database) throws IOException {
        try (Base base = open(database)) {
            Path file =
                    Files.writeString(folder.resolve("log.csv"), "case,sop,step,start\nK-1,B276,1,2026-03-02 08:00\n");
            Path renamed = Files.copy(file, folder.resolve("renamed.csv"));
            Path notes = Files.writeString(folder.resolve("notes.csv"), "catatan\nlibur\n");

            assertThat(base.logs.take(S, file, DAY).outcome()).isEqualTo(Outcome.TAKEN);
            assertThat(base.logs.take(S, renamed, DAY).outcome()).isEqualTo(Outcome.KNOWN);
            assertThat(base.logs.take("other", renamed, DAY).outcome()).isEqualTo(Outcome.TAKEN);
            assertThat(base.logs.take(S, notes, DAY).outcome()).isEqualTo(Outcome.WITHOUT_FACTS);
            // It casts doubt on K-1, and is unreadable however often it comes.
            Path lost = Files.writeString(folder.resolve("lost.csv"), "case,sop,step,start\nK-1,B276,1,kemarin\n");
            for (int time = 0; time < 2; time++) {
                assertThat(base.logs.take(S, lost, DAY).outcome()).isEqualTo(Outcome.WITHOUT_FACTS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void allOfAFileIsTakenOrNothing(TestDatabase database) throws SQLException {
        try (Base base = open(database)) {
            base.execute("ALTER TABLE fact_log ADD CONSTRAINT full_disk CHECK (file_id < 0)");
            StoreException refused = catchThrowableOfType(
                    StoreException.class,
                    () -> base.logs.take(S, "K-1,1,2026-03-02 08:00,", "K-2,1,2026-03-02 08:00,"));
            assertThat(refused).isNotNull();
            assertThat(base.due()).isEmpty();
            base.execute("ALTER TABLE fact_log DROP CONSTRAINT full_disk");

            assertThat(base.logs.take(S, "K-1,1,2026-03-02 08:00,").added()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatMayHaveAnotherResultIsDue(TestDatabase database) {
        try (Base base = open(database)) {
            base.logs.take(
                    S,
                    IntStream.range(0, 5)
                            .mapToObj(i -> "K-" + i + ",1,2026-03-02 08:00,")
                            .toArray(String[]::new));
            assertThat(base.select(DAY, RULES)).hasSize(5);
            assertThat(base.facts.shards(base.hold(), 2))
                    .containsExactly(new Shard(null, "K-2"), new Shard("K-2", "K-4"), new Shard("K-4", null));
            assertThat(base.due()).containsExactly("K-0 1", "K-1 1", "K-2 1", "K-3 1", "K-4 1");
            base.mark(
                    RULES,
                    List.of(
                            new Evaluated("K-0", 1, null, false, List.of()),
                            new Evaluated("K-1", 1, DAY.plusSeconds(60), false, List.of()),
                            new Evaluated("K-2", 1, DAY.plusSeconds(61), false, List.of()),
                            new Evaluated("K-3", 1, null, false, List.of())));

            assertThat(base.select(DAY.plusSeconds(59), RULES)).hasSize(1);
            base.logs.take(S, "K-0,1,2026-03-02 08:00,", "K-3,1,2026-03-02 08:00,2026-03-04 08:00");
            assertThat(base.due()).containsExactly("K-3 1", "K-4 1");
            assertThat(base.select(DAY.plusSeconds(60), RULES)).hasSize(3);
            assertThat(base.due()).containsExactly("K-1 1", "K-3 1", "K-4 1");
            assertThat(base.select(DAY, OTHER_RULES)).hasSize(5);
        }
    }

    /** A node that was frozen, or works by rules that were replaced, settles nothing. */
    @ParameterizedTest
    @EnumSource
    void whatChangedMeanwhileStaysDue(TestDatabase database) {
        try (Base base = open(database)) {
            base.logs.take(S, "K-1,1,2026-03-02 08:00,", "K-2,1,2026-03-02 08:00,");
            base.facts.select(base.hold(), DAY, RULES);
            base.logs.take(S, "K-1,1,2026-03-02 08:00,2026-03-02 09:00");
            base.mark(
                    RULES,
                    List.of(
                            new Evaluated("K-1", 1, null, false, List.of()),
                            new Evaluated("K-2", 1, null, false, List.of())));
            assertThat(base.due()).containsExactly("K-1 1");

            base.facts.select(base.hold(), DAY, OTHER_RULES);
            base.mark(
                    RULES,
                    List.of(
                            new Evaluated("K-1", 2, null, false, List.of()),
                            new Evaluated("K-2", 1, null, false, List.of())));
            assertThat(base.select(DAY, OTHER_RULES)).hasSize(2);
            assertThat(base.due()).containsExactly("K-1 1", "K-2 1");
        }
    }

    /** What a case lacks may stand in a row that was lost: where another log has that row, the case is another one. */
    @ParameterizedTest
    @EnumSource
    void aLogThatLostNothingReplacesOneThatDid(TestDatabase database) {
        try (Base base = open(database)) {
            base.logs.take(
                    S, "K-1,1,2026-03-02 08:00,", ",2,2026-03-02 09:00,", "K-2,1,2026-03-02 08:00,", "K-2,x,kemarin,");
            assertThat(base.facts.versions(S, "K-1").get(0).lost()).hasSize(1);
            assertThat(base.facts.versions(S, "K-2").get(0).lost()).hasSize(2);
            base.evaluate(DAY, RULES, null);

            base.logs.take(S, "K-1,1,2026-03-02 08:00,", "K-2,1,2026-03-02 08:00,");

            assertThat(base.due()).containsExactly("K-1 1", "K-2 1");
            assertThat(base.facts.versions(S, "K-1").get(1).lost()).isEmpty();
            assertThat(base.facts.versions(S, "K-2").get(1).lost()).isEmpty();
        }
    }

    /** A system writes the same file anew each night, with another heading; nothing is stored for it. */
    @ParameterizedTest
    @EnumSource
    void theSameFactsInAnotherFileChangeNothing(TestDatabase database) throws IOException {
        try (Base base = open(database)) {
            base.logs.take(S, "K-1,1,2026-03-02 08:00,", "K-2,1,2026-03-02 08:00,");
            base.evaluate(DAY, RULES, null);
            Path file = Files.writeString(
                    folder.resolve("log.csv"),
                    "end;start;step;case;sop\n;02/03/2026 08:00;1;K-2;B276\n\n;02/03/2026 08:00;1;K-1;B276\n");

            Taking again = base.logs.take(S, file, DAY);

            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(base.due()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void caseNumbersMayBeAnyText(TestDatabase database) throws IOException {
        List<String> numbers = List.of(
                "k-1",
                "K-1",
                "K 1",
                "\u00e91",
                "\ud83d\ude001",
                "\ud83d\ude002",
                "9".repeat(500),
                "9".repeat(500) + "x",
                "\ufffd");
        try (Base base = open(database)) {
            StringBuilder log = new StringBuilder("case,sop,step,start\n");
            numbers.forEach(number -> log.append(number).append(",B276,1,2026-03-02 08:00\n"));
            Path file = Files.writeString(folder.resolve("log.csv"), log);
            assertThat(base.logs.take(S, file, DAY).added()).isEqualTo(numbers.size());

            assertThat(base.facts.due(base.hold(), Shard.ALL))
                    .extracting(StoredCase::caseId)
                    .containsExactlyInAnyOrderElementsOf(numbers);
            assertThat(numbers)
                    .allSatisfy(number -> assertThat(base.facts.versions(S, number))
                            .singleElement()
                            .extracting(StoredCase::caseId)
                            .isEqualTo(number));
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedFactsAreToldAndNeverReadAsFewer(TestDatabase database) throws SQLException {
        try (Base base = open(database)) {
            base.logs.take(S, "K-1,1,2026-03-02 08:00,", "K-2,1,2026-03-02 08:00,");
            base.execute(
                    "UPDATE fact_case_version SET content = (SELECT content FROM fact_case_version WHERE case_no = 'K-2')"
                            + " WHERE case_no = 'K-1'");
            assertThat(reason(base, "K-1")).isEqualTo("facts-altered");
            assertThat(reason(base, "K-2")).isNull();
            base.execute("UPDATE fact_case_version SET activities = 2 WHERE case_no = 'K-2'");
            assertThat(reason(base, "K-2")).isEqualTo("facts-altered");

            base.logs.take(S, "K-3,1,2026-03-02 08:00,", "K-4,1,2026-03-02 08:00,");
            byte[] whole = content(base, "K-3");
            for (int i = 0; i < whole.length; i++) {
                byte[] damaged = whole.clone();
                damaged[i] ^= 0x10;
                put(base, "K-3", damaged);
                assertThat(reason(base, "K-3")).as("byte %d", i).isEqualTo("facts-altered");
            }
            base.execute("DELETE FROM fact_log WHERE file_id = (SELECT MAX(id) FROM fact_file)");
            assertThat(reason(base, "K-4")).isEqualTo("log-facts-altered");
            base.execute("DELETE FROM fact_case_version WHERE case_no = 'K-4'");
            assertThat(reason(base, "K-4")).isEqualTo("facts-missing");
            assertThat(catchThrowableOfType(FactsException.class, () -> base.logs.take(S, "K-4,1,2026-03-02 08:00,")))
                    .isNotNull();
        }
    }

    private static byte[] content(Base base, String caseId) {
        return base.store.read(transaction -> transaction
                .find("SELECT content FROM fact_case_version WHERE case_no = ?", row -> row.getBytes(1), caseId)
                .orElseThrow());
    }

    private static void put(Base base, String caseId, byte[] content) {
        base.store.write(transaction -> {
            transaction.change("UPDATE fact_case_version SET content = ? WHERE case_no = ?", content, caseId);
            return null;
        });
    }

    /** As another process has it, which remembers nothing. */
    private static String reason(Base base, String caseId) {
        FactsException told =
                catchThrowableOfType(FactsException.class, () -> new Facts(base.store).versions(S, caseId));
        return told == null ? null : told.reason();
    }

    @ParameterizedTest
    @EnumSource
    void severalNodesTakeLogsOfOneScopeAtOnce(TestDatabase database) throws IOException {
        try (Base base = open(database)) {
            Path same =
                    Files.writeString(folder.resolve("same.csv"), "case,sop,step,start\nK-1,B276,1,2026-03-02 08:00\n");
            Function<Integer, Taking> take = i -> i < 3
                    ? base.logs.take(S, same, DAY)
                    : base.logs.take(
                            S,
                            IntStream.range(0, 30)
                                    .mapToObj(k -> "K-" + k + ",1,2026-03-02 08:00,2026-03-0" + i + " 09:00")
                                    .toArray(String[]::new));
            List<CompletableFuture<Taking>> takings = IntStream.range(0, 9)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> take.apply(i)))
                    .toList();

            List<Taking> taken = takings.stream().map(CompletableFuture::join).toList();

            assertThat(taken.subList(0, 3)).extracting(Taking::outcome).containsOnlyOnce(Outcome.TAKEN);
            List<StoredCase> due = base.facts.due(base.hold(), Shard.ALL);
            assertThat(due).hasSize(30);
            assertThat(due).extracting(StoredCase::log).containsOnly(due.get(0).log());
        }
    }
}
