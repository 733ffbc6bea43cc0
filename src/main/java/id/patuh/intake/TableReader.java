package id.patuh.intake;

import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Recognises by its header what a delimited text holds, and reads its rows. */
final class TableReader implements DelimitedReader.Table {

    private final Reading reading;
    private final InputFile.Kind forced;
    private final Labels labels;
    private final ActivityFields activities;
    private final SourceTable table;
    private InputFile.Kind kind;
    private List<String> headers;
    private int[] targets;
    private int width;
    private Rows rows;
    private boolean any;

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

    TableReader(Reading reading, InputFile.Kind forced, Labels labels, ActivityFields activities) {
        this.reading = reading;
        this.forced = forced;
        this.labels = labels;
        this.activities = activities;
        this.table = new SourceTable(reading.path, null, true);
    }

    @Override
    public boolean header(CsvRow row, int line) throws Unreadable {
        headers = new ArrayList<>(row.cells());
        while (headers.get(headers.size() - 1).isBlank()) {
            headers.remove(headers.size() - 1);
        }
        kind = forced != null ? forced : recognise();
        if (kind == InputFile.Kind.FOLLOW_UP) {
            throw new Unreadable("follow-up-csv");
        }
        reading.found(kind);
        targets = new int[headers.size()];
        Arrays.fill(targets, -1);
        switch (kind) {
            case ACTIVITY_LOG -> activityHeader(line);
            case SURVEY -> surveyHeader(line);
            default -> publishedHeader(line);
        }
        return true;
    }

    @Override
    public void row(CsvRow row, int line) {
        any = true;
        for (int i = headers.size(); i < row.size(); i++) {
            if (!row.cell(i).isBlank()) {
                reading.reject(line, null, row.cell(i), "cell-surplus", "columns", "" + headers.size());
                lose(line, String.join(" ", row.cells()));
                return;
            }
        }
        String[] values = new String[width];
        for (int i = 0; i < targets.length; i++) {
            String cell = targets[i] < 0 ? null : row.cell(i);
            if (cell != null && !cell.isEmpty()) {
                values[targets[i]] = cell;
            }
        }
        boolean used =
                rows != null && rows.read(new Cells(reading, new SourceRow(table, line, values), Map.of(), false));
        reading.count(kind, used);
    }

    @Override
    public void lose(int line, String text) {
        any = true;
        reading.count(kind, false);
        if (rows != null) {
            rows.lose(line, text);
        }
    }

    @Override
    public void breakOff() {
        if (rows != null) {
            rows.lose(null, null);
            rows.end();
        }
    }

    @Override
    public void end() {
        if (!any) {
            reading.reject(null, null, null, "rows-none");
        }
        if (rows != null) {
            rows.end();
        }
    }

    private InputFile.Kind recognise() throws Unreadable {
        List<String> published = fields(Fields.PUBLISHED_ROW);
        List<String> activity = fields(Fields.ACTIVITY);
        List<String> response = fields(Fields.RESPONSE);
        long unsur = headers.stream().filter(h -> labels.scored(h).isPresent()).count();
        if (published.contains("element") && published.contains("mean")) {
            return InputFile.Kind.PUBLISHED_RESULT;
        }
        if (List.of("case", "step", "start").stream().filter(activity::contains).count() >= 2) {
            return InputFile.Kind.ACTIVITY_LOG;
        }
        if (unsur >= 3 || unsur > 0 && response.contains("respondent")) {
            return InputFile.Kind.SURVEY;
        }
        if (fields(Fields.FOLLOW_UP_SHEETS).stream().distinct().count() >= 2) {
            return InputFile.Kind.FOLLOW_UP;
        }
        throw new Unreadable("content-unrecognised", "found", found());
    }

    private List<String> fields(Fields all) {
        return headers.stream().map(all::field).filter(Objects::nonNull).toList();
    }

    private String found() {
        return String.join(", ", headers.subList(0, Math.min(headers.size(), 20)));
    }

    private void activityHeader(int line) {
        List<Integer> others = map(Fields.ACTIVITY, line);
        for (int column : others) {
            reading.reject(line, headers.get(column), null, "column-unknown");
        }
        boolean complete = present("case", line) & present("step", line) & present("start", line);
        if (!table.has("sop") && !activities.hasDefaultSop()) {
            complete = present("sop", line);
        }
        if (complete) {
            rows = new ActivityRows();
        }
    }

    private void surveyHeader(int line) {
        List<Integer> others = map(Fields.RESPONSE, line);
        List<String> candidates = others.stream().map(headers::get).toList();
        ScoreColumns scores = new ScoreColumns(candidates, labels, (second, first) -> {
            if (reading.first("column " + second)) {
                reading.reject(line, second, null, "column-duplicate", "first", first);
            }
        });
        for (int column : others) {
            String header = headers.get(column);
            String field = scores.field(header);
            if (field != null && !table.has(field)) {
                targets[column] = table.add(field, header);
                width++;
            } else if (labels.scored(header).isEmpty() && Labels.looksScored(header)) {
                reading.reject(line, header, null, "unsur-unknown");
            }
        }
        if (scores.isEmpty()) {
            reading.reject(line, null, null, "column-missing", "field", "unsur", "found", found());
            return;
        }
        rows = new ResponseRows(reading, scores);
    }

    private void publishedHeader(int line) {
        map(Fields.PUBLISHED_ROW, line);
        if (present("element", line) & present("mean", line)) {
            rows = new PublishedRows(reading, labels, table);
        }
    }

    /** Assigns columns to fields; the first of several headers that mean one field wins. Returns all other columns. */
    private List<Integer> map(Fields fields, int line) {
        List<Integer> others = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            String field = fields.field(header);
            if (field == null) {
                others.add(i);
            } else if (seen.putIfAbsent(field, header) != null) {
                reading.reject(line, header, null, "column-duplicate", "first", seen.get(field));
            } else {
                targets[i] = table.add(field, header);
                width++;
            }
        }
        return others;
    }

    private boolean present(String field, int line) {
        if (table.has(field)) {
            return true;
        }
        reading.reject(line, null, null, "column-missing", "field", field, "found", found());
        return false;
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
