package id.patuh.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.engine.RuleCache;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
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

    private static final int ROLES = 3;

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
                    long version = draft(rulebook, state + " " + step);
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
    void whatIsDoneAlongWithAStepIsDoneWithItOrNot(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook plain = rulebook(store);
            List<String> along = new ArrayList<>();
            Rulebook audited = plain.along(entry -> transaction ->
                    along.add(entry.draft().id() + " " + entry.action().word()));
            Version first = audited.draft(content("a"), "ani", "baru", null);
            Version second = audited.redraft(first.id(), content("b"), "ani", "baru");
            audited.test(second.id(), "ani");
            assertThat(along).containsExactly("1 drafted", "2 drafted", "2 tested");

            String before = plain.history().head();
            Rulebook failing = plain.along(entry -> transaction -> {
                throw new SQLException("full");
            });
            assertThatThrownBy(() -> failing.propose(second.id(), "ani", "")).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> failing.draft(content("c"), "ani", "baru", null))
                    .isInstanceOf(StoreException.class);
            assertThat(plain.history().head()).isEqualTo(before);
        }
    }

    /** Checks keep the rule sets that they went by, whether these are versions or those of a folder. */
    @Test
    void ruleSetsOfChecksAreNothingAltered() {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            Rulebook rulebook = rulebook(store);
            rulebook.draft(content("a"), "ani", "baru", null);
            store.write(transaction -> {
                new RuleSetTables(transaction).add(content("of a folder"));
                return null;
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
            refused.put("text-long", () -> rulebook.draft(content("b"), "ani", "a".repeat(10_001), null));
            refused.put("text-unusable", () -> rulebook.draft(content("b"), "ani", "a\0b", null));
            refused.put("path-unusable", () -> rulebook.draft(content("b").with("", new byte[0]), "ani", "baru", null));
            for (String path : List.of("/a", "../a", "a/../b", "a//b", "a\\b", "a\nb")) {
                assertThat(refusal(() -> rulebook.draft(content("b").with(path, new byte[0]), "ani", "baru", null))
                                .reason())
                        .isEqualTo("path-unusable");
            }
            refused.put("nothing-changed", () -> rulebook.draft(content("a"), "ani", "baru", first.id()));
            refused.put("version-unknown", () -> rulebook.draft(content("b"), "ani", "baru", 9L));
            refused.forEach((reason, work) ->
                    assertThat(refusal(work).reason()).as(reason).isEqualTo(reason));
            for (String name : List.of("ani\u200b", "ani\n", "a\tb", "a".repeat(201), "\ud800")) {
                Runnable work = () -> rulebook.draft(content("b"), name + "x", "baru", null);
                assertThat(refusal(work).reason()).isEqualTo("person-unusable");
            }
            for (String name : List.of("ani\ufe0f", "a\u034fni", "ani\u3164", "ani\u2800")) {
                Runnable work = () -> rulebook.draft(content("b"), name, "baru", null);
                assertThat(refusal(work).reason()).as("nothing is seen").isEqualTo("person-unusable");
            }
            assertThat(refusal(() -> rulebook.giveRole("\u0430ni", Role.MANAGER, "ani"))
                            .reason())
                    .as("a Cyrillic letter that looks Latin")
                    .isEqualTo("person-mixed");
            for (long unknown : new long[] {0, -1, 2}) {
                assertThat(refusal(() -> rulebook.propose(unknown, "ani", "")).reason())
                        .isEqualTo("version-unknown");
                assertThat(refusal(() -> rulebook.content(unknown)).reason()).isEqualTo("version-unknown");
            }
            assertThat(rulebook.history().entries()).hasSize(ROLES + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotCompileIsNoDraft(TestDatabase database) {
        IllegalArgumentException broken = new IllegalArgumentException();
        Examiner compiler = new Examiner(RuleCache.none()) {
            @Override
            void compile(RuleSetContent files) {
                throw broken;
            }
        };
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = new Rulebook(store, clock, compiler);
            assertThatThrownBy(() -> rulebook.draft(content("a"), "ani", "baru", null))
                    .isSameAs(broken);
            assertThat(rulebook.history().versions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesWhatHeDraftedHoweverHeSpellsHisName(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            rulebook.giveRole("STRASSE@kota", Role.ENGINEER, "ani");
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
                            + "SELECT 7, 1, '%s', 'approved', '%s', at, '', hash, '%064d' FROM rule_event WHERE seq = 6";
            for (String[] names :
                    new String[][] {{"ani", "ani"}, {"ani", " ani"}, {"ani", "Ani"}, {"ani", ""}, {"budi", "ani"}}) {
                String sql = insert.formatted(names[0], names[1], 1);
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
            assertThat(statement.executeUpdate(insert.formatted("ani", "budi", 1)))
                    .isEqualTo(1);
            String fork =
                    "INSERT INTO rule_event (seq, version_id, author, action, actor, at, comment, prev_hash, hash) "
                            + "SELECT 8, 1, 'ani', 'approved', 'citra', at, '', hash, '%064d' FROM rule_event WHERE seq = 6";
            assertThatThrownBy(() -> statement.execute(fork.formatted(2))).isInstanceOf(SQLException.class);
            assertThat(rulebook.verify(null).problem()).isEqualTo(new Problem("entry-altered", Map.of("entry", "7")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVersionIsInForceFromItsDateOnAndARollBackVoidsWhatWasToCome(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            assertThat(rulebook.inForce(START)).isEmpty();
            Instant day = START.plusSeconds(86_400);
            Instant nextDay = day.plusSeconds(86_400);
            long one = approved(rulebook, "1");
            assertThat(refusal(() -> rulebook.publish(one, "budi", START.minusNanos(1000)))
                            .reason())
                    .isEqualTo("effective-in-past");
            rulebook.publish(one, "budi", START);
            long two = approved(rulebook, "2");
            rulebook.publish(two, "budi", day);
            long three = approved(rulebook, "3");
            assertThat(refusal(() -> rulebook.publish(three, "budi", day.minusNanos(1000)))
                            .reason())
                    .isEqualTo("earlier-than-latest");
            rulebook.publish(three, "budi", nextDay);
            assertThat(inForce(rulebook, START.minusNanos(1000))).isZero();
            assertThat(inForce(rulebook, START)).isEqualTo(one);
            assertThat(inForce(rulebook, day.minusNanos(1000))).isEqualTo(one);
            assertThat(inForce(rulebook, day)).isEqualTo(two);
            assertThat(inForce(rulebook, nextDay.minusNanos(1000))).isEqualTo(two);
            assertThat(inForce(rulebook, nextDay)).isEqualTo(three);
            assertThat(rulebook.history().latest().map(Version::id)).contains(three);

            assertThat(refusal(() -> rulebook.rollBack(three, "budi", "salah")).reason())
                    .isEqualTo("version-never-in-force");
            clock.set(day);
            rulebook.rollBack(one, "budi", "salah");
            assertThat(inForce(rulebook, day.minusNanos(1000))).isEqualTo(one);
            assertThat(inForce(rulebook, nextDay.plusSeconds(999_999))).isEqualTo(one);
            assertThat(refusal(() -> rulebook.rollBack(one, "budi", "salah")).reason())
                    .isEqualTo("version-in-force");

            clock.set(START.minusSeconds(5));
            rulebook.rollBack(two, "budi", "ternyata benar");
            assertThat(rulebook.history().entries())
                    .last()
                    .satisfies(entry -> assertThat(entry.at()).isEqualTo(day));
            assertThat(inForce(rulebook, day)).isEqualTo(two);
            long four = approved(rulebook, "4");
            rulebook.publish(four, "budi", nextDay);
            rulebook.rollBack(two, "budi", "yang keempat batal");
            assertThat(inForce(rulebook, nextDay)).isEqualTo(two);
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    /** Whatever is published, for whatever dates, and rolled back: nothing is taken back unless it is said. */
    @ParameterizedTest
    @EnumSource(names = "H2")
    void noPublicationTakesAnotherBackUnseen(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            Random random = new Random(11);
            TreeMap<Instant, Long> expected = new TreeMap<>();
            int published = 0;
            for (int i = 0; i < 120; i++) {
                List<Version> all = rulebook.history().versions();
                long parent = random.nextInt(4) > 0 || all.isEmpty()
                        ? rulebook.history().latest().map(Version::id).orElse(0L)
                        : all.get(random.nextInt(all.size())).id();
                long version = rulebook.draft(content("" + i), "ani", "baru", parent == 0 ? null : parent)
                        .id();
                "tpa".chars().forEach(step -> step(rulebook, version, (char) step));
                clock.set(START.plusSeconds(10L * i));
                Instant from = clock.instant().plusSeconds(random.nextInt(3) * 10L);
                long latest = expected.isEmpty() ? 0 : expected.lastEntry().getValue();
                boolean allowed = parent == latest && (expected.isEmpty() || !from.isBefore(expected.lastKey()));
                try {
                    rulebook.publish(version, "budi", from);
                    assertThat(allowed)
                            .as("%s on %s from %s", version, parent, from)
                            .isTrue();
                    expected.put(from, version);
                    published++;
                } catch (RulebookException e) {
                    assertThat(allowed).as(e.getMessage()).isFalse();
                }
                if (random.nextInt(5) == 0
                        && !expected.headMap(clock.instant(), true).isEmpty()) {
                    List<Long> past =
                            List.copyOf(expected.headMap(clock.instant(), true).values());
                    long back = past.get(random.nextInt(past.size()));
                    boolean needless =
                            expected.tailMap(clock.instant(), false).isEmpty() && back == past.get(past.size() - 1);
                    if (!needless) {
                        rulebook.rollBack(back, "citra", "kembali");
                        expected.tailMap(clock.instant(), false).clear();
                        expected.put(clock.instant(), back);
                    }
                }
            }
            assertThat(published).isBetween(30, 110);
            for (Instant date : expected.keySet()) {
                for (Instant at : List.of(date.minusNanos(1000), date, date.plusNanos(1000))) {
                    Map.Entry<Instant, Long> then = expected.floorEntry(at);
                    assertThat(inForce(rulebook, at)).isEqualTo(then == null ? 0 : then.getValue());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVersionMadeFromAnOldOneIsPublishedOnlyWithWhatCameBetween(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            long first = approved(rulebook, "1");
            rulebook.publish(first, "budi", null);
            RuleSetContent base = content("1");
            long mine = rulebook.draft(base.with("sop/m.yaml", new byte[] {1}), "ani", "punyaku", first)
                    .id();
            long rival = rulebook.draft(content("2"), "ani", "menyaingi", first).id();
            long theirs =
                    rulebook.draft(content("3"), "citra", "punyanya", first).id();
            for (long version : new long[] {mine, rival, theirs}) {
                "tpa".chars().forEach(step -> step(rulebook, version, (char) step));
            }
            rulebook.publish(theirs, "budi", START.plusSeconds(60));

            Map<String, String> details = Map.of("version", "" + mine, "parent", "" + first, "latest", "" + theirs);
            assertThat(refusal(() -> rulebook.publish(mine, "budi", START.plusSeconds(60))))
                    .isEqualTo(new Problem("parent-superseded", details));
            assertThat(refusal(() -> rulebook.rebase(rival, "ani", "lagi")))
                    .isEqualTo(new Problem(
                            "rebase-conflict",
                            Map.of("version", "" + rival, "latest", "" + theirs, "files", "sop/a.yaml")));
            assertThat(refusal(() -> rulebook.rebase(mine, "budi", "lagi")).reason())
                    .isEqualTo("rebase-by-author");
            assertThat(refusal(() -> rulebook.rebase(theirs, "citra", "lagi")).reason())
                    .isEqualTo("nothing-changed");
            Version again = rulebook.rebase(mine, " ANI", "lagi");

            assertThat(again.state()).isEqualTo(State.DRAFT);
            assertThat(again.draft().parent()).isEqualTo(theirs);
            assertThat(rulebook.content(again.id()).sha256())
                    .isEqualTo(content("3").with("sop/m.yaml", new byte[] {1}).sha256());
            assertThat(refusal(() -> rulebook.rebase(again.id(), "ani", "lagi")).reason())
                    .isEqualTo("rebase-needless");
            "tpa".chars().forEach(step -> step(rulebook, again.id(), (char) step));
            rulebook.publish(again.id(), "budi", START.plusSeconds(60));
            assertThat(inForce(rulebook, START.plusSeconds(60))).isEqualTo(again.id());

            long none = rulebook.draft(content("x"), "ani", "tanpa asal", null).id();
            "tpa".chars().forEach(step -> step(rulebook, none, (char) step));
            assertThat(refusal(() -> rulebook.publish(none, "budi", null)).reason())
                    .isEqualTo("parent-absent");
            rulebook.rollBack(first, "citra", "kembali");
            Version voided = rulebook.rebase(theirs, "citra", "tetap perlu");
            assertThat(voided.draft().parent()).isEqualTo(first);
            assertThat(rulebook.content(voided.id()).sha256())
                    .isEqualTo(content("3").sha256());
            rulebook.publish(mine, "budi", null);
            assertThat(inForce(rulebook, START)).isEqualTo(mine);
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoHasARoleWritesAndOnlyEngineersWriteCode(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook empty = new Rulebook(store, clock, new StubExaminer());
            assertThat(refusal(() -> empty.giveRole("citra", Role.MANAGER, "ani"))
                            .reason())
                    .isEqualTo("first-role");
            assertThat(refusal(() -> empty.draft(content("a"), "ani", "baru", null)))
                    .isEqualTo(new Problem("first-role", Map.of("person", "ani")));
            Rulebook rulebook = rulebook(store);
            RuleSetContent base = content("a").with("drl/sop/x.drl", new byte[] {1});
            assertThat(refusal(() -> rulebook.draft(base, "citra", "baru", null))
                            .reason())
                    .isEqualTo("code-by-engineer");
            long first = rulebook.draft(base, "ani", "baru", null).id();
            RuleSetContent data = base.with("sop/a.yaml", new byte[] {2});
            for (RuleSetContent code : List.of(
                    data.with("drl/sop/x.drl", new byte[] {2}),
                    data.with("drl/y.drl", new byte[0]),
                    data.without("drl/sop/x.drl"))) {
                assertThat(refusal(() -> rulebook.draft(code, "citra", "kode", first)))
                        .isEqualTo(new Problem("code-by-engineer", Map.of("person", "citra")));
                rulebook.draft(code, "budi", "kode", first);
            }
            long version = rulebook.draft(data, "citra", "data", first).id();
            List<Runnable> steps = List.of(
                    () -> rulebook.test(version, "dewi"),
                    () -> rulebook.propose(version, "dewi", ""),
                    () -> rulebook.approve(version, "dewi", ""),
                    () -> rulebook.publish(version, "dewi", null),
                    () -> rulebook.rollBack(version, "dewi", "kembali"),
                    () -> rulebook.reject(version, "dewi", "jangan"));
            steps.forEach(
                    step -> assertThat(refusal(step)).isEqualTo(new Problem("role-absent", Map.of("person", "dewi"))));
            for (Role role : Role.values()) {
                assertThat(refusal(() -> rulebook.giveRole("dewi", role, "citra"))
                                .reason())
                        .isEqualTo("role-by-engineer");
            }
            rulebook.giveRole("budi", Role.NONE, "ani");
            assertThat(refusal(() -> rulebook.giveRole("ani", Role.MANAGER, "ani"))
                            .reason())
                    .isEqualTo("last-engineer");
            assertThat(refusal(() -> rulebook.giveRole("budi", Role.NONE, "ani"))
                            .reason())
                    .isEqualTo("role-unchanged");
            assertThat(refusal(() -> rulebook.propose(version, "budi", "")).reason())
                    .isEqualTo("role-absent");
            assertThat(rulebook.history().roles())
                    .isEqualTo(Map.of("ani", Role.ENGINEER, "budi", Role.NONE, "citra", Role.MANAGER));
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVersionIsNamedByItsNumberItsHashOrByBeingInForce(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store);
            assertThat(refusal(() -> rulebook.version("in-force")).reason()).isEqualTo("none-in-force");
            long version = approved(rulebook, "1");
            rulebook.publish(version, "budi", null);
            long other = draft(rulebook, "2");
            String hash = rulebook.version("" + other).draft().contentSha256();
            assertThat(rulebook.version("in-force").id()).isEqualTo(version);
            for (String name : List.of(hash, hash.substring(0, 8), hash.toUpperCase())) {
                assertThat(rulebook.version(name).id()).isEqualTo(other);
            }
            for (String name : List.of(hash.substring(0, 7) + "x", "", "x", "0".repeat(8), hash + "0")) {
                assertThat(refusal(() -> rulebook.version(name)).reason()).isEqualTo("version-name");
            }
            assertThat(refusal(() -> rulebook.version("9")).reason()).isEqualTo("version-unknown");
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
                    .with("sop/naskah \u00fcber\u2028\ud83d\ude00'%_.yaml", "x\r\n\0".getBytes(StandardCharsets.UTF_8))
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
            rulebook.test(1, "ani");
            Entry tested = rulebook.history().entries().get(ROLES + 3);
            assertThat(rulebook.report(tested.reportSha256())).isEqualTo(StubExaminer.REPORT + true);
            assertThat(rulebook.history().entries().get(ROLES + 1).comment()).isEqualTo("ubah\r\n\ud83d\ude00 '");
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
            for (int thread = 0; thread < threads; thread++) {
                rulebook(store).giveRole("user" + thread, Role.ENGINEER, "ani");
            }
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
            assertThat(verification.entries()).isEqualTo(ROLES + threads + threads * each);
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
        return rulebook(store, clock);
    }

    /** Whoever goes on with a draft leaves one in its place, and never one that others saved meanwhile. */
    @ParameterizedTest
    @EnumSource
    void aDraftIsGoneOnWithByItsAuthorAlone(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Rulebook rulebook = rulebook(store, clock);
            long first = approved(rulebook, "1");
            step(rulebook, first, 'u');
            long mine = draft(rulebook, "2");
            step(rulebook, mine, 't');

            Version next = rulebook.redraft(mine, content("3"), "ani", "lagi");

            assertThat(next.draft().parent()).isEqualTo(first);
            assertThat(next.state()).isEqualTo(State.DRAFT);
            assertThat(rulebook.history().version(mine).state()).isEqualTo(State.REJECTED);
            Problem overtaken = refusal(() -> rulebook.redraft(mine, content("4"), "ani", "lagi"));
            assertThat(overtaken.reason()).isEqualTo("redraft-overtaken");
            assertThat(overtaken.details()).containsEntry("latest", "" + next.id());
            assertThat(refusal(() -> rulebook.redraft(next.id(), content("4"), "budi", "lagi"))
                            .reason())
                    .isEqualTo("redraft-by-author");
            assertThat(refusal(() -> rulebook.redraft(next.id(), content("3"), "ani", "lagi"))
                            .reason())
                    .isEqualTo("nothing-changed");
            step(rulebook, next.id(), 't');
            step(rulebook, next.id(), 'p');
            assertThat(refusal(() -> rulebook.redraft(next.id(), content("4"), "ani", "lagi"))
                            .reason())
                    .isEqualTo("version-is-proposed");
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    /** A rulebook in which Ani and Budi are engineers and Citra is a manager: the first three entries. */
    static Rulebook rulebook(Store store, Clock clock) {
        Rulebook rulebook = new Rulebook(store, clock, new StubExaminer());
        if (rulebook.history().roles().isEmpty()) {
            rulebook.giveRole("Ani", Role.ENGINEER, "ani");
            rulebook.giveRole("budi", Role.ENGINEER, "ani");
            rulebook.giveRole("citra", Role.MANAGER, "budi");
        }
        return rulebook;
    }

    /** Drafts a version from the latest one. */
    static long draft(Rulebook rulebook, String text) {
        Long latest = rulebook.history().latest().map(Version::id).orElse(null);
        return rulebook.draft(content(text), "ani", "baru", latest).id();
    }

    private static long inForce(Rulebook rulebook, Instant at) {
        return rulebook.inForce(at).map(Version::id).orElse(0L);
    }

    private static long approved(Rulebook rulebook, String text) {
        long version = draft(rulebook, text);
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
            case 't', 'f' -> {
                StubExaminer.PASSES.set(step == 't');
                try {
                    assertThat(rulebook.test(version, "ani").passed()).isEqualTo(step == 't');
                } finally {
                    StubExaminer.PASSES.remove();
                }
                yield rulebook.history().version(version);
            }
            case 'p' -> rulebook.propose(version, "ani", "mohon");
            case 'a' -> rulebook.approve(version, "Budi", "setuju");
            case 'r' -> rulebook.reject(version, "budi", "jangan");
            case 'u' -> rulebook.publish(version, "citra", null);
            default -> rulebook.rollBack(version, "citra", "kembali");
        };
    }
}
