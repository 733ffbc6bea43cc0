package id.patuh.facts;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.scope.Hold;
import id.patuh.scope.Holds;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs taken one after the other leave what a model of a few lines says, which goes by sets of what was done. */
class TakingOrderTest {

    private static final int SEEDS = 20;
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final Duration OFFSET = Duration.ofHours(7);

    @TempDir
    private Path folder;

    private static final String HEADER = "case,step,start,end,unit,sop";
    private static final Owner ONLY = new Owner("", "B276");
    /** Units, and SOPs, that number their cases alike. */
    private static final List<Owner> OWNERS =
            List.of(new Owner("Dinas Satu", "B276"), new Owner("Dinas Dua", "B276"), new Owner("Dinas Satu", "B278"));

    /** Whose case it is, and by which SOP. */
    private record Owner(String unit, String sop) {}

    /** A row; the end is null where there is none. */
    private record Row(String caseId, int step, LocalDateTime start, LocalDateTime end, Owner owner) {

        String text() {
            return String.join(
                    ",",
                    caseId,
                    Integer.toString(step),
                    start.toString(),
                    end == null ? "" : end.toString(),
                    owner.unit,
                    owner.sop);
        }
    }

    private record Case(String number, Owner owner) {}

    /** What counts of each case, and how often it changed. */
    private static final class Model {

        private final Map<Case, List<Row>> counts = new HashMap<>();
        private final Map<String, Integer> changes = new HashMap<>();

        void take(List<Row> log) {
            Map<Case, List<Row>> cases = new HashMap<>();
            log.forEach(row -> cases.computeIfAbsent(new Case(row.caseId, row.owner), c -> new ArrayList<>())
                    .add(row));
            cases.forEach((one, rows) -> {
                rows.sort(Comparator.comparing(Row::start).thenComparing(Row::text));
                List<Row> before = counts.get(one);
                if (before == null || !rows.equals(before) && !isLess(rows, before)) {
                    counts.put(one, rows);
                    changes.merge(one.number, 1, Integer::sum);
                }
            });
        }

        /** By case number. */
        Map<String, List<String>> texts() {
            Map<String, List<String>> texts = new TreeMap<>();
            counts.forEach((one, rows) -> rows.forEach(row ->
                    texts.computeIfAbsent(one.number, n -> new ArrayList<>()).add(row.text())));
            texts.values().forEach(Collections::sort);
            return texts;
        }
    }

    /** Whether all that one knows is known of the other as well, and more. */
    private static boolean isLess(List<Row> one, List<Row> other) {
        Set<String> done = done(one);
        Set<String> otherwise = done(other);
        return otherwise.containsAll(done) && !done.containsAll(otherwise);
    }

    /** That a step was begun for the first, second and further times, and ended. */
    private static Set<String> done(List<Row> rows) {
        Set<String> done = new HashSet<>();
        for (Row row : rows) {
            boolean ended = row.end != null && !moment(row.end).isAfter(Logs.AT);
            for (String what : ended ? List.of("begun", "ended") : List.of("begun")) {
                int time = 1;
                while (!done.add(row.step + " " + what + " " + time)) {
                    time++;
                }
            }
        }
        return done;
    }

