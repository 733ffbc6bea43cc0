package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Header;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.mapping.Transition;
import id.patuh.skm.Period;
import id.patuh.skm.UnsurLabel;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the tables that stand one under the other in a text or a sheet: finds each header, assigns its columns to fields
 * and has the rows below it read.
 */
final class TableReader implements Table {

    private static final List<TableKind> MATRIX = List.of(TableKind.PUBLISHED, TableKind.RESPONSES);
    /** What a letterhead says of all that stands on its sheet, also of matrices that have their own below it. */
    private static final Set<String> OF_THE_WHOLE =
            Set.of("unit", "period", "month", "quarter", "semester", "year", "regulation", "sop");

    /** What together names the period. */
    private static final Set<String> PERIOD = Set.of("period", "month", "quarter", "semester", "year");

    private static final List<TableKind> FOLLOW_UP = List.of(TableKind.PLAN, TableKind.REALISATIONS, TableKind.OPEN);

    /** Fields that make an activity: where they are merged over rows, these are one. */
    private static final Set<String> ALWAYS_MERGED = Set.of("case", "step", "start", "end");

    /** Columns of a table below another: without a bound each row of a hostile sheet would be looked at as a header. */
    static final int WIDEST_BELOW = 256;

    private static final int MOST_SHOWN = 20;
    private static final Set<String> LISTS = Set.of("inputs", "outputs");
    /** What rows of one activity may each say. */
    private static final Set<String> JOINED = Set.of("inputs", "outputs", "note", "position");

    private final Reading reading;
    private final String sheet;
    private final Layout layout;
    private final InputFile.Kind forced;
    private final Labels labels;
    private final ActivityFields activities;
    private HeaderSearch search;
    private boolean anyLost;
    private List<Line> above = List.of();
    private List<Line> titles = List.of();
    private TableKind kind;
    private SourceTable table;
    private List<String> headers;
    private int[] targets;
    private int width;
    /** The column that a second table begins in, which is not read; 0 where there is none. */
    private int beside;

    private int transitions = -1;
    private final Map<Integer, String> constants = new HashMap<>();
    private Rows rows;
    private ResponseRows responses;
    private ScoreTotals totals;
    private Map<String, Letterhead.Entry> letterhead = Map.of();
    private final Map<Integer, Overruled> overruled = new HashMap<>();
    private Pending pending;
    private Footnotes footnotes;
    private PublishedFooter footer;
    private boolean anyBefore;
    private final List<TableKind> wanted;
    private final Set<String> scored = new HashSet<>();
    private boolean any;
    private int examples;
    private int firstExample;

    /** What may stand beside a table. */
    enum Layout {
        /** Nothing: a cell beyond the header was torn off by a separator. */
        TEXT,
        /** Remarks, which stand in columns of their own. */
        SHEET
    }

    /** Takes the rows of one kind of table. */
    interface Rows {

        /** Whether the row could be used. */
        boolean read(Cells cells);

        /**
         * A row that could not be split into cells.
         *
         * @param line where it begins, or null for all that would have followed where the file breaks off
         * @param text what stands there, or null
         */
        void lose(Integer line, String text);

        /** Called after the last row. */
        default void end() {}
    }

    /**
     * @param sheet the sheet the rows stand in, or null in a text
     * @param forced what the file is to hold, or null to recognise it
     */
    TableReader(
            Reading reading,
            String sheet,
            Layout layout,
            InputFile.Kind forced,
            Labels labels,
            ActivityFields activities) {
        this.reading = reading;
        this.sheet = sheet;
        this.layout = layout;
        this.forced = forced;
        this.wanted = Arrays.stream(TableKind.values())
                .filter(k -> forced == null || k.kind() == forced)
                .toList();
        this.labels = labels;
        this.activities = activities;
        this.search = new HeaderSearch(labels, wanted);
    }

    /** Says what stands above the table outside of it. */
    void above(List<Line> rows) {
        above = List.copyOf(rows);
    }

