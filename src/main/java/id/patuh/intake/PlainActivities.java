package id.patuh.intake;

import id.patuh.sop.ActivityKind;
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
    /** A power of two. */
    private static final int SLOTS = 1 << 12;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long QUOTES = EightBytes.all('"');
    private static final long BLANKS = EightBytes.all(' ');

    private final ActivityTable owner;
    private final ActivityRows rows;
    private final PlainTimes times;
    private final SourceTable table;
    private final Layout layout;
    private final CsvTexts texts = new CsvTexts(StandardCharsets.US_ASCII);
    /** Places among the layout's other columns; -1 for none. */
    private final int person;

    private final int unit;
    private final Known[] known = new Known[SLOTS];
    /** Of the row ahead: where each cell begins, and ends. */
    private final int[] starts;

    private final int[] ends;
    private ActivityRecord learnt;
    private byte[] caseBytes = new byte[0];
    private String caseId;
    private PlainActivityRow taken;

    /** What tells a kind, cell by cell; null where a cell is empty. */
    private record Known(byte[][] bytes, String[] texts, ActivityKind kind) {}

    /**
     * Which columns hold what; -1 for none.
     *
     * @param kind the columns that tell the kind
     * @param others all further columns that are read
     * @param targets by column, its place among the values of a row
     */
    record Layout(
            int caseId, int start, int end, int[] kind, int[] others, int[] targets, int width, PlainTimes times) {

        /** The values of a row. */
        String[] cells(String caseNumber, String[] ofKind, String[] further, long started, long ended) {
            String[] cells = new String[width];
            cells[targets[caseId]] = caseNumber;
            cells[targets[start]] = times.text(started);
            if (end >= 0 && ended != ActivityRecord.RUNNING) {
                cells[targets[end]] = times.text(ended);
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
        this.starts = new int[columns.size()];
        this.ends = new int[columns.size()];
        int[] targets = IntStream.range(0, columns.size()).map(columns::target).toArray();
        this.layout = new Layout(
                columnOf("case", targets),
                columnOf("start", targets),
                columnOf("end", targets),
                columnsOf(ActivityKinds.FIELDS, targets),
                IntStream.range(0, targets.length)
                        .filter(i ->
                                targets[i] >= 0 && !isOf(OWN, targets[i]) && !isOf(ActivityKinds.FIELDS, targets[i]))
                        .toArray(),
                targets,
                table.width(),
                times);
        this.person = otherOf("person");
        this.unit = otherOf("unit");
    }

    private int otherOf(String field) {
        return IntStream.range(0, layout.others.length)
                .filter(i -> layout.targets[layout.others[i]] == table.column(field))
                .findFirst()
                .orElse(-1);
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
        if (rows.lastRead() != learnt) {
            learnt = rows.lastRead();
            learn(learnt);
        }
        int next = split(bytes, from, to, separator);
        if (next == NOT_TAKEN) {
            return NOT_TAKEN;
        }
        Known kind = known[slot(bytes)];
        if (kind == null || !stands(kind, bytes)) {
            return NOT_TAKEN;
        }
        long start = times.parse(bytes, starts[layout.start], ends[layout.start]);
        long end = end(bytes);
        if (start == PlainTimes.OTHER || end < start || !takesCase(bytes)) {
            return NOT_TAKEN;
        }
        String[] others = new String[layout.others.length];
        for (int i = 0; i < others.length; i++) {
            int column = layout.others[i];
            others[i] = texts.text(column, bytes, starts[column], ends[column]);
            if (!texts.isVerbatim()) {
                return NOT_TAKEN;
            }
        }
        taken = new PlainActivityRow(table, line, layout, caseId, kind.texts, others, start, end);
        owner.took(line);
        rows.give(new ActivityRecord(caseId, kind.kind, other(others, person), other(others, unit), start, end, taken));
        return next;
    }

    private static String other(String[] others, int place) {
        return place < 0 ? null : others[place];
    }

    /** What the last of the rows says, by field; null where none was taken. */
    String[] lastValues() {
        return taken == null ? null : taken.cells();
    }

    /** When the activity ended, or that it has not; {@link PlainTimes#OTHER}, before all starts, where that must be read. */
    private long end(byte[] bytes) {
        int column = layout.end;
        return column < 0 || starts[column] == ends[column]
                ? ActivityRecord.RUNNING
                : times.parse(bytes, starts[column], ends[column]);
    }

    private boolean takesCase(byte[] bytes) {
        int from = starts[layout.caseId];
        int to = ends[layout.caseId];
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

    /** Takes up the kind of a row that was read with care. */
    private void learn(ActivityRecord row) {
        String[] cells = row.row().cells();
        String[] said = new String[layout.kind.length];
        byte[][] written = new byte[said.length][];
        for (int i = 0; i < said.length; i++) {
            said[i] = cells[layout.targets[layout.kind[i]]];
            if (said[i] != null && !(Words.isVerbatim(said[i]) && isAscii(said[i]))) {
                return;
            }
            written[i] = said[i] == null ? new byte[0] : said[i].getBytes(StandardCharsets.US_ASCII);
        }
        long hash = 0;
        for (byte[] cell : written) {
            hash = hash(Arrays.copyOf(cell, cell.length + EightBytes.COUNT), 0, cell.length, hash);
        }
        known[slot(hash)] = new Known(written, said, row.kind());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x80);
    }

    private boolean stands(Known kind, byte[] bytes) {
        for (int i = 0; i < layout.kind.length; i++) {
            byte[] cell = kind.bytes[i];
            int column = layout.kind[i];
            if (!Arrays.equals(cell, 0, cell.length, bytes, starts[column], ends[column])) {
                return false;
            }
        }
        return true;
    }

    private int slot(byte[] bytes) {
        long hash = 0;
        for (int column : layout.kind) {
            hash = hash(bytes, starts[column], ends[column], hash);
        }
        return slot(hash);
    }

    private static int slot(long hash) {
        return (int) (hash * MIX >>> 32) & SLOTS - 1;
    }

    private static long hash(byte[] bytes, int from, int to, long before) {
        long hash = before * MIX ^ to - from;
        int i = from;
        for (; i + EightBytes.COUNT <= to; i += EightBytes.COUNT) {
            hash = (hash ^ EightBytes.at(bytes, i)) * MIX;
            hash ^= hash >>> 32;
        }
        return i == to ? hash : (hash ^ EightBytes.between(bytes, i, to)) * MIX;
    }

    /** Finds the cells of a row that has as many as the table columns; gives where the next row begins. */
    private int split(byte[] bytes, int begin, int limit, byte separator) {
        long separators = EightBytes.all(separator);
        int cell = 0;
        int start = begin;
        int at = begin;
        while (true) {
            long next = EightBytes.at(bytes, at);
            long marks = EightBytes.exactly(next, separators)
                    | EightBytes.exactly(next, QUOTES)
                    | EightBytes.exactlyBelow(next, BLANKS)
                    | EightBytes.beyondAscii(next);
            at += EightBytes.COUNT;
            while (marks != 0) {
                int place = at - EightBytes.COUNT + EightBytes.first(marks);
                marks &= marks - 1;
                byte mark = bytes[place];
                if (cell == ends.length) {
                    return NOT_TAKEN;
                }
                if (mark == separator) {
                    starts[cell] = start;
                    ends[cell++] = place;
                    start = place + 1;
                } else if (mark == '"') {
                    int quote = place == start ? closing(bytes, place + 1) : NOT_TAKEN;
                    if (quote == NOT_TAKEN) {
                        return NOT_TAKEN;
                    }
                    starts[cell] = start + 1;
                    ends[cell++] = quote;
                    if (bytes[quote + 1] != separator) {
                        return cell == ends.length ? after(bytes, quote + 1, limit) : NOT_TAKEN;
                    }
                    start = quote + 2;
                    at = start;
                    marks = 0;
                } else {
                    starts[cell] = start;
                    ends[cell++] = place;
                    return cell == ends.length ? after(bytes, place, limit) : NOT_TAKEN;
                }
            }
        }
    }

    /** The quotation mark that ends a cell, in which none stands; the line must go on after it or end. */
    private static int closing(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] >= ' ' && bytes[at] != '"') {
            at++;
        }
        return bytes[at] == '"' ? at : NOT_TAKEN;
    }

    /** Where the next row begins after a line end that was read. */
    private static int after(byte[] bytes, int at, int limit) {
        if (at >= limit) {
            return NOT_TAKEN;
        }
        if (bytes[at] == '\n') {
            return at + 1;
        }
        return bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == '\n' ? at + 2 : NOT_TAKEN;
    }
}