    @ParameterizedTest
    @EnumSource
    void theCurrentFactsAreThoseOfTheModel(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                List<List<Row>> some = logs(random, List.of(ONLY));
                takeAll(store, "s" + seed, some);
            }
        }
    }

    /** What one unit, or SOP, has under a number neither adds to the case of another one nor takes its place. */
    @ParameterizedTest
    @EnumSource
    void casesOfOneNumberStandBesideEachOther(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                List<List<Row>> some = logs(random, OWNERS);
                Collections.shuffle(some, random);
                takeAll(store, "s" + seed, some);
            }
        }
    }

    /** Exports of a case that goes on, one of which is late. */
    @ParameterizedTest
    @EnumSource
    void ofLogsOfWhichEachHasMoreTheFullestCountsWhateverTheOrder(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                List<Row> all = new ArrayList<>();
                for (int step = 1; step < 7; step++) {
                    all.add(row("K-1", step % 5, ONLY, random));
                }
                List<List<Row>> exports = new ArrayList<>();
                for (int rows = 1; rows <= all.size(); rows++) {
                    exports.add(all.subList(0, rows));
                }
                Collections.shuffle(exports, random);

                Model model = takeAll(store, "s" + seed, exports);

                assertThat(model.counts.get(new Case("K-1", ONLY))).containsExactlyInAnyOrderElementsOf(all);
            }
        }
    }

    /** Takes logs one by one, into the tables and into the model. */
    private Model takeAll(Store store, String scope, List<List<Row>> some) {
        Facts facts = new Facts(store, 4);
        Holds holds = new Holds(store);
        Hold hold = holds.of(scope);
        Logs logs = new Logs(facts, holds, folder);
        Model model = new Model();
        for (List<Row> log : some) {
            evaluateAll(store, facts, hold);
            Map<String, Integer> before = Map.copyOf(model.changes);
            model.take(log);
            logs.take(scope, Logs.AT, HEADER, log.stream().map(Row::text).toList());

            TreeSet<String> changed = new TreeSet<>(model.changes.keySet());
            changed.removeIf(c -> model.changes.get(c).equals(before.get(c)));
            assertThat(current(facts, hold).keySet()).as(scope).isEqualTo(changed);
        }
        facts.select(hold, Logs.AT, "other rules");
        assertThat(current(facts, hold)).as(scope).isEqualTo(model.texts());
        return model;
    }

    private static void evaluateAll(Store store, Facts facts, Hold hold) {
        List<Evaluated> due = facts.due(hold, Shard.ALL).stream()
                .map(one -> new Evaluated(one.caseId(), one.version(), null, false, List.of()))
                .toList();
        store.write(transaction -> {
            facts.evaluated(hold, 1, "rules", due).in(transaction);
            return null;
        });
    }

    private static Map<String, List<String>> current(Facts facts, Hold hold) {
        Map<String, List<String>> current = new TreeMap<>();
        for (StoredCase one : facts.due(hold, Shard.ALL)) {
            current.put(
                    one.caseId(),
                    one.rows().stream()
                            .map(row -> new Row(
                                            one.caseId(),
                                            Integer.parseInt(row.step()),
                                            local(row.start()),
                                            local(row.end()),
                                            new Owner(row.unit() == null ? "" : row.unit(), row.sop()))
                                    .text())
                            .sorted()
                            .toList());
        }
        return current;
    }

    /** Some logs of each owner; some of which are one file with others. */
    private static List<List<Row>> logs(Random random, List<Owner> owners) {
        List<List<Row>> logs = new ArrayList<>();
        owners.forEach(owner -> logs.addAll(logs(random, owner)));
        Collections.shuffle(logs, random);
        for (int i = logs.size() - 1; owners.size() > 1 && i > 0; i -= 2 + random.nextInt(3)) {
            List<Row> both = new ArrayList<>(logs.remove(i));
            both.addAll(logs.get(i - 1));
            if (tellsCasesApart(both)) {
                logs.set(i - 1, both);
            }
        }
        return logs;
    }

    /** Whether units that have one number have a step in common: else they have handed one case on. */
    private static boolean tellsCasesApart(List<Row> log) {
        return log.stream().allMatch(row -> {
            List<Row> number = log.stream()
                    .filter(other -> other.caseId.equals(row.caseId) && other.owner.sop.equals(row.owner.sop))
                    .toList();
            return number.stream().allMatch(other -> other.owner.equals(row.owner))
                    || number.stream()
                            .anyMatch(one -> number.stream()
                                    .anyMatch(other -> one.step == other.step && !one.owner.equals(other.owner)));
        });
    }

    private static List<List<Row>> logs(Random random, Owner owner) {
        List<List<Row>> logs = new ArrayList<>();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            List<Row> log = new ArrayList<>();
            for (int c = 0; c < 6; c++) {
                // Few different ones, so that the same facts come again.
                for (int step = random.nextInt(4); step > 0; step--) {
                    log.add(row("K-" + c, 1 + random.nextInt(3), owner, random));
                }
            }
            if (log.isEmpty()) {
                log.add(row("K-0", 1, owner, random));
            }
            Collections.shuffle(log, random);
            logs.add(log);
        }
        return logs;
    }

    /** No two owners did anything at the same time: that would be one activity of which the owner was put right. */
    private static Row row(String caseId, int step, Owner owner, Random random) {
        LocalDateTime start = FIRST.plusDays(step).plusHours(random.nextInt(2)).plusMinutes(1 + OWNERS.indexOf(owner));
        LocalDateTime end = switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> start.plusYears(30);
            default -> start.plusHours(1);
        };
        return new Row(caseId, step, start, end, owner);
    }

    private static Instant moment(LocalDateTime local) {
        return local.minus(OFFSET).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime local(long millis) {
        return millis == Long.MAX_VALUE
                ? null
                : LocalDateTime.ofEpochSecond(millis / 1000, 0, ZoneOffset.UTC).plus(OFFSET);
    }
}