    @Override
    public void row(TableRow row, int number) throws Unreadable {
        if (search == null) {
            if (totals != null && totals.mayHead(row) && headsMatrix(row)) {
                if (!beginsMatrix()) {
                    totals.reopen();
                    return;
                }
                stack();
            } else if (FOLLOW_UP.contains(kind) && beginsTable(row)) {
                endTable();
                search = new HeaderSearch(labels, FOLLOW_UP);
            } else if (kind == TableKind.ACTIVITIES && mayHead(row) && beginsTable(row)) {
                if (row.cells().equals(headers)) {
                    return;
                }
                endActivities();
                search = new HeaderSearch(labels, wanted);
            } else {
                data(row, number);
                return;
            }
        }
        if (search.isOver(row, number)) {
            begin();
            data(row, number);
        } else if (search.header() == null && search.titles().size() > HeaderSearch.ROWS) {
            throw unrecognised();
        }
    }

    /** Whether a header was found. */
    boolean hasBegun() {
        return search == null || search.header() != null;
    }

    @Override
    public void lose(int number, String text) {
        if (search != null && search.header() != null) {
            begin();
        }
        if (search != null) {
            anyLost = true;
            return;
        }
        flush();
        any = true;
        reading.count(kind.kind(), false);
        if (rows != null) {
            rows.lose(number, text);
        }
    }

    @Override
    public void breakOff() {
        closeFootnotes();
        flush();
        noteExamples();
        if (rows != null) {
            rows.lose(null, null);
            rows.end();
        }
    }

    @Override
    public void end() throws Unreadable {
        if (search != null && search.header() != null) {
            begin();
        }
        if (search == null) {
            endTable();
        } else if (!anyLost || !search.titles().isEmpty()) {
            throw unrecognised();
        }
    }

    private void endTable() {
        closeFootnotes();
        flush();
        noteExamples();
        if (!any && FOLLOW_UP.contains(kind)) {
            reading.emptyFollowUpTable(sheet);
        } else if (!any && !anyBefore) {
            reading.reject(sheet, null, null, null, new Unreadable("rows-none"));
        }
        if (rows != null) {
            rows.end();
        }
        if (totals != null) {
            totals.end(responses.survey());
        }
        totals = null;
        rows = null;
        any = false;
    }

    private void noteExamples() {
        overruled.values().forEach(head -> head.note(reading, sheet));
        overruled.clear();
        if (examples > 0) {
            String place = (sheet == null ? "" : sheet + ": ") + firstExample;
            reading.note("example-skipped", Map.of("count", "" + examples, "first", place));
        }
        examples = 0;
    }

    private boolean headsMatrix(TableRow row) {
        List<String> cells = row.cells();
        return MATRIX.stream().anyMatch(k -> k.isHeadedBy(cells, labels));
    }

    /** Whether headings under a matrix begin another one: its result stands above them, or a letterhead of their own. */
    private boolean beginsMatrix() {
        return totals.isFinished()
                || !Letterhead.read(totals.texts(), Fields.SURVEY_HEAD).isEmpty();
    }

    /** Ends a matrix and looks for the headings of the one under it. */
    private void stack() throws Unreadable {
        List<Line> between = totals.texts();
        endTable();
        above = List.of();
        search = new HeaderSearch(labels, MATRIX);
        for (Line line : between) {
            search.isOver(line, line.number());
        }
    }

    /** Whether the row heads another table that may follow. */
    private boolean beginsTable(TableRow row) {
        List<String> cells = row.cells();
        List<TableKind> following = FOLLOW_UP.contains(kind) ? FOLLOW_UP : wanted;
        return following.stream().anyMatch(k -> k.isHeadedBy(cells, labels));
    }

    /** Whether it pays to look at the row as a header: nearly every row of a log has a time, which begins with a digit. */
    private boolean mayHead(TableRow row) {
        if (row.size() > WIDEST_BELOW) {
            return false;
        }
        int start = table.column("start");
        for (int i = 0; i < targets.length; i++) {
            String cell = targets[i] == start && start >= 0 ? row.cell(i) : null;
            if (cell != null && !cell.isEmpty() && Character.isDigit(cell.charAt(0))) {
                return false;
            }
        }
        return true;
    }

    /** Ends a log that another table follows. What stands between them may be the letterhead of that one. */
    private void endActivities() {
        List<Line> between = new ArrayList<>();
        for (Footnotes.Kept row : footnotes.release()) {
            if (isNote(row)) {
                between.add(row.line());
            } else {
                between.clear();
                record(row.line(), row.line().number());
            }
        }
        between.addAll(titles);
        above = between;
        endTable();
        anyBefore = true;
    }

