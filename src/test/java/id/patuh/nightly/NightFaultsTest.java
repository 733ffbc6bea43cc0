package id.patuh.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.check.GeneratedLog;
import id.patuh.engine.RuleCache;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.State;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong in a night is told, loses nothing, and does not keep the next one from going on. */
class NightFaultsTest {

    private static final String UNIT = "Dinas Kesehatan";
    private static final AppliedRules RULES =
            new AppliedRules(SmallRules.FILES, RuleSetReader.read(SmallRules.FILES, RuleCache.none()));
    private static final Instant NIGHT = Instant.parse("2026-06-01T18:30:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private AppliedRules inForce = RULES;
    private Instant now = NIGHT;

    @Test
    void anInboxThatCannotBeReadIsToldAndTheNextNightGoesOn() throws IOException {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            NightSettings settings = settings();
            Path inbox = settings.inboxes().resolve(UNIT);
            deliver(settings, "a.csv", 1);
            assertThat(run(store, settings).night().wholeInbox()).isTrue();

            Files.move(inbox, folder.resolve("aside"));
            Files.writeString(inbox, "no folder");
            now = now.plus(DAY);
            ScopeOutcome.NightOutcome blind = run(store, settings);
            assertThat(blind.night().stage()).isEqualTo(Night.Stage.COMPLETED);
            assertThat(blind.night().wholeInbox()).isFalse();

            Files.delete(inbox);
            Files.move(folder.resolve("aside"), inbox);
            deliver(settings, "b.csv", 2);
            now = now.plus(DAY);
            ScopeOutcome.NightOutcome next = run(store, settings);
            assertThat(next.night().wholeInbox()).isTrue();
            assertThat(next.files()).extracting(NightFile::name).containsExactly("b.csv");
        }
    }

