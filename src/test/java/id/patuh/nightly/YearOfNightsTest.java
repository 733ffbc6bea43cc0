package id.patuh.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.cli.ExitOfNights;
import id.patuh.engine.RuleCache;
import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.NaiveLedger;
import id.patuh.ledger.life.State;
import id.patuh.ledger.outcome.OutcomeBook;
import id.patuh.ledger.waiver.Standings;
import id.patuh.nightly.LacksOfYear.Lacking;
import id.patuh.nightly.OutcomesOfYear.Settled;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nights with a moving clock, held to a model that judges every case, all surveys, every waiver and every outcome every night. For a whole
 * year: {@code ./mvnw test -Dtest=YearOfNightsTest -Dpatuh.nights=365 -Dpatuh.units=20 -Dpatuh.seeds=3}, and {@code
 * -Dpatuh.seed=7} to begin with another seed.
 */
class YearOfNightsTest {

    private static final int NIGHTS = Integer.getInteger("patuh.nights", 30);
    private static final int UNITS = Integer.getInteger("patuh.units", 1);
    private static final int FIRST_SEED = Integer.getInteger("patuh.seed", 0);
    private static final int SEEDS = Integer.getInteger("patuh.seeds", 1);
    private static final int CASES = Integer.getInteger("patuh.cases", 10);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final List<String> SWITCHED_OFF = List.of("step-late", "step-overdue", "case-stalled");

