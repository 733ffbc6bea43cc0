package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.wording.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an SOP from a workbook: the official table below its identity, and a sheet of what has no place there. */
final class SopTableReader {

    private static final int MOST_ROWS = 5_000;

    private final Reading reading;
    private final DatasetBuilder problems = new DatasetBuilder();
    private final Map<String, List<Line>> sheets = new LinkedHashMap<>();
    private final WorkbookReader workbooks;
    private boolean read;

    /** @param path the file as the user named it */
    SopTableReader(String path) {
        this.reading = new Reading(path, problems, (p, rows) -> {});
        this.workbooks = new WorkbookReader(reading, Sheet::new);
    }

    /** Reads an Office Open XML workbook. */
    void readPackage(Path file, PackageGuard.Survey survey) throws IOException, Unreadable {
        read = true;
        workbooks.readPackage(file, survey);
    }

    /** Reads a workbook of Excel 97 to 2003. */
    void readCompound(Path file) throws IOException, Unreadable {
        read = true;
        workbooks.readCompound(file);
    }

    /** Whether a workbook was read. */
    boolean isRead() {
        return read;
    }

    /** What the workbook says. */
    ImportedSop sop() {
        TabledSop table = table();
        return new ImportedSop(null, table.definition().isEmpty() ? null : table, List.of(), problems.rejected);
    }

    private TabledSop table() {
        Map<String, Object> definition = new LinkedHashMap<>();
        List<TabledSop.Extra> extras = new ArrayList<>();
        boolean found = false;
        for (Map.Entry<String, List<Line>> sheet : sheets.entrySet()) {
            List<Line> rows = sheet.getValue();
            SopHeader header = SopHeader.find(rows);
            if (header != null && !found) {
                found = true;
                new SopIdentity(reading, sheet.getKey(), rows.subList(0, header.top())).addTo(definition);
                new SopSteps(reading, sheet.getKey(), header).addTo(definition, rows);
            } else if (header != null) {
                reading.reject(
                        sheet.getKey(),
                        rows.get(header.top()).number(),
                        null,
                        null,
                        new Unreadable("sop-table-surplus"));
            } else {
                extras.addAll(extras(sheet.getKey(), rows));
            }
        }
        if (!found) {
            reading.reject(null, null, null, "sop-table-missing");
        }
        return new TabledSop(definition, extras);
    }

    private List<TabledSop.Extra> extras(String sheet, List<Line> rows) {
        List<TabledSop.Extra> extras = new ArrayList<>();
        List<String> headers = null;
        for (Line row : rows) {
            if (headers != null) {
                extra(sheet, headers, row, extras);
            } else if (row.cells().contains(TabledSop.KEY_HEADER) && row.cells().contains(TabledSop.VALUE_HEADER)) {
                headers = row.cells();
            }
        }
        return extras;
    }

    private void extra(String sheet, List<String> headers, Line row, List<TabledSop.Extra> extras) {
        String key = cell(row, headers.indexOf(TabledSop.KEY_HEADER));
        String value = cell(row, headers.indexOf(TabledSop.VALUE_HEADER));
        String step = cell(row, headers.indexOf(TabledSop.STEP_HEADER));
        String shown = cell(row, headers.indexOf(TabledSop.SHOWN_HEADER));
        Integer no = id.patuh.sop.Sop.stepNumber(step);
        if (step != null && no == null) {
            reading.reject(sheet, row.number(), TabledSop.STEP_HEADER, step, new Unreadable("step-number-unreadable"));
        } else if (key == null || value == null) {
            String header = key == null ? TabledSop.KEY_HEADER : TabledSop.VALUE_HEADER;
            reading.reject(sheet, row.number(), header, null, new Unreadable("value-missing"));
        } else {
            extras.add(new TabledSop.Extra(no, key, value, shown, reading.path, sheet, row.number()));
        }
    }

    private static String cell(Line row, int column) {
        String text = column < 0 ? null : row.cell(column);
        return text == null || text.isBlank() ? null : text;
    }

    /** The items of a cell: bulleted or numbered lines, else lines, else what semicolons separate. */
    static List<String> items(String text) {
        if (Words.notRecorded(text)) {
            return List.of();
        }
        String[] lines = text.strip().split("\\R");
        List<String> items = new ArrayList<>();
        boolean bulleted = BULLET.matcher(lines[0]).lookingAt();
        for (String line : lines) {
            var bullet = BULLET.matcher(line);
            if (bullet.lookingAt()) {
                items.add(line.substring(bullet.end()).strip());
            } else if (bulleted && !items.isEmpty()) {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + line.strip());
            } else if (lines.length == 1) {
                items.addAll(Cells.split(line));
            } else if (!line.isBlank()) {
                items.add(line.strip());
            }
        }
        return items;
    }

    private static final java.util.regex.Pattern BULLET =
            java.util.regex.Pattern.compile("\\s*(?:[-\u2022\u2013*]|\\d{1,2}[.)])\\s+");

    /** Keeps the rows of a sheet. */
    private final class Sheet implements Table {

        private final List<Line> rows = new ArrayList<>();

        Sheet(String name) {
            sheets.put(name, rows);
        }

        @Override
        public void row(TableRow row, int number) throws Unreadable {
            if (rows.size() == MOST_ROWS) {
                throw new Unreadable("rows-too-many", "limit", "" + MOST_ROWS);
            }
            rows.add(Line.of(row, number));
        }

        @Override
        public void lose(int number, String text) {
            // What was lost has been rejected.
        }

        @Override
        public void breakOff() {
            // The reader of workbooks says so.
        }

        @Override
        public void end() {
            // An empty sheet is none of the tables wanted.
        }
    }

    /** A header's letters and digits. */
    static String key(String text) {
        return Wording.key(text);
    }
}
