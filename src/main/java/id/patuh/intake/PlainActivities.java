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
    /** Of these a record tells itself. */
    private static final List<String> TOLD = List.of("person", "unit");
    /** Of bytes. A longer row may have a cell that is too long, and much would be kept of its kind. */
    private static final int LONGEST = 1 << 12;
    /** A power of two. */
    private static final int SLOTS = 1 << 12;
    /** In so many slots from its own on a kind may stand. */
    private static final int NEAR = 4;
    /** Of so many rows a quarter must have been of a known kind, or the next ones are left to be read with care. */
    private static final int TRIED = 1 << 6;

    private static final int LEFT_ALONE = 1 << 10;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final byte QUOTE = '"';
    private static final long QUOTES = EightBytes.all(QUOTE);
    private static final long BLANKS = EightBytes.all(' ');

    private final ActivityTable owner;
    private final ActivityRows rows;
    private final PlainTimes times;
    private final SourceTable table;
    private final Layout layout;
    private final CsvTexts texts = new CsvTexts(StandardCharsets.US_ASCII);
    private final Known[] known = new Known[SLOTS + NEAR - 1];
    /** Of the row ahead: the byte before its first cell, and the one behind each. */
    private final int[] stops;

    private int tried;
    private int missed;
    private int leftAlone;
    private byte[] caseBytes = new byte[0];
    private String caseId;
    private ActivityRecord lastRead;
    /** What tells the kind of the row that was left last, and its line; null where that cannot be learnt. */
    private Known left;

    private int leftLine;
    private PlainActivityRow taken;

    /**
     * What tells a kind, as the file has it, by run of columns; the texts of its cells, null where one is empty; and the
     * kind, null while it is to be learnt.
     */
    private record Known(byte[][] written, String[] texts, ActivityKind kind) {}

    /**
     * Which columns hold what; -1 for none.
     *
     * @param kind the columns that tell the kind
     * @param kindRuns where runs of them begin, and with which they end, in turns
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
            int[] kindRuns,
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
        this.stops = new int[columns.size() + 1];
        int[] targets = IntStream.range(0, columns.size()).map(columns::target).toArray();
        int[] kind = columnsOf(ActivityKinds.FIELDS, targets);
        this.layout = new Layout(
                columnOf("case", targets),
                columnOf("start", targets),
                columnOf("end", targets),
                columnOf("person", targets),
                columnOf("unit", targets),
                kind,
                runs(kind),
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

    private static int[] runs(int[] columns) {
        IntStream.Builder runs = IntStream.builder();
        for (int i = 0; i < columns.length; i++) {
            if (i == 0 || columns[i - 1] != columns[i] - 1) {
                runs.add(columns[i]);
            }
            if (i == columns.length - 1 || columns[i + 1] != columns[i] + 1) {
                runs.add(columns[i]);
            }
        }
        return runs.build().toArray();
    }

    @Override
    public int take(byte[] bytes, int from, int to, byte separator, int line) {
        if (rows.lastRead() != lastRead) {
            lastRead = rows.lastRead();
            learn();
        }
        if (leftAlone > 0) {
            leftAlone--;
            return NOT_TAKEN;
        }
        int next = split(bytes, from, to, separator);
        if (next == NOT_TAKEN || next - from > LONGEST) {
            return NOT_TAKEN;
        }
        Known kind = kind(bytes, line);
        if (kind == null) {
            return NOT_TAKEN;
        }
        long start = moment(bytes, layout.start);
        long end = layout.end < 0 || isEmpty(layout.end) ? ActivityRecord.RUNNING : moment(bytes, layout.end);
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
        taken = new PlainActivityRow(table, line, layout, kind.texts, others);
        owner.took(line);
        rows.give(taken.record(caseId, kind.kind, person, unit, start, end));
        return next;
    }

    /** What the last of the rows says, by field; null where none was taken. */
    String[] lastValues() {
        return taken == null ? null : taken.cells();
    }

    /** Null for no column. */
    private String text(byte[] bytes, int column) {
        return column < 0 ? texts.none() : texts.text(column, bytes, start(bytes, column), end(bytes, column));
    }

    private long moment(byte[] bytes, int column) {
        return times.parse(bytes, start(bytes, column), end(bytes, column));
    }

    private boolean takesCase(byte[] bytes) {
        int from = start(bytes, layout.caseId);
        int to = end(bytes, layout.caseId);
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

    /** The kind of the row ahead; null where it must be learnt of that row. */
    private Known kind(byte[] bytes, int line) {
        long hash = 0;
        for (int i = 0; i < layout.kindRuns.length; i += 2) {
            hash = hash(bytes, stops[layout.kindRuns[i]] + 1, stops[layout.kindRuns[i + 1] + 1], hash);
        }
        Known found = find(hash, bytes);
        missed += found == null ? 1 : 0;
        if (++tried == TRIED) {
            leftAlone = missed > TRIED * 3 / 4 ? LEFT_ALONE : 0;
            tried = 0;
            missed = 0;
        }
        if (found != null) {
            return found;
        }
        left = toLearn(bytes);
        leftLine = line;
        return null;
    }

    /** Null where a cell may stand for another text. */
    private Known toLearn(byte[] bytes) {
        String[] said = new String[layout.kind.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = text(bytes, layout.kind[i]);
            if (!texts.isVerbatim()) {
                return null;
            }
        }
        byte[][] written = new byte[layout.kindRuns.length / 2][];
        for (int i = 0; i < written.length; i++) {
            written[i] =
                    Arrays.copyOfRange(bytes, stops[layout.kindRuns[2 * i]] + 1, stops[layout.kindRuns[2 * i + 1] + 1]);
        }
        return new Known(written, said, null);
    }

    private Known find(long hash, byte[] bytes) {
        int slot = slot(hash);
        for (int i = slot; i < slot + NEAR; i++) {
            if (known[i] == null || stands(known[i], bytes)) {
                return known[i];
            }
        }
        return null;
    }

    private void put(long hash, Known kind) {
        int slot = slot(hash);
        int free = slot;
        while (free < slot + NEAR && known[free] != null) {
            free++;
        }
        known[free < slot + NEAR ? free : slot] = kind;
    }

    private boolean stands(Known kind, byte[] bytes) {
        for (int i = 0; i < kind.written.length; i++) {
            byte[] run = kind.written[i];
            int from = stops[layout.kindRuns[2 * i]] + 1;
            int to = stops[layout.kindRuns[2 * i + 1] + 1];
            if (!Arrays.equals(run, 0, run.length, bytes, from, to)) {
                return false;
            }
        }
        return true;
    }

    /** Takes up the kind of the row that was left, if it has now been read with care. */
    private void learn() {
        Known learnt = left;
        left = null;
        if (learnt == null || lastRead.row().number() != leftLine) {
            return;
        }
        long hash = 0;
        for (byte[] run : learnt.written) {
            hash = hash(Arrays.copyOf(run, run.length + EightBytes.COUNT), 0, run.length, hash);
        }
        put(hash, new Known(learnt.written, learnt.texts, lastRead.kind()));
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

    private boolean isEmpty(int column) {
        return stops[column + 1] == stops[column] + 1;
    }

    private int start(byte[] bytes, int column) {
        int from = stops[column] + 1;
        return bytes[from] == QUOTE ? from + 1 : from;
    }

    private int end(byte[] bytes, int column) {
        int to = stops[column + 1];
        return bytes[stops[column] + 1] == QUOTE ? to - 1 : to;
    }

    /** Finds the cells of a row that has as many as the table columns; gives where the next row begins. */
    private int split(byte[] bytes, int begin, int limit, byte separator) {
        long separators = EightBytes.all(separator);
        int cell = 0;
        stops[0] = begin - 1;
        int at = begin;
        while (true) {
            long next = EightBytes.at(bytes, at);
            long marks = EightBytes.exactly(next, separators)
                    | EightBytes.exactly(next, QUOTES)
                    | EightBytes.exactlyBelow(next, BLANKS)
                    | EightBytes.beyondAscii(next);
            int eight = at;
            at += EightBytes.COUNT;
            while (marks != 0) {
                int place = eight + EightBytes.first(marks);
                marks &= marks - 1;
                byte mark = bytes[place];
                if (mark == QUOTE) {
                    int behind = place == stops[cell] + 1 ? closing(bytes, place + 1) + 1 : NOT_TAKEN;
                    if (behind <= 0 || bytes[behind] != separator && bytes[behind] >= ' ') {
                        return NOT_TAKEN;
                    }
                    at = behind;
                    marks = 0;
                } else {
                    if (++cell == stops.length) {
                        return NOT_TAKEN;
                    }
                    stops[cell] = place;
                    if (mark != separator) {
                        return cell == stops.length - 1 ? after(bytes, place, limit) : NOT_TAKEN;
                    }
                }
            }
        }
    }

    /** The quotation mark that ends a cell, in which nothing stands but plain text. */
    private static int closing(byte[] bytes, int from) {
        int at = from;
        long marks = 0;
        while (marks == 0) {
            long next = EightBytes.at(bytes, at);
            marks = EightBytes.equal(next, QUOTES) | EightBytes.below(next, BLANKS) | EightBytes.beyondAscii(next);
            at += marks == 0 ? EightBytes.COUNT : EightBytes.first(marks);
        }
        return bytes[at] == QUOTE ? at : NOT_TAKEN;
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
