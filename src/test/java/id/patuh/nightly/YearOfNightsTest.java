package id.patuh.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.NaiveLedger;
import id.patuh.ledger.life.State;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
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
 * Nights with a moving clock, held to a model that judges every case every night. For a whole year: {@code ./mvnw test
 * -Dtest=YearOfNightsTest -Dpatuh.nights=365 -Dpatuh.units=20 -Dpatuh.seeds=3}.
 */
class YearOfNightsTest {

    private static final int NIGHTS = Integer.getInteger("patuh.nights", 30);
    private static final int UNITS = Integer.getInteger("patuh.units", 1);
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
        for (int seed = 0; seed < SEEDS; seed++) {
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
        private final Set<String> statesSeen = new TreeSet<>();
        private Instant now;
        private AppliedRules inForce = RULES.get(0);
        /** How often the time is asked for until the process ends; below 0 for never. */
        private int untilKilled = -1;

        Year(Store store, Path folder, long seed) {
            this.random = new Random(seed);
            this.store = store;
            this.folder = folder;
            this.book = new LifeBook(store);
            this.settings = new NightSettings(
                    LocalTime.of(1, 30),
                    ZONE,
                    folder.resolve("inbox"),
                    folder.resolve("archive"),
                    folder.resolve("quarantine"),
                    Duration.ZERO,
                    Duration.ofMinutes(5),
                    3,
                    Map.of(),
                    RetentionSettings.NONE);
            Instant begin = FIRST.minusDays(20).atStartOfDay(ZONE).toInstant();
            for (int i = 0; i < UNITS; i++) {
                units.put("Unit " + i, new UnitOfYear(random, CASES, begin, NIGHTS + 10));
            }
        }

        void go() throws IOException {
            LocalDate done = null;
            for (LocalDate date = FIRST; date.isBefore(FIRST.plusDays(NIGHTS)); date = date.plusDays(1)) {
                now = settings.asOf(date);
                if (random.nextInt(6) == 0) {
                    inForce = RULES.get(random.nextInt(RULES.size()));
                }
                deliver();
                boolean down = random.nextInt(10) == 0 && done != null;
                if (!down) {
                    for (String unit : units.keySet()) {
                        runUntilDone(unit);
                    }
                    for (LocalDate night = done == null ? date : done.plusDays(1);
                            !night.isAfter(date);
                            night = night.plusDays(1)) {
                        Instant asOf = settings.asOf(night);
                        units.values().forEach(unit -> unit.judge(asOf, inForce.ruleSet()));
                    }
                    done = date;
                    units.keySet().forEach(this::checkLast);
                }
            }
            units.keySet().forEach(this::checkAll);
            assertThat(statesSeen).contains("new", "persisting", "resolved");
        }

        private void deliver() throws IOException {
            for (Map.Entry<String, UnitOfYear> unit : units.entrySet()) {
                Path inbox = Files.createDirectories(settings.inboxes().resolve(unit.getKey()));
                String log = random.nextInt(3) == 0 ? unit.getValue().export(now) : null;
                if (log != null) {
                    Files.writeString(inbox.resolve("log.csv"), log);
                }
            }
        }

        /** As the processes of a machine would that breaks down now and then. */
        private void runUntilDone(String unit) {
            boolean done = false;
            while (!done) {
                untilKilled = random.nextInt(3) == 0 ? random.nextInt(8) : -1;
                try {
                    ScopeOutcome outcome = nights().run(unit, now);
                    assertThat(outcome.state()).isEqualTo(ScopeOutcome.State.DONE);
                    assertThat(outcome.nights()).allMatch(night -> night.run() != null);
                    done = true;
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
            assertThat(last.number()).as(unit).isEqualTo(model.ledger.size());
            check(unit, last);
        }

        private void checkAll(String unit) {
            for (int run = 1; run <= units.get(unit).ledger.size(); run++) {
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
            assertThat(states).as("%s as of %s", unit, run.asOf()).isEqualTo(expected);
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
