package id.patuh.web.mapping;

import id.patuh.draft.MappingPlan;
import id.patuh.draft.MappingPlan.ColumnPlan;
import id.patuh.intake.InputFile;
import id.patuh.intake.RejectedRow;
import id.patuh.mapping.Values;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Words;
import id.patuh.sop.ActivityRecord;
import id.patuh.submission.SubmittedTables.FirstRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts of the page of a table: its rows as they stand there, its columns, and how the first rows are read. */
final class TableView {

    private static final int ROWS = 8;
    private static final int WIDEST = 40;
    private static final int LONGEST = 80;
    private static final int EXAMPLES = 3;
    private static final int MOST_VALUES = 60;
    private static final int MOST_REJECTED = 20;

    private final LookedAt table;
    private final Language language;

    TableView(LookedAt table, Language language) {
        this.table = table;
        this.language = language;
    }

    /**
     * A row as it stands in the file.
     *
     * @param number of the row; empty for the keys of JSON objects
     */
    record RawRow(String number, boolean header, List<String> cells) {}

    /** The first rows, titles above the header among them, and no more columns than anybody looks at. */
    public List<RawRow> rows() {
        return table.head().rows().stream()
                .limit(ROWS)
                .map(row -> new RawRow(
                        row.isKeys() ? "" : Integer.toString(row.number()),
                        row.number() == table.columns().headerRow(),
                        row.cells().stream()
                                .limit(WIDEST)
                                .map(TableView::shortened)
                                .toList()))
                .toList();
    }

    /** How many columns {@link #rows} leaves out. */
    public int further() {
        return Math.max(0, table.columns().headers().size() - WIDEST);
    }

    /**
     * A column and what it is taken for.
     *
     * @param index from 0
     * @param header as it stands there; empty where nothing does
     * @param wrong how many of the first rows have a cell in it that cannot be read
     * @param values what its values mean; none where that is not asked for
     * @param problem why what was filled in cannot be; null where nothing is wrong
     */
    record ColumnView(
            int index,
            String header,
            List<String> examples,
            String meaning,
            boolean required,
            long wrong,
            List<ValueView> values,
            String only,
            String problem) {

        /** From 1. */
        public int number() {
            return index + 1;
        }
    }

    /** A value of a column and what it means; empty where it means itself, or nothing. */
    record ValueView(String value, String meaning) {}

    List<ColumnView> columns(MappingPlan plan, FirstRows read, Problems problems) {
        int count = Math.min(MappingForm.MOST_COLUMNS, table.columns().headers().size());
        return IntStream.range(0, count)
                .mapToObj(i -> column(
                        i, i < plan.columns().size() ? plan.columns().get(i) : ColumnPlan.NOT_READ, read, problems))
                .toList();
    }

    private ColumnView column(int at, ColumnPlan plan, FirstRows read, Problems problems) {
        String header = table.columns().headers().get(at);
        List<String> values = table.columns().values(at);
        long wrong = read.rejected().stream()
                .filter(row -> row.row() != null && header.equals(stripped(row.column())))
                .map(RejectedRow::row)
                .distinct()
                .count();
        return new ColumnView(
                at,
                shortened(header),
                values.stream().limit(EXAMPLES).map(TableView::shortened).toList(),
                plan.meaning(),
                plan.required(),
                wrong,
                MappingPlan.isTranslated(plan.meaning()) ? values(plan, values) : List.of(),
                String.join("; ", plan.only()),
                problems.ofColumn(plan.meaning()));
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    /** Numbers are steps by themselves. */
    private static List<ValueView> values(ColumnPlan plan, List<String> found) {
        Set<String> all = new LinkedHashSet<>(plan.values().keySet());
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(value -> keys.add(Values.key(value)));
        found.stream()
                .filter(value -> !plan.meaning().equals("step") || !value.matches("\\d+"))
                .filter(value -> keys.add(Values.key(value)))
                .forEach(all::add);
        return all.stream()
                .limit(MOST_VALUES)
                .map(value -> new ValueView(value, plan.values().getOrDefault(value, "")))
                .toList();
    }

    /** What the first rows were read as, in the words of labels. */
    List<String> kinds(FirstRows read) {
        return read.kinds().stream()
                .map(InputFile.Kind::word)
                .map(word -> language.label("kind." + word))
                .distinct()
                .toList();
    }

    /** What one ought to know of how they were read. */
    List<String> notes(FirstRows read) {
        return read.notes().stream().map(note -> Words.note(note, language)).toList();
    }

    /** The first activities as they were read: place, case, SOP, step, start, end, executor, person, decision, unit. */
    List<List<String>> activities(FirstRows read, ZoneId zone) {
        return read.activities().stream()
                .limit(ROWS)
                .map(each -> Stream.of(
                                Integer.toString(each.row().number()),
                                each.caseId(),
                                each.sop(),
                                each.step(),
                                moment(each.start(), zone),
                                each.end() == ActivityRecord.RUNNING ? "" : moment(each.end(), zone),
                                each.role(),
                                each.person(),
                                each.decision() == null
                                        ? null
                                        : each.decision().name().toLowerCase(java.util.Locale.ROOT),
                                each.unit())
                        .map(text -> text == null ? "" : shortened(text))
                        .toList())
                .toList();
    }

    private static String moment(long at, ZoneId zone) {
        return Moments.toTheMinute(Instant.ofEpochMilli(at), zone);
    }

    /** The first questionnaires as they were read: place, survey, unit, respondent, group, how many unsur were answered. */
    List<List<String>> responses(FirstRows read) {
        return read.responses().stream()
                .limit(ROWS)
                .map(each -> Stream.of(
                                Integer.toString(each.row().number()),
                                each.survey().id(),
                                each.survey().unit(),
                                each.respondent(),
                                each.group(),
                                Integer.toString(each.answers().length))
                        .map(text -> text == null ? "" : shortened(text))
                        .toList())
                .toList();
    }

    /** The first of what could not be read: row, column, value, reason. */
    List<List<String>> rejected(FirstRows read) {
        List<List<String>> shown = new ArrayList<>();
        for (RejectedRow row : read.rejected()) {
            if (shown.size() < MOST_REJECTED) {
                shown.add(Stream.of(
                                place(row),
                                Objects.toString(row.column(), ""),
                                Objects.toString(row.value(), ""),
                                Words.reason(row, language))
                        .map(TableView::shortenedReason)
                        .toList());
            }
        }
        return shown;
    }

    /** Keys of JSON objects stand in no row. */
    private static String place(RejectedRow row) {
        return row.row() == null || row.row() == 0 ? "" : row.row().toString();
    }

    private static String shortenedReason(String text) {
        return text.length() <= LONGEST * 10 ? text : text.substring(0, LONGEST * 10) + "…";
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + "…";
    }
}
