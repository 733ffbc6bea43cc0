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

    /** A row; the end is null where there is none. */
    private record Row(String caseId, int step, LocalDateTime start, LocalDateTime end) {

        String text() {
            return caseId + "," + step + "," + start + "," + (end == null ? "" : end);
        }
    }

    /** What counts of each case, and how often it changed. */
    private static final class Model {

        private final Map<String, List<Row>> counts = new TreeMap<>();
        private final Map<String, Integer> changes = new HashMap<>();

        void take(List<Row> log) {
            Map<String, List<Row>> cases = new HashMap<>();
            log.forEach(row ->
                    cases.computeIfAbsent(row.caseId, c -> new ArrayList<>()).add(row));
            cases.forEach((caseId, rows) -> {
                rows.sort(Comparator.comparing(Row::start).thenComparing(Row::text));
                List<Row> before = counts.get(caseId);
                if (before == null || !rows.equals(before) && !isLess(rows, before)) {
                    counts.put(caseId, rows);
                    changes.merge(caseId, 1, Integer::sum);
                }
            });
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
                List<List<Row>> some = logs(random);
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
                    all.add(row("K-1", step % 5, random));
                }
                List<List<Row>> exports = new ArrayList<>();
                for (int rows = 1; rows <= all.size(); rows++) {
                    exports.add(all.subList(0, rows));
                }
                Collections.shuffle(exports, random);

                Model model = takeAll(store, "s" + seed, exports);

                assertThat(model.counts.get("K-1")).containsExactlyInAnyOrderElementsOf(all);
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
            logs.take(scope, log.stream().map(Row::text).toArray(String[]::new));

            TreeSet<String> changed = new TreeSet<>(model.changes.keySet());
            changed.removeIf(c -> model.changes.get(c).equals(before.get(c)));
            assertThat(current(facts, hold).keySet()).as(scope).isEqualTo(changed);
        }
        facts.select(hold, Logs.AT, "other rules");
        assertThat(current(facts, hold)).as(scope).isEqualTo(texts(model.counts));
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
                                            local(row.end()))
                                    .text())
                            .sorted()
                            .toList());
        }
        return current;
    }

    private static Map<String, List<String>> texts(Map<String, List<Row>> cases) {
        Map<String, List<String>> texts = new TreeMap<>();
        cases.forEach((caseId, rows) ->
                texts.put(caseId, rows.stream().map(Row::text).sorted().toList()));
        return texts;
    }

    private static List<List<Row>> logs(Random random) {
        List<List<Row>> logs = new ArrayList<>();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            List<Row> log = new ArrayList<>();
            for (int c = 0; c < 6; c++) {
                // Few different ones, so that the same facts come again.
                for (int step = random.nextInt(4); step > 0; step--) {
                    log.add(row("K-" + c, 1 + random.nextInt(3), random));
                }
            }
            if (log.isEmpty()) {
                log.add(row("K-0", 1, random));
            }
            Collections.shuffle(log, random);
            logs.add(log);
        }
        return logs;
    }

    private static Row row(String caseId, int step, Random random) {
        LocalDateTime start = FIRST.plusDays(step).plusHours(random.nextInt(2));
        LocalDateTime end = switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> start.plusYears(30);
            default -> start.plusHours(1);
        };
        return new Row(caseId, step, start, end);
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
