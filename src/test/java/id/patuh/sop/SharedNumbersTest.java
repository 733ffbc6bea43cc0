package id.patuh.sop;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.sop.SharedNumbers.Joined;
import id.patuh.sop.SharedNumbers.Verdict;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedNumbersTest {

    private static final SharedNumbers NUMBERS = new SharedNumbers(
            RuleSetReader.read(SmallRules.FILES, RuleCache.none()).sops(),
            rows -> rows.stream().map(SharedNumbersTest::seen).sorted().collect(Collectors.joining(",")));

    private static final long AT = 100_000_000;

    /** By the letters that stand for them in tests; all have one name. */
    private static final Map<String, SourceTable> TABLES = new HashMap<>();

    /** Rows are file, unit, SOP, step, person and hour of each; a dash for what is not told. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            its own case goes on            | a A B276 1 P 1               | b A B276 1 P 1, b A B276 2 P 5  | nothing
            another unit's                  | a A B276 1 P 1               | b B B276 1 Q 2                  | a A B276 1 P 1
            another SOP's                   | a A B276 1 P 1               | b A B278 1 P 2                  | a A B276 1 P 1
            units written differently       | a DINAS-A B276 1 P 1         | b dinas-a B276 1 Q 2            | nothing
            SOPs cited differently          | a A SOP-B276 1 P 1           | b A b276 1 Q 2                  | nothing
            no unit before                  | a - B276 1 P 1               | b B B276 1 Q 2                  | nothing
            no unit now                     | a A B276 1 P 1               | b - B276 1 Q 2                  | nothing
            one of two units                | a A B276 1 P 1, a B B276 1 Q 2 | b B B276 1 Q 3                | a A B276 1 P 1
            unit put right                  | a A B276 1 P 1, a A B276 2 P 5 | b B B276 1 P 1, b B B276 2 P 5 | nothing
            unit not put right              | a A B276 1 P 1, a A B276 2 P 5 | b B B276 1 P 1               | a A B276 1 P 1, a A B276 2 P 5
            other person at that moment     | a A B276 1 P 1               | b B B276 1 Q 1                  | a A B276 1 P 1
            put right, names removed before | a A B276 1 (nama_dihapus_1) 1 | b B B276 1 P 1                | nothing
            not, names removed before       | a A B276 1 (nama_dihapus_1) 1 | b B B276 1 P 2                | a A B276 1 (nama_dihapus_1) 1
            SOP put right                   | a A B276 1 P 1               | b A B278 1 P 1                  | nothing
            SOP lost, at the same moments   | a A B276 1 P 1               | b A - 1 P 1                     | a A B276 1 P 1
            SOP mistyped now                | a A B276 1 P 1               | b A B267 1 P 1                  | a A B276 1 P 1
            SOP mistyped before             | a A B267 1 P 1               | b A B276 1 P 2                  | nothing
            SOP mistyped by another unit    | a A B267 1 P 1               | b B B276 1 Q 2                  | a A B267 1 P 1
            handed on, put right in its log | a A B276 1 P 1, a B B276 2 Q 5 | b A B276 1 P 1, b C B276 2 Q 6 | nothing
            handed on, a log of each unit   | a A B276 1 P 1, b B B276 2 Q 5 | c A B276 1 P 2               | b B B276 2 Q 5
            handed on, the next unit's log  | a A B276 1 P 1               | b B B276 2 Q 5                  | a A B276 1 P 1
            """)
    void whatANewerLogSaysNothingOfIsKept(String what, String known, String newer, String kept) {
        List<ActivityRecord> newRows = rows(newer);

        Joined joined = join(rows(known), List.of(), newRows);

        assertThat(joined.countsAnew()).isTrue();
        assertThat(joined.rows()).containsAll(newRows);
        assertThat(joined.older()).isEqualTo(kept != null);
        assertThat(joined.others()).isEqualTo(kept != null);
        assertThat(joined.rows().stream().filter(row -> !newRows.contains(row)).map(SharedNumbersTest::text))
                .isEqualTo(kept == null ? List.of() : List.of(kept.split(", ")));
    }

    /** Not of the number as a whole: what one unit's case has more of would make up for what another one's lacks. */
    @Test
    void theFullerFactsCountCaseByCase() {
        List<ActivityRecord> known = rows("a A B276 1 P 1", "a A B276 2 P 2", "a A B276 3 P 3", "b B B276 1 Q 1");
        List<ActivityRecord> newer = rows("c A B276 1 P 1", "c B B276 1 Q 1", "c B B276 2 Q 2", "c B B276 3 Q 3");
        LostActivity untold = new LostActivity(null, null, null, null, "log.csv", 9);

        Joined joined = NUMBERS.join(known, List.of(), newer, List.of(untold), AT);

        assertThat(joined.verdicts()).containsExactlyInAnyOrder(Verdict.LESS, Verdict.FULLER);
        assertThat(joined.rows().stream().map(SharedNumbersTest::text))
                .containsExactly(
                        "a A B276 1 P 1",
                        "a A B276 2 P 2",
                        "a A B276 3 P 3",
                        "c B B276 1 Q 1",
                        "c B B276 2 Q 2",
                        "c B B276 3 Q 3");
        assertThat(joined.others()).isFalse();
        // What the newer log lost may be what it seems to lack.
        assertThat(joined.lost()).containsExactly(new LostActivity("K-1", "B276", "A", null, "log.csv", 9));
        assertThat(join(newer, List.of(), rows("d A B276 1 P 1")).verdicts()).containsExactly(Verdict.FULLER);
        assertThat(join(known, List.of(), rows("d A B276 1 P 1", "d A B276 4 P 1"))
                        .verdicts())
                .containsExactly(Verdict.PARTIAL);
    }

    /** Else the next export of facts that are known would bring the names of persons back. */
    @Test
    void namesThatWereRemovedDoNotComeBackWithTheSameFacts() {
        List<ActivityRecord> named = rows("a A B276 1 P 2", "a A B276 2 Q 5", "a A B276 3 P 7");
        List<ActivityRecord> nameless = Nameless.of(named);
        assertThat(nameless).isNotEqualTo(named);
        List<ActivityRecord> known = new ArrayList<>(rows("b B B276 1 R 1"));
        known.addAll(nameless);

        assertThat(join(known, List.of(), named).verdicts()).containsExactly(Verdict.SAME);
        assertThat(join(known, List.of(), named).rows()).containsExactlyInAnyOrderElementsOf(known);
        // Another hand.
        assertThat(join(known, List.of(), rows("a A B276 1 P 2", "a A B276 2 P 5", "a A B276 3 P 7"))
                        .verdicts())
                .containsExactly(Verdict.FULLER);
    }

    /** In logs that tell dates alone two units may well have done the same on the same day. */
    @Test
    void datesAloneDoNotTellThatANameWasPutRight() {
        String whole = "a A B276 1 - 7200000";
        assertThat(join(rows(whole), List.of(), rows("b B B276 1 - 7200000")).others())
                .isTrue();
    }

    /** A mapped log has a table a step. */
    @Test
    void aCaseOfSeveralTablesIsPutRightAsAWhole() {
        List<ActivityRecord> known = rows("a A B276 1 P 1", "b A B276 2 P 5");

        assertThat(join(known, List.of(), rows("c B B276 1 P 1")).rows()).hasSize(3);
        assertThat(join(known, List.of(), rows("c B B276 1 P 1", "c B B276 2 P 5"))
                        .older())
                .isFalse();
    }

    /** Or the same facts, taken again, would be others. */
    @Test
    void theOrderDoesNotDependOnWhichCameLast() {
        List<ActivityRecord> one = rows("a B B276 1 P 1", "a B B278 1 P 1");
        List<ActivityRecord> other = rows("b A B278 1 Q 1", "b C B276 1 Q 1");

        List<ActivityRecord> joined = join(one, List.of(), other).rows();

        assertThat(join(other, List.of(), one).rows()).isEqualTo(joined).hasSize(4);
    }

    /** What could not be read of cases that are kept is kept with them, and casts no doubt on others. */
    @Test
    void lostRowsStayWithTheirCases() {
        List<LostActivity> lost = List.of(
                new LostActivity("K-1", null, null, null, "log.csv", 7),
                new LostActivity("K-1", "B276", "B", null, "log.csv", 8),
                new LostActivity(null, null, null, null, "log.csv", 9),
                new LostActivity(null, null, null, null, "other.csv", 10));

        assertThat(join(rows("a A B276 1 P 1"), lost, rows("b B B276 1 Q 2")).lost())
                .containsExactly(
                        new LostActivity("K-1", "B276", "A", null, "log.csv", 7),
                        new LostActivity("K-1", "B276", "A", null, "log.csv", 9));
    }

    private static Joined join(List<ActivityRecord> known, List<LostActivity> lost, List<ActivityRecord> newer) {
        return NUMBERS.join(known, lost, newer, List.of(), AT);
    }

    private static List<ActivityRecord> rows(String... rows) {
        return Arrays.stream(rows)
                .flatMap(text -> Stream.of(text.split(", ")))
                .map(SharedNumbersTest::row)
                .toList();
    }

    private static ActivityRecord row(String text) {
        String[] cells = Stream.of(text.split(" "))
                .map(cell -> cell.equals("-") ? null : cell)
                .toArray(String[]::new);
        long start = Long.parseLong(cells[5]);
        SourceTable table = TABLES.computeIfAbsent(cells[0], name -> new SourceTable("log.csv", null));
        return new ActivityRecord(
                "K-1",
                new ActivityKind(cells[2], cells[3], null, List.of(), List.of(), null),
                cells[4] == null ? null : cells[4].replace('_', ' '),
                cells[1],
                start,
                start + 1,
                new SourceRow(table, 2, new String[] {text}));
    }

    private static String text(ActivityRecord row) {
        return row.row().cells()[0];
    }

    private static String seen(ActivityRecord row) {
        return row.kind() + " " + row.person() + " " + row.unit() + " " + row.start() + " " + row.end();
    }
}
