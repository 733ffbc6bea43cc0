package id.patuh.intake;

import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes activities in short, by means of a vocabulary, which is not written with them. */
public final class ActivityCodec implements Codec<ActivityRecord> {

    private static final int WRITTEN_OUT = -1;
    private static final long MINUTE = 60_000;
    /** No other length is written so: none is a whole minute. */
    private static final int ENDLESS = 1;
    /** The fields whose cells mostly say what the record says. */
    private static final String[] TOLD = {"case", "person", "unit"};

    private final Vocabulary words;
    private final CommonTexts texts;

    /** For as long as the program runs. */
    public ActivityCodec() {
        this(new Vocabulary());
    }

    /** @param words of the rows that were written before, and are read */
    public ActivityCodec(Vocabulary words) {
        this.words = words;
        this.texts = words.texts();
    }

    @Override
    public void write(ActivityRecord activity, DataOutput to) throws IOException {
        Packed.writeText(activity.caseId(), to);
        writeKind(activity.kind(), to);
        texts.write(activity.person(), to);
        texts.write(activity.unit(), to);
        writeMillis(activity.start(), to);
        boolean running = activity.end() == ActivityRecord.RUNNING;
        writeMillis(running ? ActivityRecord.RUNNING : activity.end() - activity.start(), to);
        writeRow(activity, to);
    }

    @Override
    public ActivityRecord read(DataInput from) throws IOException {
        String caseId = Packed.readText(from);
        ActivityKind kind = readKind(from);
        String person = texts.read(from);
        String unit = texts.read(from);
        long start = readMillis(from);
        long length = readMillis(from);
        long end = length == ActivityRecord.RUNNING ? length : start + length;
        return new ActivityRecord(caseId, kind, person, unit, start, end, readRow(from, caseId, person, unit));
    }

    /** Nearly all are whole minutes. */
    private static void writeMillis(long millis, DataOutput to) throws IOException {
        if (millis == ActivityRecord.RUNNING) {
            Packed.writeNumber(ENDLESS, to);
        } else {
            Packed.writeNumber(millis % MINUTE == 0 ? millis / MINUTE * 2 : millis * 2 + 1, to);
        }
    }

    private static long readMillis(DataInput from) throws IOException {
        long written = Packed.readNumber(from);
        if (written == ENDLESS) {
            return ActivityRecord.RUNNING;
        }
        return (written & 1) == 0 ? written / 2 * MINUTE : written >> 1;
    }

    private void writeKind(ActivityKind kind, DataOutput to) throws IOException {
        int number = words.takes(kind) ? words.number(kind) : WRITTEN_OUT;
        Packed.writeNumber(number, to);
        if (number != WRITTEN_OUT) {
            return;
        }
        texts.write(kind.sop(), to);
        texts.write(kind.step(), to);
        texts.write(kind.role(), to);
        writeList(kind.inputs(), to);
        writeList(kind.outputs(), to);
        Vocabulary.writeOutcome(kind.decision(), to);
    }

    private ActivityKind readKind(DataInput from) throws IOException {
        int number = (int) Packed.readNumber(from);
        if (number != WRITTEN_OUT) {
            return words.kind(number);
        }
        return new ActivityKind(
                texts.read(from),
                texts.read(from),
                texts.read(from),
                readList(from),
                readList(from),
                Vocabulary.readOutcome(from));
    }

    private void writeList(List<String> items, DataOutput to) throws IOException {
        Packed.writeNumber(items.size(), to);
        for (String item : items) {
            texts.write(item, to);
        }
    }

    private List<String> readList(DataInput from) throws IOException {
        int size = (int) Packed.readNumber(from);
        List<String> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(texts.read(from));
        }
        return items;
    }

    private void writeRow(ActivityRecord activity, DataOutput to) throws IOException {
        SourceRow row = activity.row();
        SourceTable table = row.table();
        Packed.writeNumber(words.number(table), to);
        Packed.writeNumber(row.number(), to);
        writeCells(row.cells(), table, to, activity.caseId(), activity.person(), activity.unit());
        int[] places = row.places();
        Packed.writeNumber(places == null ? -1 : places.length, to);
        for (int i = 0; places != null && i < places.length; i++) {
            Packed.writeNumber(places[i], to);
        }
        EventRow event = row instanceof EventRow e ? e : null;
        Packed.writeNumber(event == null ? -1 : words.number(event.layout()), to);
        if (event != null) {
            Packed.writeNumber(event.lastNumber(), to);
        }
    }

    /** @param told what the record says of the fields {@link #TOLD} */
    private void writeCells(String[] cells, SourceTable table, DataOutput to, String... told) throws IOException {
        int columnsTold = columnsTold(cells, table, told);
        Packed.writeNumber(cells.length, to);
        Packed.writeNumber(columnsTold, to);
        for (int i = 0; i < cells.length; i++) {
            if (toldIn(i, table, columnsTold) >= 0) {
                continue;
            }
            if (isRare(table, i)) {
                texts.writeRare(cells[i], to);
            } else {
                texts.write(cells[i], to);
            }
        }
    }

    private String[] readCells(SourceTable table, DataInput from, String... told) throws IOException {
        String[] cells = new String[(int) Packed.readNumber(from)];
        int columnsTold = (int) Packed.readNumber(from);
        for (int i = 0; i < cells.length; i++) {
            int field = toldIn(i, table, columnsTold);
            cells[i] = field >= 0 ? told[field] : texts.read(from);
        }
        return cells;
    }

    /** The fields of which the cell says what the record says, a bit each. */
    private static int columnsTold(String[] cells, SourceTable table, String... told) {
        int columnsTold = 0;
        for (int field = 0; field < TOLD.length; field++) {
            int column = table.column(TOLD[field]);
            if (column >= 0 && column < cells.length && Objects.equals(cells[column], told[field])) {
                columnsTold |= 1 << field;
            }
        }
        return columnsTold;
    }

    /** The field that tells the cell of a column; -1 for none. */
    private static int toldIn(int column, SourceTable table, int columnsTold) {
        for (int field = 0; field < TOLD.length; field++) {
            if ((columnsTold >> field & 1) == 1 && table.column(TOLD[field]) == column) {
                return field;
            }
        }
        return -1;
    }

    /** @param told what the record says of the fields {@link #TOLD} */
    private SourceRow readRow(DataInput from, String... told) throws IOException {
        SourceTable table = words.table((int) Packed.readNumber(from));
        int number = (int) Packed.readNumber(from);
        String[] cells = readCells(table, from, told);
        int length = (int) Packed.readNumber(from);
        int[] places = length < 0 ? null : new int[length];
        for (int i = 0; i < length; i++) {
            places[i] = (int) Packed.readNumber(from);
        }
        int layout = (int) Packed.readNumber(from);
        return layout < 0
                ? new SourceRow(table, number, cells, places)
                : new EventRow(table, number, (int) Packed.readNumber(from), cells, words.layout(layout));
    }

    /** Hardly any two cells of the column say the same. */
    private static boolean isRare(SourceTable table, int column) {
        return column == table.column("case") || column == table.column("start") || column == table.column("end");
    }
}