    /** Whether a row that may be none of the table's records is none. */
    private boolean isNote(Footnotes.Kept row) {
        if (kind != TableKind.ACTIVITIES) {
            return true;
        }
        String caseId = footnotes.caseOf(row);
        if (!row.below() && !row.loose()) {
            return false;
        }
        if (caseId == null) {
            return true;
        }
        String shape = Footnotes.shape(caseId);
        return Stream.concat(
                        reading.target.activities.stream().map(ActivityRecord::caseId),
                        reading.target.lostActivities.stream().map(LostActivity::caseId))
                .noneMatch(known -> known != null && Footnotes.shape(known).equals(shape));
    }

    private void closeFootnotes() {
        int count = 0;
        int first = 0;
        for (Footnotes.Kept row : footnotes == null ? List.<Footnotes.Kept>of() : footnotes.release()) {
            if (isNote(row)) {
                first = count++ == 0 ? row.line().number() : first;
            } else {
                record(row.line(), row.line().number());
            }
        }
        if (footer != null) {
            count = footer.remarks();
            first = footer.first();
            footer = null;
        }
        if (count > 0) {
            String place = (sheet == null ? "" : sheet + ": ") + first;
            reading.note("footnotes-skipped", Map.of("count", "" + count, "first", place));
        }
    }

    private Unreadable unrecognised() {
        List<Line> seen = search.titles();
        if (seen.isEmpty()) {
            return new Unreadable("file-empty");
        }
        // The first of those with most texts: data may fill more cells than the header does.
        String cells = seen.stream()
                .max(Comparator.comparingLong(UnknownTable::headers))
                .map(line -> shown(line.cells()))
                .orElseThrow();
        Line header = UnknownTable.header(seen);
        if (header != null && forced == null) {
            return new Unreadable("table-unrecognised", "found", shown(header.cells()));
        }
        return forced == null
                ? new Unreadable("content-unrecognised", "found", cells)
                : new Unreadable("kind-unrecognised", "wanted", forced.word(), "found", cells);
    }

    private static String shown(List<String> cells) {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .limit(MOST_SHOWN)
                .map(cell -> cell.strip().replaceAll("\\s*\\R\\s*", " "))
                .collect(Collectors.joining(", "));
    }

    private void begin() {
        Header header = search.header();
        titles = new ArrayList<>(above);
        titles.addAll(search.titles());
        search = null;
        headers = header.cells();
        kind = header.kind();
        beside = SideBySide.second(headers, wanted, labels);
        List<String> second = List.of();
        if (beside > 0) {
            second = headers.subList(beside, headers.size());
            headers = SideBySide.withoutBlankEnd(headers.subList(0, beside));
            kind = SideBySide.kind(headers, wanted, labels);
        }
        table = new SourceTable(reading.path, sheet, header.number());
        reading.found(kind.kind());
        targets = new int[headers.size()];
        width = 0;
        constants.clear();
        scored.clear();
        responses = null;
        Arrays.fill(targets, -1);
        int number = header.number();
        switch (kind) {
            case ACTIVITIES -> activityHeader(number);
            case RESPONSES -> surveyHeader(number);
            case PUBLISHED -> publishedHeader(number);
            default -> followUpHeader(number);
        }
        if (beside > 0) {
            reject(number, second.get(0), null, new Unreadable("table-beside", "columns", shown(second)));
            if (rows != null && kind == SideBySide.kind(second, wanted, labels)) {
                rows.lose(number, null);
            }
        }
        footnotes = kind == TableKind.ACTIVITIES || FOLLOW_UP.contains(kind)
                ? new Footnotes(
                        kind,
                        layout == Layout.TEXT,
                        headers.stream().map(kind.fields()::field).toList(),
                        activities == null ? text -> false : activities::isTitle)
                : null;
    }

    private void data(TableRow whole, int number) {
        TableRow row = beside > 0 ? new SideBySide.Left(whole, headers.size()) : whole;
        if (beside > 0 && row.isBlank()) {
            return;
        }
        if (Words.marksExample(row)) {
            firstExample = examples++ == 0 ? number : firstExample;
            return;
        }
        if (totals != null && isTotals(row, number)) {
            return;
        }
        if (footnotes != null) {
            if (footnotes.take(row, number)) {
                return;
            }
            if (kind != TableKind.ACTIVITIES) {
                // What stands between the items of a report is one of them.
                footnotes.release().forEach(r -> record(r.line(), r.line().number()));
            }
        }
        TableRow own = footer == null || row.isFaulty() ? row : footer.read(row, number);
        if (own != null) {
            record(own, number);
        }
    }

