package id.patuh.submission;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.GeneratedLog;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeRuns;
import id.patuh.ledger.life.RunOrder;
import id.patuh.ledger.life.State;
import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.FixedRules;
import id.patuh.nightly.Night;
import id.patuh.nightly.NightFile;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.Nights;
import id.patuh.nightly.RuleSource;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.nightly.WrittenSettings;
import id.patuh.report.Language;
import id.patuh.ruleset.OurRules;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed in for a unit by day, among its nights. */
class UnitSubmissionsTest {

    private static final String UNIT = "Dinas A";
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    /** Some hours after the time of nights. */
    private static final Instant FIRST = Instant.parse("2026-11-02T21:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);
    private static final AppliedRules RULES = new AppliedRules(OurRules.LIBRARY.files(), OurRules.RULES);

    @TempDir
    private Path folder;

    private final List<Throwable> unexpected = new ArrayList<>();

    /** Whichever of the same files come by day: runs, and what became of each violation, are those of nights alone. */
    @ParameterizedTest
    @EnumSource
    void whatIsHandedInByDayIsJudgedAsByNight(TestDatabase database) throws IOException {
        try (Store nightly = Store.open(database.newUrl());
                Store mixed = Store.open(database.newUrl())) {
            Random random = new Random(7);
            List<Path> files = files();
            for (int day = 0; day < files.size(); day++) {
                Instant moment = FIRST.plus(DAY.multipliedBy(day));
                night(nightly, "nights", files.get(day), moment);
                if (random.nextBoolean()) {
                    night(mixed, "mixed", files.get(day), moment);
                } else {
                    Submission done = handIn(mixed, files.get(day), moment);
                    assertThat(done.state()).isEqualTo(id.patuh.submission.State.DONE);
                    assertThat(done.run()).isEqualTo(day + 1L);
                }
                assertThat(states(mixed)).isEqualTo(states(nightly));
                assertThat(moments(mixed)).isEqualTo(moments(nightly));
            }
            assertThat(states(mixed)).anyMatch(state -> state.startsWith("RESOLVED"));
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // The fifth one comes again.
            String log = GeneratedLog.text(GeneratedLog.rows(new Random(i == 6 ? 5 : i), 12));
            files.add(Files.writeString(folder.resolve("log-" + i + ".csv"), log));
        }
        return files;
    }

    /** A night between handing in and checking may judge by a later moment, or by the very same files. */
    @ParameterizedTest
    @EnumSource
    void whatANightCameBeforeIsJudgedByItsMoment(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            List<Path> files = files();
            night(store, "nights", files.get(0), FIRST.plus(DAY));
            Submission known = handIn(store, files.get(0), FIRST);
            assertThat(known.run()).isEqualTo(1);
            assertThat(new Submissions(store).taken(known))
                    .extracting(NightFile::outcome)
                    .containsExactly(NightFile.Outcome.KNOWN);
            TreeSet<String> states = states(store);

            Submission other = handIn(store, files.get(1), FIRST);
            assertThat(other.run()).isEqualTo(2);
            assertThat(moments(store)).containsExactly(FIRST.plus(DAY), FIRST.plus(DAY));
            assertThat(states(store)).isNotEqualTo(states);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUnitThatSomebodyElseWorksOnIsWaitedFor(TestDatabase database) throws Exception {
        try (Store store = Store.open(database.newUrl())) {
            Scopes scopes = new Scopes(store);
            Hold hold = scopes.take(UNIT, "somebody", Duration.ofMinutes(5)).orElseThrow();
            Submission waiting = new Submissions(store).submit(order(FIRST), handedIn(files().get(0)));
            try (SubmissionWorkers workers = workers(store)) {
                workers.start();
                assertThat(waitedFor(store, waiting)).isEqualTo("submission-unit-busy");
                scopes.release(hold);
                assertThat(over(store, waiting).state()).isEqualTo(id.patuh.submission.State.DONE);
            }
            assertThat(unexpected).isEmpty();
        }
    }

    /** It judges by a moment that was fixed when it began; whoever came before it with a later one would make it fail. */
    @ParameterizedTest
    @EnumSource
    void aNightThatIsNotOverIsWaitedFor(TestDatabase database) throws Exception {
        try (Store store = Store.open(database.newUrl())) {
            RuleSource breaking = new RuleSource() {
                @Override
                public AppliedRules inForce(Instant moment) {
                    return RULES;
                }

                @Override
                public AppliedRules read(RuleSetContent files) {
                    throw new IllegalStateException("the process ends");
                }
            };
            try {
                nights(store, "nights", breaking, FIRST).run(UNIT, FIRST);
            } catch (IllegalStateException e) {
                // As it is to.
            }
            Submission waiting = new Submissions(store).submit(order(FIRST.plus(DAY)), handedIn(files().get(0)));
            try (SubmissionWorkers workers = workers(store)) {
                workers.start();
                assertThat(waitedFor(store, waiting)).isEqualTo("submission-night-open");
                ScopeOutcome ended =
                        nights(store, "nights", new FixedRules(RULES), FIRST).run(UNIT, FIRST);
                assertThat(ended.nights())
                        .extracting(night -> night.night().stage())
                        .containsExactly(Night.Stage.COMPLETED);
                assertThat(over(store, waiting).run()).isEqualTo(2);
            }
        }
    }

    /** Whoever was at it holds the unit no longer. */
    @ParameterizedTest
    @EnumSource
    void aRunThatWasBrokenOffIsGivenUp(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            breakOff(store, FIRST);
            assertThat(handIn(store, files().get(0), FIRST).run()).isEqualTo(1);
            TreeSet<String> states = states(store);
            breakOff(store, FIRST.plus(DAY));
            night(store, "nights", files().get(0), FIRST.plus(DAY));
            assertThat(new LifeBook(store).runs(UNIT))
                    .extracting(LifeRun::stage)
                    .containsExactly(
                            LifeRun.Stage.ABANDONED,
                            LifeRun.Stage.COMPLETED,
                            LifeRun.Stage.ABANDONED,
                            LifeRun.Stage.COMPLETED);
            assertThat(states).isNotEmpty().hasSameSizeAs(states(store));
        }
    }

    private static void breakOff(Store store, Instant asOf) {
        Scopes scopes = new Scopes(store);
        Hold hold = scopes.take(UNIT, "broken off", Duration.ofMinutes(5)).orElseThrow();
        RunOrder order = new RunOrder(List.of("other"), RULES.files(), RULES.ruleSet(), asOf, ZONE, "test");
        new LifeRuns(store, Clock.systemUTC()).begin(hold, order);
        scopes.release(hold);
    }

    private void night(Store store, String of, Path file, Instant moment) throws IOException {
        Nights nights = nights(store, of, new FixedRules(RULES), moment);
        Files.copy(file, folder.resolve(of).resolve("inbox").resolve(UNIT).resolve(file.getFileName()));
        ScopeOutcome outcome = nights.run(UNIT, moment);
        assertThat(outcome.nights()).hasSize(1).allMatch(night -> night.run() != null);
        ScopeOutcome again = nights.run(UNIT, moment);
        assertThat(again.state()).isEqualTo(ScopeOutcome.State.NOTHING_DUE);
    }

    private Nights nights(Store store, String of, RuleSource rules, Instant moment) throws IOException {
        Path own = Files.createDirectories(folder.resolve(of));
        Files.createDirectories(own.resolve("inbox").resolve(UNIT));
        NightSettings settings = WrittenSettings.of(own);
        Nights.Work work = new Nights.Work("test", "test", Language.EN, (path, rows) -> {});
        return new Nights(store, settings, rules, work, Clock.fixed(moment, ZoneOffset.UTC));
    }

    private Submission handIn(Store store, Path file, Instant moment) {
        Submission submission = new Submissions(store).submit(order(moment), handedIn(file));
        try (SubmissionWorkers workers = workers(store)) {
            workers.start();
            Submission over = over(store, submission);
            assertThat(unexpected).isEmpty();
            return over;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SubmissionWorkers workers(Store store) {
        return new SubmissionWorkers(
                store,
                new FixedRules(RULES),
                Clock.systemUTC(),
                new SubmissionWorkers.Work("test", "test", 1),
                unexpected::add);
    }

    private static List<HandedIn> handedIn(Path file) {
        return List.of(new HandedIn(file.getFileName().toString(), file));
    }

    private static SubmissionOrder order(Instant asOf) {
        return new SubmissionOrder("ana", UNIT, asOf, ZONE, null, null, null);
    }

    private static Submission over(Store store, Submission submission) throws InterruptedException {
        Submission now = now(store, submission);
        for (int tries = 0; !now.state().isOver() && tries < 1200; tries++) {
            Thread.sleep(50);
            now = now(store, submission);
        }
        return now;
    }

    private static String waitedFor(Store store, Submission submission) throws InterruptedException {
        for (int tries = 0; tries < 1200; tries++) {
            Submission now = now(store, submission);
            if (now.waitsFor() != null) {
                assertThat(now.state()).isEqualTo(id.patuh.submission.State.WAITING);
                return now.waitsFor();
            }
            Thread.sleep(20);
        }
        return null;
    }

    private static Submission now(Store store, Submission submission) {
        return new Submissions(store)
                .find(submission.code(), new Seen("ana", null))
                .orElseThrow();
    }

    private static List<Instant> moments(Store store) {
        return new LifeBook(store).runs(UNIT).stream().map(LifeRun::asOf).toList();
    }

    private static TreeSet<String> states(Store store) {
        LifeBook book = new LifeBook(store);
        TreeSet<String> states = new TreeSet<>();
        book.violations(
                book.last(UNIT).orElseThrow(),
                EnumSet.allOf(State.class),
                violation -> states.add(String.join(
                        " ",
                        violation.state().name(),
                        violation.fingerprint(),
                        String.valueOf(violation.opened()),
                        String.valueOf(violation.resolved()))));
        return states;
    }
}