    private static final List<AppliedRules> RULES = List.of(read(files()), read(withSomeOff(files())));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyNightSaysWhatTheModelSays(TestDatabase database) throws IOException {
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            try (Store store = Store.open(database.newUrl())) {
                new Year(store, folder.resolve(database + "" + seed), seed).go();
            }
        }
    }

    private static RuleSetContent files() {
        return RuleSetContent.of(Path.of("rules"));
    }

    private static RuleSetContent withSomeOff(RuleSetContent files) {
        String off = SWITCHED_OFF.stream()
                .map(rule -> "\n  - rule: " + rule + "\n    enabled: false\n    why: sedang direvisi\n"
                        + "    basis: patuh-policy/konsistensi-log")
                .collect(Collectors.joining());
        return SmallRules.edit(files, "policy.yaml", "rules: []", "rules:" + off);
    }

    private static AppliedRules read(RuleSetContent files) {
        return new AppliedRules(files, RuleSetReader.read(files, RuleCache.none()));
    }

    /** One year of all units. */
    private static final class Year {

        private final Random random;
        private final Store store;
        private final Path folder;
        private final NightSettings settings;
        private final Map<String, UnitOfYear> units = new TreeMap<>();
        private final LifeBook book;
        private final Standings standings;
        private final Set<String> statesSeen = new TreeSet<>();
        private long waivedSeen;
        private long holdingSeen;
        private long lapsedSeen;
        private long namesErased;
        private Instant now;
        private AppliedRules inForce = RULES.get(0);
        /** How often the time is asked for until the process ends; below 0 for never. */
        private int untilKilled = -1;

        Year(Store store, Path folder, long seed) throws IOException {
            this.random = new Random(seed);
            this.store = store;
            this.folder = folder;
            this.book = new LifeBook(store);
            this.standings = new Standings(store);
            // The model knows all names for ever, and says the same.
            this.settings = WrittenSettings.of(folder, "lease: 5m", "shard: 3", "retention: {personal: 5d}");
            Files.createDirectories(folder);
            Path evidence = Files.writeString(folder.resolve("agenda.txt"), "halaman 7");
            Instant begin = FIRST.minusDays(20).atStartOfDay(ZONE).toInstant();
            for (int i = 0; i < UNITS; i++) {
                String name = "Unit " + i;
                units.put(
                        name,
                        new UnitOfYear(
                                random,
                                CASES,
                                begin,
                                NIGHTS + 10,
                                folder.resolve("model").resolve(name),
                                new WaiversOfYear(store, name, random),
                                new OutcomesOfYear(store, name, random, evidence)));
            }
        }

        void go() throws IOException {
            LocalDate done = null;
            for (LocalDate date = FIRST; date.isBefore(FIRST.plusDays(NIGHTS)); date = date.plusDays(1)) {
                now = settings.asOf(date);
                if (random.nextInt(6) == 0) {
                    inForce = RULES.get(random.nextInt(RULES.size()));
                }
                deliver(date);
                units.values().forEach(unit -> {
                    unit.waivers.act(unit.ledger.known(), now);
                    unit.outcomes.act(unit.lacks.last(), now);
                });
                boolean down = random.nextInt(10) == 0 && done != null;
                if (!down) {
                    Map<String, ScopeOutcome> outcomes = new TreeMap<>();
                    units.keySet().forEach(unit -> outcomes.put(unit, runUntilDone(unit)));
                    for (LocalDate night = done == null ? date : done.plusDays(1);
                            !night.isAfter(date);
                            night = night.plusDays(1)) {
                        Instant asOf = settings.asOf(night);
                        units.values().forEach(unit -> unit.judge(asOf, inForce.ruleSet()));
                    }
                    done = date;
                    units.keySet().forEach(this::checkLast);
                    outcomes.forEach(this::checkExit);
                }
            }
            units.keySet().forEach(this::checkAll);
            assertThat(statesSeen).contains("new", "persisting", "resolved");
            assertThat(waivedSeen).isPositive();
            assertThat(holdingSeen).isPositive();
            assertThat(lapsedSeen).isPositive();
            assertThat(namesErased).isPositive();
        }

        private void deliver(LocalDate date) throws IOException {
            for (Map.Entry<String, UnitOfYear> unit : units.entrySet()) {
                Path inbox = Files.createDirectories(settings.inboxes().resolve(unit.getKey()));
                String log = random.nextInt(3) == 0 ? unit.getValue().export(now) : null;
                if (log != null) {
                    Files.writeString(inbox.resolve("log " + date + ".csv"), log);
                }
                if (random.nextInt(8) == 0) {
                    Files.writeString(
                            inbox.resolve("survei " + date + ".json"),
                            unit.getValue().exportSurveys());
                }
            }
        }

        /** As the processes of a machine would that breaks down now and then. */
        private ScopeOutcome runUntilDone(String unit) {
            while (true) {
                untilKilled = random.nextInt(3) == 0 ? random.nextInt(8) : -1;
                try {
                    ScopeOutcome outcome = nights().run(unit, now);
                    assertThat(outcome.state()).isEqualTo(ScopeOutcome.State.DONE);
                    assertThat(outcome.nights()).allMatch(night -> night.run() != null);
                    outcome.nights()
                            .forEach(night -> namesErased +=
                                    night.night().erased().counts().getOrDefault("named", 0L));
                    return outcome;
                } catch (Killed e) {
                    // The next process goes on.
                }
            }
        }

        private Nights nights() {
            RuleSource rules = new RuleSource() {
                @Override
                public AppliedRules inForce(Instant moment) {
                    return inForce;
                }

                @Override
                public AppliedRules read(RuleSetContent files) {
                    return RULES.stream()
                            .filter(known -> known.files().sha256().equals(files.sha256()))
                            .findFirst()
                            .orElseThrow();
                }
            };
            Nights.Work work = new Nights.Work("test", "test", Language.EN, (path, rows) -> {});
            return new Nights(store, settings, rules, work, new DoomedClock());
        }

        private void checkLast(String unit) {
            LifeRun last = book.last(unit).orElseThrow();
            UnitOfYear model = units.get(unit);
            assertThat(last.number()).as(unit).isEqualTo(model.ledger.nights());
            Map<LackSubject, Lacking> lacking = model.lacks.last();
            Map<LackSubject, Settled> holding = model.outcomes.holding(lacking, last.asOf());
            Map<LackSubject, Long> pending = new HashMap<>();
            lacking.forEach((of, lack) -> pending.put(of, lack.since()));
            pending.keySet().removeAll(holding.keySet());
            assertThat(pending(unit, last.asOf()))
                    .as("%s as of %s", unit, last.asOf())
                    .isEqualTo(pending);
            check(unit, last);
            holdingSeen += holding.size();
            lapsedSeen += model.outcomes.lapsed(lacking, last.asOf());
        }

        /** What waits to be settled by hand, and since which run. */
        private Map<LackSubject, Long> pending(String unit, Instant at) {
            return new OutcomeBook(store)
                    .pending(unit, at, 0, Integer.MAX_VALUE).lacks().stream()
                            .collect(Collectors.toMap(Lack::of, Lack::since));
        }

        private void checkAll(String unit) {
            for (int run = 1; run <= units.get(unit).ledger.nights(); run++) {
                check(unit, book.run(unit, run));
            }
        }

        private void check(String unit, LifeRun run) {
            Map<String, String> states = new TreeMap<>();
            book.violations(
                    run,
                    EnumSet.allOf(State.class),
                    violation -> states.put(
                            violation.fingerprint(), violation.state().word() + " " + violation.severity()));
            Map<String, String> expected = new TreeMap<>();
            Map<String, NaiveLedger.Entry> after =
                    units.get(unit).ledger.after(run.number().intValue());
            after.forEach((fingerprint, entry) -> {
                expected.put(fingerprint, entry.state() + " " + entry.severity());
                statesSeen.add(entry.state());
            });
            assertThat(differing(states, expected))
                    .as(
                            "%s as of %s: %s",
                            unit, run.asOf(), units.get(unit).ledger.known())
                    .isEqualTo(differing(expected, states));
            StandingOfYear standing = StandingOfYear.of(standings.of(run));
            boolean last = run.number() == units.get(unit).ledger.nights();
            assertThat(standing).as("%s as of %s", unit, run.asOf()).isEqualTo(standing(unit, run, last));
            waivedSeen += standing.waived().size();
        }

        private static Map<String, String> differing(Map<String, String> these, Map<String, String> others) {
            Map<String, String> differing = new TreeMap<>(these);
            differing.entrySet().removeAll(others.entrySet());
            return differing;
        }

        private StandingOfYear standing(String unit, LifeRun run, boolean last) {
            return StandingOfYear.of(units.get(unit), run.number().intValue(), run.asOf(), last);
        }

        /** That of all nights that the last process ran. */
        private void checkExit(String unit, ScopeOutcome outcome) {
            List<Severity> thresholds = new ArrayList<>(List.of(Severity.values()));
            thresholds.add(null);
            for (Severity failOn : thresholds) {
                int expected = outcome.nights().stream()
                        .mapToInt(night -> exit(unit, night.run(), failOn))
                        .max()
                        .orElseThrow();
                assertThat(ExitOfNights.of(outcome, failOn))
                        .as("%s at %s, fails on %s", unit, now, failOn)
                        .isEqualTo(expected);
            }
        }

        private int exit(String unit, LifeRun run, Severity failOn) {
            if (run.number() < units.get(unit).firstNightWithFacts()) {
                return 3;
            }
            // It was the last one when its exit was told.
            return standing(unit, run, true).fails(failOn) ? 1 : 0;
        }

        /** Ends the process when it is asked for the time too often. */
        private final class DoomedClock extends Clock {

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (untilKilled-- == 0) {
                    throw new Killed();
                }
                return now;
            }
        }
    }

    /** The end of a process, which no program notices. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }
}
