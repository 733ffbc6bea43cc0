package id.patuh.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulebookTest {

    private static final Instant START = Instant.parse("2026-11-20T01:00:00.123456Z");

    /** The way that a version takes to a state. */
    private static final Map<State, String> WAYS = new EnumMap<>(Map.of(
            State.DRAFT, "",
            State.TESTED, "t",
            State.PROPOSED, "tp",
            State.APPROVED, "tpa",
            State.PUBLISHED, "tpau",
            State.REJECTED, "r"));

    private final MovingClock clock = new MovingClock(START);

    @ParameterizedTest
    @EnumSource
    void aVersionTakesEveryStepOfItsWayAndNoOther(TestDatabase database) {
        Map<State, String> allowed = new EnumMap<>(Map.of(
                State.DRAFT, "tfr",
                State.TESTED, "tfpr",
                State.PROPOSED, "ar",
                State.APPROVED, "ur",
                State.PUBLISHED, "",
                State.REJECTED, ""));
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            WAYS.forEach((state, way) -> {
                for (char step : "tfpaurb".toCharArray()) {
                    long version = rulebook.draft(content(state + " " + step), "ani", "baru", null)
                            .id();
                    way.chars().forEach(done -> step(rulebook, version, (char) done));
                    String before = rulebook.history().head();
                    if (allowed.get(state).indexOf(step) >= 0) {
                        step(rulebook, version, step);
                        assertThat(rulebook.history().entries())
                                .last()
                                .satisfies(e -> assertThat(e.draft().id()).isEqualTo(version));
                    } else {
                        String why = state == State.PUBLISHED && step == 'b'
                                ? "version-in-force"
                                : "version-is-" + state.word();
                        assertThat(refusal(() -> step(rulebook, version, step)).reason())
                                .as("%s %s", state, step)
                                .isEqualTo(why);
                        assertThat(rulebook.history().head()).isEqualTo(before);
                    }
                }
            });
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotUsableIsRefusedByReason(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            Version first = rulebook.draft(content("a"), "ani", "baru", null);
            Map<String, Runnable> refused = new HashMap<>();
            refused.put("person-unusable", () -> rulebook.draft(content("b"), " ", "baru", null));
            refused.put("comment-absent", () -> rulebook.draft(content("b"), "ani", " ", null));
            refused.put("text-unusable", () -> rulebook.draft(content("b"), "ani", "a\0b", null));
            refused.put("path-unusable", () -> rulebook.draft(content("b").with("", new byte[0]), "ani", "baru", null));
            refused.put("nothing-changed", () -> rulebook.draft(content("a"), "ani", "baru", first.id()));
            refused.put("version-unknown", () -> rulebook.draft(content("b"), "ani", "baru", 9L));
            refused.put("report-absent", () -> rulebook.tested(first.id(), true, "", "ani"));
            refused.forEach((reason, work) ->
                    assertThat(refusal(work).reason()).as(reason).isEqualTo(reason));
            for (String name : List.of("ani\u200b", "ani\n", "a\tb", "a".repeat(201), "\ud800")) {
                Runnable work = () -> rulebook.draft(content("b"), name + "x", "baru", null);
                assertThat(refusal(work).reason()).isEqualTo("person-unusable");
            }
            for (long unknown : new long[] {0, -1, 2}) {
                assertThat(refusal(() -> rulebook.propose(unknown, "ani", "")).reason())
                        .isEqualTo("version-unknown");
                assertThat(refusal(() -> rulebook.content(unknown)).reason()).isEqualTo("version-unknown");
            }
            assertThat(rulebook.history().entries()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotCompileIsNoDraft(TestDatabase database) {
        IllegalArgumentException broken = new IllegalArgumentException();
        Consumer<RuleSetContent> compiler = content -> {
            throw broken;
        };
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = new Rulebook(store, clock, compiler);
            assertThatThrownBy(() -> rulebook.draft(content("a"), "ani", "baru", null))
                    .isSameAs(broken);
            assertThat(rulebook.history().entries()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesWhatHeDraftedHoweverHeSpellsHisName(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            long version =
                    rulebook.draft(content("a"), " Straße@Kota ", "baru", null).id();
            step(rulebook, version, 't');
            step(rulebook, version, 'p');
            for (String spelling :
                    List.of("straße@kota", "STRASSE@KOTA", " Strasse@kota\u00a0", "ｓtraße@kota", "Straße@Kota\n")) {
                assertThat(refusal(() -> rulebook.approve(version, spelling, "ya"))
                                .reason())
                        .isEqualTo("approver-is-author");
            }
            assertThat(rulebook.approve(version, "budi", "ya").state()).isEqualTo(State.APPROVED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseItselfRefusesAnAuthorsApproval(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url);
                Statement statement = intruder.createStatement()) {
            Rulebook rulebook = rulebook(store);
            long version = rulebook.draft(content("a"), "ani", "baru", null).id();
            step(rulebook, version, 't');
            step(rulebook, version, 'p');
            String insert =
                    "INSERT INTO rule_event (seq, version_id, author, action, actor, at, comment, prev_hash, hash) "
                            + "SELECT 4, 1, '%s', 'approved', '%s', at, '', hash, '%064d' FROM rule_event WHERE seq = 3";
            for (String[] names :
                    new String[][] {{"ani", "ani"}, {"ani", " ani"}, {"ani", "Ani"}, {"ani", ""}, {"budi", "ani"}}) {
                String sql = insert.formatted(names[0], names[1], 1);
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
            assertThat(statement.executeUpdate(insert.formatted("ani", "budi", 1)))
                    .isEqualTo(1);
            String fork =
                    "INSERT INTO rule_event (seq, version_id, author, action, actor, at, comment, prev_hash, hash) "
                            + "SELECT 5, 1, 'ani', 'approved', 'citra', at, '', hash, '%064d' FROM rule_event WHERE seq = 3";
            assertThatThrownBy(() -> statement.execute(fork.formatted(2))).isInstanceOf(SQLException.class);
            assertThat(rulebook.verify(null).problem()).isEqualTo(new Problem("entry-altered", Map.of("entry", "4")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVersionIsInForceFromItsDateOnAndARollBackVoidsWhatWasToCome(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            assertThat(rulebook.publishedAt(START)).isEmpty();
            long one = approved(rulebook, "1");
            long two = approved(rulebook, "2");
            long three = approved(rulebook, "3");
            Instant day = START.plusSeconds(86_400);
            assertThat(refusal(() -> rulebook.publish(one, "budi", START.minusNanos(1000)))
                            .reason())
                    .isEqualTo("effective-in-past");
            rulebook.publish(one, "budi", START);
            rulebook.publish(two, "budi", day.plusSeconds(86_400));
            rulebook.publish(three, "budi", day);
            assertThat(inForce(rulebook, START.minusNanos(1000))).isZero();
            assertThat(inForce(rulebook, START)).isEqualTo(one);
            assertThat(inForce(rulebook, day.minusNanos(1000))).isEqualTo(one);
            assertThat(inForce(rulebook, day)).isEqualTo(three);
            assertThat(inForce(rulebook, day.plusSeconds(86_400))).isEqualTo(two);

            assertThat(refusal(() -> rulebook.rollBack(two, "budi", "salah")).reason())
                    .isEqualTo("version-never-in-force");
            clock.set(day);
            rulebook.rollBack(one, "budi", "salah");
            assertThat(inForce(rulebook, day.minusNanos(1000))).isEqualTo(one);
            assertThat(inForce(rulebook, day.plusSeconds(999_999))).isEqualTo(one);
            assertThat(refusal(() -> rulebook.rollBack(one, "budi", "salah")).reason())
                    .isEqualTo("version-in-force");

            clock.set(START.minusSeconds(5));
            rulebook.rollBack(three, "budi", "ternyata benar");
            assertThat(rulebook.history().entries())
                    .last()
                    .satisfies(entry -> assertThat(entry.at()).isEqualTo(day));
            assertThat(inForce(rulebook, day)).isEqualTo(three);
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesComeBackByteForByte(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            Random random = new Random(7);
            byte[] large = new byte[3_000_000];
            random.nextBytes(large);
            RuleSetContent whole = RuleSetContent.of(Path.of("rules"))
                    .with("empty", new byte[0])
                    .with("large", large)
                    .with(
                            "sop/naskah \u00fcber\u2028\ud83d\ude00'%_\\.yaml",
                            "x\r\n\0".getBytes(StandardCharsets.UTF_8))
                    .with("sop/B.yaml", new byte[] {1})
                    .with("sop/b.yaml", new byte[] {1});
            RuleSetContent changed =
                    whole.with("policy.yaml", new byte[] {-1, 0, 1}).without("empty");
            rulebook.draft(whole, "ani", "semua", null);
            rulebook.draft(changed, "ani", "ubah\r\n\ud83d\ude00 '", 1L);
            rulebook.draft(whole, "budi", "sama seperti 1", 2L);
            for (RuleSetContent content : List.of(whole, changed)) {
                RuleSetContent back = rulebook.content(content == whole ? 3 : 2);
                assertThat(back.paths()).isEqualTo(content.paths());
                content.paths().forEach(path -> assertThat(back.bytes(path)).isEqualTo(content.bytes(path)));
                assertThat(back.sha256()).isEqualTo(content.sha256());
            }
            rulebook.tested(1, true, "laporan \ud83d\ude00\r\n", "ani");
            Entry tested = rulebook.history().entries().get(3);
            assertThat(rulebook.report(tested.reportSha256())).isEqualTo("laporan \ud83d\ude00\r\n");
            assertThat(rulebook.history().entries().get(1).comment()).isEqualTo("ubah\r\n\ud83d\ude00 '");
            int files =
                    store.read(t -> t.list("SELECT 1 FROM rule_file", row -> 1)).size();
            Set<String> contents = new HashSet<>();
            for (RuleSetContent content : List.of(whole, changed)) {
                content.paths().forEach(path -> contents.add(Sha256.of(content.bytes(path))));
            }
            assertThat(files).isEqualTo(contents.size());
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void writersAtOnceMakeOneChainAndLoseNothing(TestDatabase database) throws Exception {
        int threads = 8;
        int each = 50;
        try (Store store = Store.open(database.newUrl())) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<List<Long>>> results = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                Callable<List<Long>> work = () -> {
                    // Each like another process: nothing is shared but the database.
                    Rulebook rulebook = rulebook(store);
                    List<Long> drafted = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        // Every other content is drafted by all threads at once.
                        String text = i % 2 == 0 ? "all " + i : number + " " + i;
                        drafted.add(rulebook.draft(content(text), "user" + number, "ke-" + i, null)
                                .id());
                    }
                    return drafted;
                };
                results.add(pool.submit(work));
            }
            Set<Long> drafted = new TreeSet<>();
            for (Future<List<Long>> result : results) {
                List<Long> ids = result.get();
                assertThat(ids).isSorted();
                drafted.addAll(ids);
            }
            pool.shutdown();
            assertThat(drafted).hasSize(threads * each);
            Rulebook rulebook = rulebook(store);
            assertThat(rulebook.history().versions()).hasSize(threads * each);
            Verification verification = rulebook.verify(null);
            assertThat(verification.problem()).isNull();
            assertThat(verification.entries()).isEqualTo(threads * each);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void anAccountThatOnlySelectsAndInsertsIsEnough(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        Store.open(url).close();
        try (Connection owner = DriverManager.getConnection(url);
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE ROLE writer LOGIN");
            statement.execute("GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO writer");
            statement.execute("REVOKE INSERT ON flyway_schema_history FROM writer");
            try (Store store = Store.open(url.replace("user=postgres", "user=writer"))) {
                Rulebook rulebook = rulebook(store);
                long version = approved(rulebook, "1");
                rulebook.publish(version, "budi", null);
                assertThat(inForce(rulebook, START)).isEqualTo(version);
                assertThat(rulebook.verify(null).isSound()).isTrue();
            } finally {
                statement.execute("DROP OWNED BY writer");
                statement.execute("DROP ROLE writer");
            }
        }
    }

    private Rulebook rulebook(Store store) {
        return new Rulebook(store, clock, content -> {});
    }

    private static long inForce(Rulebook rulebook, Instant at) {
        return rulebook.publishedAt(at).map(Version::id).orElse(0L);
    }

    private static long approved(Rulebook rulebook, String text) {
        long version = rulebook.draft(content(text), "ani", "baru", null).id();
        "tpa".chars().forEach(step -> step(rulebook, version, (char) step));
        return version;
    }

    private static Problem refusal(Runnable work) {
        RulebookException e = catchThrowableOfType(RulebookException.class, work::run);
        assertThat(e).isNotNull();
        return e.problem();
    }

    static RuleSetContent content(String text) {
        return RuleSetContent.of(Map.of(
                "rule-set.yaml",
                "name: same".getBytes(StandardCharsets.UTF_8),
                "sop/a.yaml",
                text.getBytes(StandardCharsets.UTF_8)));
    }

    static Version step(Rulebook rulebook, long version, char step) {
        return switch (step) {
            case 't' -> rulebook.tested(version, true, "semua lulus", "ani");
            case 'f' -> rulebook.tested(version, false, "satu gagal", "ani");
            case 'p' -> rulebook.propose(version, "ani", "mohon");
            case 'a' -> rulebook.approve(version, "Budi", "setuju");
            case 'r' -> rulebook.reject(version, "budi", "jangan");
            case 'u' -> rulebook.publish(version, "citra", null);
            default -> rulebook.rollBack(version, "citra", "kembali");
        };
    }
}
