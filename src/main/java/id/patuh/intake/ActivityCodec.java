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

/** Writes activities in short, by means of a vocabulary, which is not written with them. */
public final class ActivityCodec implements Codec<ActivityRecord> {

    private static final int WRITTEN_OUT = -1;

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
        Packed.writeNumber(activity.start(), to);
        Packed.writeNumber(activity.end(), to);
        writeRow(activity.row(), to);
    }

    @Override
    public ActivityRecord read(DataInput from) throws IOException {
        return new ActivityRecord(
                Packed.readText(from),
                readKind(from),
                texts.read(from),
                texts.read(from),
                Packed.readNumber(from),
                Packed.readNumber(from),
                readRow(from));
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

    private void writeRow(SourceRow row, DataOutput to) throws IOException {
        SourceTable table = row.table();
        Packed.writeNumber(words.number(table), to);
        Packed.writeNumber(row.number(), to);
        String[] cells = row.cells();
        Packed.writeNumber(cells.length, to);
        for (int i = 0; i < cells.length; i++) {
            if (isRare(table, i)) {
                texts.writeRare(cells[i], to);
            } else {
                texts.write(cells[i], to);
            }
        }
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

    private SourceRow readRow(DataInput from) throws IOException {
        SourceTable table = words.table((int) Packed.readNumber(from));
        int number = (int) Packed.readNumber(from);
        String[] cells = new String[(int) Packed.readNumber(from)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = texts.read(from);
        }
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
