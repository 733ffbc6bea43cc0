package id.patuh.ledger.followup;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.life.LifeViolation;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * States of generated plans through nights, held to a model that looks at the last report alone, and to what the rules find. For
 * more: {@code ./mvnw test -Dtest=FollowUpModelTest -Dpatuh.seeds=30}.
 */
class FollowUpModelTest {

    private static final int SEEDS = Integer.getInteger("patuh.seeds", 1);
    private static final int FILES = 8;
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 10);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyItemStandsAsTheModelSaysAndAsRulesFind(TestDatabase database) {
        Set<ItemState> seen = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            try (Store store = Store.open(database.newUrl())) {
                new World(new Nightly(store, folder.resolve(database + "" + seed)), new Random(seed), seen).go();
            }
        }
        // Only tables can lack a column.
        assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(ItemState.PROOF_UNKNOWN)));
    }

    /** What a report says of an item; quarters are null where they cannot be read. */
    private record Said(List<LocalDate> quarters, List<Boolean> done, List<Boolean> evidence) {}

    /** The report of a survey. */
    private record Report(
            Map<Integer, Said> items, boolean listed, boolean table, boolean lostItem, boolean lostDone) {}

    /** What the model knows of an item: its last report, and until when that was judged. */
    private record Known(Said said, Report report, boolean planned, LocalDate judgedUntil) {}

    private static final class World {

        private final Nightly nights;
        private final Random random;
        private final Set<ItemState> seen;
        private final Map<String, Known> known = new TreeMap<>();
        private final Map<String, Report> last = new TreeMap<>();

        World(Nightly nights, Random random, Set<ItemState> seen) {
            this.nights = nights;
            this.random = random;
            this.seen = seen;
        }

        void go() {
            LocalDate date = FIRST;
            for (int file = 0; file < FILES; file++) {
                String survey = "S-" + (1 + random.nextInt(2));
                LocalDate before = date.minusDays(1);
                Report report = report(last.get(survey));
                nights.drop(
                        file + (report.table ? ".csv" : ".json"),
                        report.table ? csv(survey, report) : json(survey, report));
                nights.until(date);
                learn(survey, report, before);
                check(date);
                long rows = nights.rows();
                date = date.plusDays(1 + random.nextInt(45));
                nights.until(date.minusDays(1));
                check(date.minusDays(1));
                assertThat(nights.rows()).as("rows of nights without change").isEqualTo(rows);
            }
        }

        private void learn(String survey, Report report, LocalDate before) {
            last.put(survey, report);
            known.replaceAll((key, item) -> {
                if (!key.startsWith(survey) || report.items.containsKey(number(key))) {
                    return item;
                }
                if (!report.lostItem) {
                    return new Known(item.said, item.report, false, null);
                }
                return item.judgedUntil == null && item.planned
                        ? new Known(item.said, item.report, true, before)
                        : item;
            });
            report.items.forEach(
                    (number, said) -> known.put(survey + "/" + number, new Known(said, report, true, null)));
        }

        private static int number(String key) {
            return Integer.parseInt(key.substring(key.indexOf('/') + 1));
        }

        private void check(LocalDate date) {
            Map<String, ItemState> expected = new TreeMap<>();
            known.forEach((key, item) -> expected.put(key, state(item, date)));
            Map<String, ItemState> actual = new TreeMap<>();
            for (ItemStanding item : nights.items(date)) {
                actual.put(
                        item.known().report().survey() + "/"
                                + item.known().plan().number(),
                        item.state());
                checkRules(item);
                List<StateChange> history = item.history(Nightly.ZONE);
                assertThat(history.get(history.size() - 1).state()).isEqualTo(item.state());
                assertThat(history).isSortedAccordingTo((a, b) -> a.day().compareTo(b.day()));
            }
            assertThat(actual).as("on " + date).isEqualTo(expected);
            seen.addAll(actual.values());
        }

        /** What a rule finds wrong never looks fine, and the other way round. */
        private static void checkRules(ItemStanding item) {
            Set<String> found = item.violations().stream()
                    .filter(violation -> violation.unevaluated() == null)
                    .map(LifeViolation::rule)
                    .collect(Collectors.toSet());
            if (item.known().presence() == FollowUpItem.Presence.JUDGED) {
                assertThat(found.contains("rtl-not-realised"))
                        .as("%s %s", item.state(), found)
                        .isEqualTo(item.state() == ItemState.OVERDUE);
                assertThat(found.contains("rtl-evidence-missing"))
                        .as("%s %s", item.state(), found)
                        .isEqualTo(item.state() == ItemState.UNPROVEN);
            }
        }

        private static ItemState state(Known item, LocalDate day) {
            Said said = item.said;
            if (!item.planned) {
                return ItemState.DROPPED;
            }
            if (said.done.contains(true)) {
                boolean proven =
                        IntStream.range(0, said.done.size()).allMatch(i -> !said.done.get(i) || said.evidence.get(i));
                return proven ? ItemState.DONE : ItemState.UNPROVEN;
            }
            if (said.quarters != null && said.quarters.isEmpty()) {
                return ItemState.UNSCHEDULED;
            }
            if (said.quarters == null || item.report.lostDone) {
                return ItemState.UNKNOWN;
            }
            LocalDate end = said.quarters.stream()
                    .max(LocalDate::compareTo)
                    .orElseThrow()
                    .plusMonths(3);
            if (said.quarters.stream().allMatch(day::isBefore)) {
                return ItemState.PLANNED;
            }
            if (day.isBefore(end)) {
                return ItemState.UNDER_WAY;
            }
            boolean looked = item.judgedUntil == null || !item.judgedUntil.isBefore(end);
            return item.report.listed && looked ? ItemState.OVERDUE : ItemState.UNKNOWN;
        }

        /** A later report has all the lists of an earlier one, or both would count. */
        private Report report(Report before) {
            boolean listed = before != null && before.listed || random.nextInt(3) > 0;
            Map<Integer, Said> items = new TreeMap<>();
            for (int number = 1; number <= 6; number++) {
                if (number == 1 || random.nextInt(5) > 0) {
                    items.put(number, said(listed));
                }
            }
            boolean table = !listed && random.nextBoolean();
            return new Report(items, listed, table, !table && random.nextInt(5) == 0, listed && random.nextInt(6) == 0);
        }

        private Said said(boolean listed) {
            List<LocalDate> quarters = random.nextInt(8) == 0 ? null : new ArrayList<>();
            for (int i = random.nextInt(3); i > 0 && quarters != null; i--) {
                quarters.add(LocalDate.of(2025, 7, 1).plusMonths(3L * random.nextInt(4)));
            }
            List<Boolean> done = new ArrayList<>();
            List<Boolean> evidence = new ArrayList<>();
            for (int i = listed ? random.nextInt(3) : 0; i > 0; i--) {
                done.add(random.nextInt(4) == 0);
                evidence.add(random.nextBoolean());
            }
            return new Said(quarters, done, evidence);
        }

        private static String json(String survey, Report report) {
            List<String> plan = new ArrayList<>();
            List<String> done = new ArrayList<>();
            report.items.forEach((number, said) -> {
                plan.add(
                        "{\"id\": \"%d\", \"activity\": \"Kegiatan nomor %d\", \"owner\": \"Seksi\", \"quarters\": [%s]}"
                                .formatted(number, number, quarters(said.quarters)));
                for (int i = 0; i < said.done.size(); i++) {
                    String evidence = said.evidence.get(i) ? "\"foto.jpg\"" : "";
                    done.add("{\"plan\": \"%d\", \"done\": %s, \"evidence\": [%s]}"
                            .formatted(number, said.done.get(i), evidence));
                }
            });
            if (report.lostItem) {
                plan.add("{\"quarters\": []}");
            }
            if (report.lostDone) {
                done.add("{\"plan\": \"1\", \"done\": \"entah\"}");
            }
            return "{\"followUps\": [{\"survey\": \"" + survey + "\", \"unit\": \"Kecamatan D\", \"period\": "
                    + "{\"start\": \"2025-01-01\", \"end\": \"2025-06-30\"}, \"plan\": [" + String.join(",", plan) + "]"
                    + (report.listed ? ", \"realisations\": [" + String.join(",", done) + "]" : "") + "}]}";
        }

        /** A plan by itself: what was done of it may be told by another file. */
        private static String csv(String survey, Report report) {
            StringBuilder rows = new StringBuilder("Survei;" + survey + "\nUnit Kerja;Kecamatan D\n"
                    + "Periode;1 Januari 2025 - 30 Juni 2025\n"
                    + "No;Prioritas Unsur;Program/Kegiatan;Waktu;Penanggung Jawab\n");
            report.items.forEach((number, said) -> rows.append(number)
                    .append(";;Kegiatan nomor ")
                    .append(number)
                    .append(";\"")
                    .append(quarters(said.quarters).replace("\"", "").replace(",", "; "))
                    .append("\";Seksi\n"));
            return rows.toString();
        }

        private static String quarters(List<LocalDate> quarters) {
            return quarters == null
                    ? "\"TW V\""
                    : quarters.stream()
                            .map(q -> "\"TW" + (q.getMonthValue() + 2) / 3 + " " + q.getYear() + "\"")
                            .collect(Collectors.joining(","));
        }
    }
}