    /** Its facts are stored by then; the file waits where nobody takes it for a new one. */
    @Test
    void aFileThatCannotBeArchivedIsArchivedByTheNextNight() throws IOException {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            NightSettings settings = settings();
            deliver(settings, "a.csv", 1);
            Files.writeString(settings.archive(), "no folder");
            ScopeOutcome.NightOutcome full = run(store, settings);
            assertThat(full.night().wholeInbox()).isFalse();
            assertThat(full.files()).extracting(NightFile::outcome).containsExactly(NightFile.Outcome.TAKEN);

            Files.delete(settings.archive());
            now = now.plus(DAY);
            ScopeOutcome.NightOutcome next = run(store, settings);
            assertThat(next.night().wholeInbox()).isTrue();
            assertThat(next.files()).extracting(NightFile::outcome).containsExactly(NightFile.Outcome.KNOWN);
            assertThat(files(settings.inboxes())).isEmpty();
            assertThat(files(settings.archive())).hasSize(1);
        }
    }

    @Test
    void aClockThatIsSetBackChangesNothing() throws IOException {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            NightSettings settings = settings();
            deliver(settings, "a.csv", 1);
            ScopeOutcome.NightOutcome first = run(store, settings);
            deliver(settings, "b.csv", 2);
            for (Duration back : List.of(Duration.ofHours(1), DAY, DAY.multipliedBy(400))) {
                now = NIGHT.minus(back);
                ScopeOutcome outcome = nights(store, settings).run(UNIT, now);
                assertThat(outcome.state()).isEqualTo(ScopeOutcome.State.NOTHING_DUE);
                assertThat(outcome.nights())
                        .extracting(night -> night.night().id())
                        .containsExactly(first.night().id());
            }
            now = NIGHT.plus(DAY);
            assertThat(run(store, settings).files()).hasSize(1);
        }
    }

    /** Clocks are put forward over the time of the night, and back over it half a year later. */
    @Test
    void aZoneThatChangesItsClocksHasOneNightADate() throws IOException {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            NightSettings settings = settings("zone: Europe/Berlin", "at: \"02:30\"");
            deliver(settings, "a.csv", 1);
            for (LocalDate change : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
                now = settings.asOf(change.minusDays(2));
                nights(store, settings).run(UNIT, now);
                now = settings.asOf(change.plusDays(2));
                List<ScopeOutcome.NightOutcome> missed =
                        nights(store, settings).run(UNIT, now).nights();
                List<ScopeOutcome.NightOutcome> last = missed.subList(missed.size() - 4, missed.size());
                assertThat(last)
                        .extracting(night -> night.night().date())
                        .containsExactly(change.minusDays(1), change, change.plusDays(1), change.plusDays(2));
                assertThat(last).extracting(night -> night.night().asOf()).isSorted();
            }
        }
    }

    /** The facts are judged by the next night that can; nothing reads as put right meanwhile. */
    @Test
    void aNightWhoseInboxIsSetWronglyFailsAndCanBeBegunAnew() throws IOException {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            NightSettings settings = settings();
            deliver(settings, "a.csv", 1);
            run(store, settings);
            TreeSet<String> before = violations(store);
            assertThat(before).isNotEmpty();

            deliver(settings, "b.csv", 2);
            now = now.plus(DAY);
            NightSettings wrong = settings("inbox: {" + UNIT + ": {mapping: tidak-ada}}");
            ScopeOutcome.NightOutcome failed = run(store, wrong);
            assertThat(failed.night().stage()).isEqualTo(Night.Stage.FAILED);
            assertThat(failed.night().problem().reason()).isEqualTo("mapping-of-inbox-missing");
            ScopeOutcome.NightOutcome again = run(store, settings("inbox: {" + UNIT + ": {sop: B 999}}"));
            assertThat(again.night().problem().reason()).isEqualTo("sop-of-inbox-missing");
            assertThat(violations(store)).isEqualTo(before);

            ScopeOutcome.NightOutcome mended = run(store, settings);
            assertThat(mended.night().id()).isEqualTo(failed.night().id());
            assertThat(mended.night().stage()).isEqualTo(Night.Stage.COMPLETED);
            assertThat(mended.files()).hasSize(1);
        }
    }

    /** Every session of the program is ended, again and again. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void aDatabaseThatGoesAwayLeavesANightThatCanBeGoneOnWith(TestDatabase database) throws Exception {
        NightSettings settings = settings("lease: 1s", "shard: 5");
        String url = database.newUrl();
        deliver(settings, "a.csv", 1);
        Random random = new Random(3);
        int broken = 0;
        boolean done = false;
        try (Store store = Store.open(url)) {
            for (int attempt = 0; !done; attempt++) {
                Thread saboteur = new Thread(() -> endSessions(url));
                // Later and later, so that it is over one day.
                int patience = random.nextInt(30 + 10 * attempt);
                saboteur.start();
                Thread.sleep(patience);
                try {
                    ScopeOutcome outcome = nights(store, settings).run(UNIT, now);
                    done = outcome.state() == ScopeOutcome.State.DONE
                            || outcome.state() == ScopeOutcome.State.NOTHING_DUE;
                } catch (StoreException e) {
                    broken++;
                }
                saboteur.join();
            }
            assertThat(broken).isPositive();
            assertThat(violations(store)).isEqualTo(undisturbed());
        }
    }

    private static void endSessions(String url) {
        for (int i = 0; i < 5; i++) {
            try (Connection intruder = TestDatabase.intruder(url)) {
                intruder.createStatement()
                        .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                + "WHERE datname = current_database() AND pid <> pg_backend_pid()");
                Thread.sleep(10);
            } catch (SQLException e) {
                // It was ended itself.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private TreeSet<String> undisturbed() throws IOException {
        try (Store calm = Store.open(TestDatabase.H2.newUrl())) {
            NightSettings settings = settings();
            deliver(settings, "calm.csv", 1);
            run(calm, settings);
            return violations(calm);
        }
    }

    /** Nothing is begun, so that the night of that date is still to come when they are mended. */
    @Test
    void rulesThatCannotBeUsedKeepTheNightFromBeginning() throws IOException {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            NightSettings settings = settings();
            deliver(settings, "a.csv", 1);
            inForce = null;
            assertThatThrownBy(() -> nights(store, settings).run(UNIT, now)).isInstanceOf(IllegalStateException.class);
            inForce = RULES;
            assertThat(run(store, settings).files()).hasSize(1);
        }
    }

    private NightSettings settings(String... further) throws IOException {
        Files.createDirectories(folder.resolve("inbox").resolve(UNIT));
        return WrittenSettings.of(folder, further);
    }

    private static void deliver(NightSettings settings, String name, int seed) throws IOException {
        String log = GeneratedLog.text(GeneratedLog.rows(new Random(seed), 25));
        Files.writeString(settings.inboxes().resolve(UNIT).resolve(name), log);
    }

    private ScopeOutcome.NightOutcome run(Store store, NightSettings settings) {
        List<ScopeOutcome.NightOutcome> nights =
                nights(store, settings).run(UNIT, now).nights();
        return nights.get(nights.size() - 1);
    }

    private Nights nights(Store store, NightSettings settings) {
        RuleSource source = new RuleSource() {
            @Override
            public AppliedRules inForce(Instant moment) {
                if (inForce == null) {
                    throw new IllegalStateException("no rules");
                }
                return inForce;
            }

            @Override
            public AppliedRules read(RuleSetContent files) {
                return RULES;
            }
        };
        Nights.Work work = new Nights.Work("test", "test", Language.EN, (path, rows) -> {});
        return new Nights(store, settings, source, work, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static TreeSet<String> violations(Store store) {
        LifeBook book = new LifeBook(store);
        TreeSet<String> violations = new TreeSet<>();
        book.violations(
                book.last(UNIT).orElseThrow(),
                EnumSet.allOf(State.class),
                violation -> violations.add(violation.state() + " " + violation.fingerprint()));
        return violations;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