    private void record(TableRow row, int number) {
        any = true;
        for (int i = headers.size(); i < row.size() && layout == Layout.TEXT; i++) {
            if (!row.cell(i).isBlank()) {
                reject(number, null, row.cell(i), new Unreadable("cell-surplus", "columns", "" + headers.size()));
                lose(number, String.join(" ", row.cells()));
                return;
            }
        }
        String transition = transitions < 0 || rows == null ? null : row.cell(transitions);
        if (!Words.notRecorded(transition) && Transition.of(transition) != Transition.COMPLETE) {
            reject(number, headers.get(transitions), transition, new Unreadable("events-unmapped"));
            lose(number, String.join(" ", row.cells()));
            return;
        }
        if (pending != null && pending.isContinuedBy(row)) {
            pending.join(row);
            return;
        }
        flush();
        String[] values = new String[width];
        for (int i = 0; i < targets.length; i++) {
            String cell = targets[i] < 0 ? null : value(row, i);
            if (cell != null && !cell.isBlank()) {
                String other = values[targets[i]];
                String both = other == null || !isMoment(targets[i]) ? null : Times.joined(other, cell);
                if (both != null) {
                    cell = both;
                } else if (other != null && !other.strip().equals(cell.strip())) {
                    reject(number, headers.get(i), cell, new Unreadable("cell-contradicts", "other", other));
                    lose(number, String.join(" ", row.cells()));
                    return;
                }
                values[targets[i]] = cell;
            }
        }
        constants.forEach((column, value) -> values[column] = value);
        overruled.forEach((column, head) -> values[column] = head.over(values[column], number));
        pending = new Pending(number, values);
        pending.note(row);
        if (kind != TableKind.ACTIVITIES || !row.isMerged()) {
            flush();
        }
    }

    /** What stands in a column; a moment as spreadsheets count it is written as a date. */
    private String value(TableRow row, int column) {
        int origin = row.origin(column);
        return isMoment(targets[column]) ? row.moment(origin) : row.cell(origin);
    }

    private boolean isMoment(int target) {
        return kind == TableKind.ACTIVITIES && (target == table.column("start") || target == table.column("end"));
    }

    /** Has the row read that was kept because the next one may be merged with it. */
    private void flush() {
        if (pending == null) {
            return;
        }
        Pending row = pending;
        pending = null;
        Cells cells = new Cells(reading, new SourceRow(table, row.number, row.values), Map.of(), false);
        for (String field : row.faults.isEmpty() ? Set.<String>of() : table.fields()) {
            if (row.faults.containsKey(table.column(field))) {
                cells.fault(field, row.faults.get(table.column(field)));
            }
        }
        // An unreadable score does not take its respondent along.
        cells.rejectFaults(field -> responses == null || !scored.contains(field));
        reading.count(kind.kind(), rows != null && rows.read(cells));
    }

    /** A row before it is read. In sheets an activity may be merged over rows that list its documents one by one. */
    private final class Pending {

        private final int number;
        private final String[] values;
        private Map<Integer, Unreadable> faults = Map.of();

        Pending(int number, String[] values) {
            this.number = number;
            this.values = values;
        }

        /** Takes note of cells that cannot be used. */
        void note(TableRow row) {
            for (int i = 0; i < targets.length && row.isFaulty(); i++) {
                Unreadable fault = targets[i] < 0 ? null : row.fault(row.origin(i));
                if (fault != null) {
                    faults = faults.isEmpty() ? new HashMap<>() : faults;
                    faults.put(targets[i], fault);
                }
            }
        }

        /** Whether case, step and times are merged with those above, and the row says nothing else that contradicts. */
        boolean isContinuedBy(TableRow row) {
            if (!row.isMerged()) {
                return false;
            }
            for (int i = 0; i < targets.length; i++) {
                String cell = row.cell(row.origin(i));
                boolean blank = cell == null || cell.isBlank();
                if (targets[i] < 0 || row.continues(i)) {
                    continue;
                }
                String field = field(i);
                if (ALWAYS_MERGED.contains(field)
                        || !blank && !JOINED.contains(field) && !cell.equals(values[targets[i]])) {
                    return false;
                }
            }
            return true;
        }

