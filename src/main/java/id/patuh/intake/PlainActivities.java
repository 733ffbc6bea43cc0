package id.patuh.intake;

import id.patuh.sop.ActivityRecord;
import id.patuh.violation.SourceTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes rows of activities by their bytes: of a kind that was met before, with moments in the plain spelling, and with cells
 * that are all taken word for word. All others are left to be read with care, which would make the same of these.
 */
final class PlainActivities implements ByteRows {

    private static final List<String> OWN = List.of("case", "start", "end");
    /** Of these a record tells itself. */
    private static final List<String> TOLD = List.of("person", "unit");
    /** Of bytes. A longer row may have a cell that is too long, and much would be kept of its kind. */
    private static final int LONGEST = 1 << 12;

    private final ActivityTable owner;
    private final ActivityRows rows;
    private final PlainTimes times;
    private final SourceTable table;
    private final Layout layout;
    private final CsvTexts texts = new CsvTexts(StandardCharsets.US_ASCII);
    private final PlainCells cells;
    private final WrittenKinds kinds;
    private byte[] caseBytes = new byte[0];
    private String caseId;
    private ActivityRecord lastRead;
    /** What tells the kind of the row that was left last, and its line; null where that cannot be learnt. */
    private WrittenKinds.Known left;

    private int leftLine;
    private PlainActivityRow taken;

    /**
     * Which columns hold what; -1 for none.
     *
     * @param kind the columns that tell the kind
     * @param others the columns that are read besides and that no record tells
     * @param unread the columns before the case that are not read; there a row may be marked as an example
     * @param targets by column, its place among the values of a row
     */
    record Layout(
            int caseId,
            int start,
            int end,
            int person,
            int unit,
            int[] kind,
            int[] others,
            int[] unread,
            int[] targets,
            int width,
            PlainTimes times) {

        /** The values of a row. */
        String[] cells(ActivityRecord record, String[] ofKind, String[] further) {
            String[] cells = new String[width];
            cells[targets[caseId]] = record.caseId();
            cells[targets[start]] = times.text(record.start());
            if (end >= 0 && record.end() != ActivityRecord.RUNNING) {
                cells[targets[end]] = times.text(record.end());
            }
            if (person >= 0) {
                cells[targets[person]] = record.person();
            }
            if (unit >= 0) {
                cells[targets[unit]] = record.unit();
            }
            for (int i = 0; i < kind.length; i++) {
                cells[targets[kind[i]]] = ofKind[i];
            }
            for (int i = 0; i < others.length; i++) {
                cells[targets[others[i]]] = further[i];
            }
            return cells;
        }
    }

    /** @param columns of which each has a field of its own, case and start among them */
    PlainActivities(ActivityTable owner, TableColumns columns, ActivityRows rows, PlainTimes times) {
        this.owner = owner;
        this.rows = rows;
        this.times = times;
        this.table = columns.table();
        int[] targets = IntStream.range(0, columns.size()).map(columns::target).toArray();
        int[] kind = columnsOf(ActivityKinds.FIELDS, targets);
        this.cells = new PlainCells(columns.size());
        this.kinds = new WrittenKinds(cells, kind);
        this.layout = new Layout(
                columnOf("case", targets),
                columnOf("start", targets),
                columnOf("end", targets),
                columnOf("person", targets),
                columnOf("unit", targets),
                kind,
                IntStream.range(0, targets.length)
                        .filter(i -> targets[i] >= 0 && isOther(targets[i]))
                        .toArray(),
                IntStream.range(0, columnOf("case", targets))
                        .filter(i -> targets[i] < 0)
                        .toArray(),
                targets,
                table.width(),
                times);
    }

    private boolean isOther(int target) {
        return !isOf(OWN, target) && !isOf(TOLD, target) && !isOf(ActivityKinds.FIELDS, target);
    }

    private int columnOf(String field, int[] targets) {
        int[] columns = columnsOf(List.of(field), targets);
        return columns.length == 0 ? -1 : columns[0];
    }

    private int[] columnsOf(List<String> fields, int[] targets) {
        return IntStream.range(0, targets.length)
                .filter(i -> targets[i] >= 0 && isOf(fields, targets[i]))
                .toArray();
    }

    private boolean isOf(List<String> fields, int target) {
        return fields.stream().anyMatch(field -> table.column(field) == target);
    }

    @Override
    public int take(byte[] bytes, int from, int to, byte separator, int line) {
        if (rows.lastRead() != lastRead) {
            lastRead = rows.lastRead();
            learn();
        }
        if (kinds.leaveAlone()) {
            return NOT_TAKEN;
        }
        int next = cells.split(bytes, from, to, separator);
        if (next == NOT_TAKEN || next - from > LONGEST) {
            return NOT_TAKEN;
        }
        WrittenKinds.Known kind = kinds.find(bytes);
        if (kind == null) {
            left = ahead(bytes);
            leftLine = line;
            return NOT_TAKEN;
        }
        long start = moment(bytes, layout.start);
        long end = layout.end < 0 || cells.isEmpty(layout.end) ? ActivityRecord.RUNNING : moment(bytes, layout.end);
        // What is no moment comes before all.
        if (start == PlainTimes.OTHER || end < start || !takesCase(bytes)) {
            return NOT_TAKEN;
        }
        String person = text(bytes, layout.person);
        boolean verbatim = texts.isVerbatim();
        String unit = text(bytes, layout.unit);
        verbatim &= texts.isVerbatim();
        String[] others = layout.others.length == 0 ? null : new String[layout.others.length];
        for (int i = 0; i < layout.others.length; i++) {
            others[i] = text(bytes, layout.others[i]);
            verbatim &= texts.isVerbatim();
        }
        for (int column : layout.unread) {
            text(bytes, column);
            verbatim &= texts.isVerbatim();
        }
        if (!verbatim) {
            return NOT_TAKEN;
        }
        taken = new PlainActivityRow(table, line, layout, kind.texts(), others);
        owner.took(line);
        rows.give(taken.record(caseId, kind.kind(), person, unit, start, end));
        return next;
    }

    @Override
    public String[] lastValues() {
        return taken == null ? null : taken.cells();
    }

    /** Null for no column. */
    private String text(byte[] bytes, int column) {
        return column < 0
                ? texts.none()
                : texts.text(column, bytes, cells.start(bytes, column), cells.end(bytes, column));
    }

    private long moment(byte[] bytes, int column) {
        return times.parse(bytes, cells.start(bytes, column), cells.end(bytes, column));
    }

    private boolean takesCase(byte[] bytes) {
        int from = cells.start(bytes, layout.caseId);
        int to = cells.end(bytes, layout.caseId);
        if (from == to) {
            return false;
        }
        if (!Arrays.equals(caseBytes, 0, caseBytes.length, bytes, from, to)) {
            String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
            if (!Words.isVerbatim(text)) {
                return false;
            }
            caseId = text;
            caseBytes = Arrays.copyOfRange(bytes, from, to);
        }
        return true;
    }

    /** What tells the kind of the row ahead; null where a cell may stand for another text. */
    private WrittenKinds.Known ahead(byte[] bytes) {
        String[] said = new String[layout.kind.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = text(bytes, layout.kind[i]);
            if (!texts.isVerbatim()) {
                return null;
            }
        }
        return kinds.ahead(bytes, said);
    }

    /** Takes up the kind of the row that was left, if it has now been read with care. */
    private void learn() {
        if (left != null && lastRead.row().number() == leftLine) {
            kinds.put(left, lastRead.kind());
        }
        left = null;
    }
}