        /** Adds the documents of a row that continues this one. */
        void join(TableRow row) {
            note(row);
            for (int i = 0; i < targets.length; i++) {
                String cell = targets[i] < 0 || row.continues(i) ? null : row.cell(row.origin(i));
                if (cell != null && !cell.isBlank() && LISTS.contains(field(i))) {
                    String above = values[targets[i]];
                    values[targets[i]] = above == null || above.isBlank() ? cell : above + "; " + cell;
                }
            }
        }

        private String field(int column) {
            return Fields.ACTIVITY.field(headers.get(column));
        }
    }

    private boolean isTotals(TableRow row, int number) {
        if (!row.isFaulty()) {
            return totals.take(row, number);
        }
        if (!totals.take(Line.withoutFaults(row, number), number)) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            if (row.fault(i) != null) {
                totals.lose();
                reject(number, i < headers.size() ? headers.get(i) : null, row.cell(i), row.fault(i));
            }
        }
        return true;
    }

    private void activityHeader(int line) {
        List<Integer> others = map(Fields.ACTIVITY, line);
        for (int column : others) {
            if (Fields.isTransition(headers.get(column))) {
                reject(line, headers.get(column), null, new Unreadable("events-unmapped"));
                transitions = column;
            } else if (!headers.get(column).isBlank()) {
                reject(line, headers.get(column), null, new Unreadable("column-unknown"));
            } else if (layout == Layout.TEXT) {
                reject(line, "#" + (column + 1), null, new Unreadable("column-unheaded"));
            }
        }
        activityLetterhead();
        boolean complete = present("case", line) & present("step", line) & present("start", line);
        if (!table.has("sop") && !activities.hasDefaultSop()) {
            complete = present("sop", line);
        }
        // With one time a row, rows that complete something would seem to run for ever.
        if (complete && (transitions < 0 || table.has("end"))) {
            rows = new ActivityRows();
        } else if (!complete && reading.first("mappable")) {
            reading.note("columns-mappable", Map.of());
        }
    }

    private void surveyHeader(int line) {
        List<Integer> others = map(Fields.RESPONSE, line);
        List<String> candidates = others.stream().map(headers::get).toList();
        ScoreColumns scores = new ScoreColumns(candidates, labels, (second, first) -> {
            if (reading.first("column " + sheet + " " + second)) {
                reject(line, second, null, new Unreadable("column-duplicate", "first", first));
            }
        });
        for (int column : others) {
            String header = headers.get(column);
            String field = scores.field(header);
            if (field != null && !table.has(field)) {
                targets[column] = table.add(field, header);
                scored.add(field);
                width++;
            } else if (labels.scored(header).isEmpty() && Labels.looksScored(header)) {
                reject(line, header, null, new Unreadable("unsur-unknown"));
            }
        }
        if (scores.isEmpty()) {
            reject(line, null, null, new Unreadable("column-missing", "field", "unsur", "found", shown(headers)));
            return;
        }
        letterhead();
        responses = new ResponseRows(reading, scores);
        rows = responses;
        totals = new ScoreTotals(reading, table, headers, singleColumns(scores));
    }

    /** The columns of unsur that have only one. */
    private Map<Integer, UnsurLabel> singleColumns(ScoreColumns scores) {
        Map<Integer, UnsurLabel> columns = new LinkedHashMap<>();
        for (UnsurLabel label : scores.unsur()) {
            for (int i = 0; i < targets.length; i++) {
                if (targets[i] >= 0 && label.key().equals(scores.field(headers.get(i)))) {
                    columns.put(i, label);
                }
            }
        }
        return columns;
    }

    /** What stands above the table holds for every row that does not say otherwise. */
    private void letterhead() {
        Map<String, Letterhead.Entry> own = Letterhead.above(titles, Fields.SURVEY_HEAD);
        Map<String, Letterhead.Entry> all = new LinkedHashMap<>(own);
        boolean dated = own.keySet().stream().anyMatch(PERIOD::contains);
        letterhead.forEach((field, entry) -> {
            boolean other = dated && PERIOD.contains(field) && !field.equals("year");
            if (own.isEmpty() || OF_THE_WHOLE.contains(field) && !other) {
                all.putIfAbsent(field, entry);
            }
        });
        letterhead = all;
        Letterhead.Entry period = Letterhead.period(all);
        if (period != null) {
            period(period);
        }
        all.forEach((field, entry) -> {
            if (!PERIOD.contains(field) && !table.has(field)) {
                constant(field, entry);
            }
        });
    }

    /** What stands above a log holds for its rows, and for those of the logs below it. */
    private void activityLetterhead() {
        Map<String, Letterhead.Entry> all = new LinkedHashMap<>(Letterhead.read(titles, Fields.ACTIVITY_HEAD));
        letterhead.forEach(all::putIfAbsent);
        letterhead = all;
        all.forEach((field, entry) -> {
            boolean ofSop = field.equals("sop");
            // What is called SOP may be its title.
            if (ofSop && Wording.key(entry.label()).equals("sop") && !activities.knowsSop(entry.value())) {
                return;
            }
            if (!table.has(field)) {
                constant(field, entry.label(), entry.value());
            } else if (ofSop || entry.namesUnit()) {
                overruled.put(
                        table.column(field),
                        new Overruled(entry, table.header(field), ofSop ? this::sameSop : TableReader::sameUnit));
            }
        });
    }

    private boolean sameSop(String cited, String other) {
        return activities.canonicalSop(cited).equals(activities.canonicalSop(other));
    }

    private static boolean sameUnit(String name, String other) {
        return Wording.key(name).equals(Wording.key(other));
    }

    private void period(Letterhead.Entry entry) {
        if (table.has("period_start") || table.has("period_end")) {
            return;
        }
        try {
            Period period = Periods.parse(entry.value());
            constant("period_start", entry.label(), period.start().toString());
            constant("period_end", entry.label(), period.end().toString());
        } catch (Unreadable e) {
            reject(entry.row(), entry.label(), entry.value(), e);
        }
    }

    /** A value that cannot be read is rejected where it stands: it takes no row along. */
    private void constant(String field, Letterhead.Entry entry) {
        try {
            String value = switch (field) {
                case "population", "respondents" -> "" + Numbers.people(entry.value());
                case "period_start", "period_end" -> {
                    Dates.parse(entry.value());
                    yield entry.value();
                }
                default -> entry.value();
            };
            constant(field, entry.label(), value);
        } catch (Unreadable e) {
            reject(entry.row(), entry.label(), entry.value(), e);
        }
    }

    private void constant(String field, String label, String value) {
        constants.put(table.add(field, label), value);
        width++;
    }

    private void publishedHeader(int line) {
        for (int column : map(TableKind.PUBLISHED.fields(headers), line)) {
            if (!headers.get(column).isBlank() && !Fields.countsAnswers(headers.get(column))) {
                reject(line, headers.get(column), null, new Unreadable("column-unknown"));
            }
        }
        if (present("element", line) & present("mean", line)) {
            letterhead();
            rows = new PublishedRows(reading, labels, table);
            footer = new PublishedFooter(
                    labels,
                    headers,
                    headers.stream()
                            .map(TableKind.PUBLISHED.fields(headers)::field)
                            .toList());
        }
    }

    private void followUpHeader(int line) {
        for (int column : map(kind.fields(), line)) {
            if (!headers.get(column).isBlank()) {
                reject(line, headers.get(column), null, new Unreadable("column-unknown"));
            }
        }
        rows = reading.followUp(table, line, Letterhead.read(titles, Fields.FOLLOW_UP_HEAD))
                .rows(kind);
    }

    /** Assigns columns to fields, of which several may mean one. Returns all other columns. */
    private List<Integer> map(Fields fields, int line) {
        List<Integer> others = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            String field = fields.field(header);
            if (field == null) {
                others.add(i);
            } else {
                String first = seen.putIfAbsent(field, header);
                targets[i] = first == null ? table.add(field, header) : table.column(field);
                width += first == null ? 1 : 0;
            }
        }
        return others;
    }

    private boolean present(String field, int line) {
        if (table.has(field)) {
            return true;
        }
        reject(line, null, null, new Unreadable("column-missing", "field", field, "found", shown(headers)));
        return false;
    }

    private void reject(int line, String column, String value, Unreadable problem) {
        reading.reject(sheet, line, column, value, problem);
    }

    private final class ActivityRows implements Rows {

        @Override
        public boolean read(Cells cells) {
            var activity = activities.read(cells);
            return activity != null && reading.target.activities.add(activity);
        }

        @Override
        public void lose(Integer line, String text) {
            activities.lose(reading.path, line, text);
        }
    }
}
