package id.patuh.intake;

import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import id.patuh.violation.SourceTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rows of a log have in common: tables, kinds of activities, layouts of events, frequent texts. Rows are written
 * with numbers in their stead. Kept in memory it serves one process; written beside the rows it lets later programs read
 * them. Not safe for several threads at once while rows are written.
 */
public final class Vocabulary {

    /** Kinds are few; a log where they are not is to take no more memory. */
    private static final int MOST_KINDS = 1 << 14;

    private static final ActivityRecord.Outcome[] OUTCOMES = ActivityRecord.Outcome.values();
    private static final int NONE = -1;

    private final CommonTexts texts;
    private final Shared<SourceTable> tables = new Shared<>();
    private final Shared<ActivityKind> kinds = new Shared<>();
    private final Shared<EventRow.Layout> layouts = new Shared<>();

    /** One without a word yet. */
    public Vocabulary() {
        this(new CommonTexts());
    }

    private Vocabulary(CommonTexts texts) {
        this.texts = texts;
    }

    CommonTexts texts() {
        return texts;
    }

    int number(SourceTable table) {
        return tables.number(table);
    }

    SourceTable table(int number) {
        return tables.get(number);
    }

    /** Whether the kind has a number, or may have one. */
    boolean takes(ActivityKind kind) {
        return kinds.size() < MOST_KINDS || kinds.has(kind);
    }

    int number(ActivityKind kind) {
        return kinds.number(kind);
    }

    ActivityKind kind(int number) {
        return kinds.get(number);
    }

    int number(EventRow.Layout layout) {
        return layouts.number(layout);
    }

    EventRow.Layout layout(int number) {
        return layouts.get(number);
    }

    /** Writes all of it, for the programs to come: what is written here is never to change. */
    public void write(DataOutput to) throws IOException {
        texts.writeAll(to);
        Packed.writeNumber(tables.size(), to);
        for (SourceTable table : tables.all) {
            write(table, to);
        }
        Packed.writeNumber(kinds.size(), to);
        for (ActivityKind kind : kinds.all) {
            write(kind, to);
        }
        Packed.writeNumber(layouts.size(), to);
        for (EventRow.Layout layout : layouts.all) {
            write(layout, to);
        }
    }

    /** Reads what {@link #write} wrote. The tables it knows get no further columns. */
    public static Vocabulary read(DataInput from) throws IOException {
        Vocabulary read = new Vocabulary(CommonTexts.readAll(from));
        for (long left = Packed.readNumber(from); left > 0; left--) {
            read.tables.number(readTable(from));
        }
        for (long left = Packed.readNumber(from); left > 0; left--) {
            read.kinds.number(readKind(from));
        }
        for (long left = Packed.readNumber(from); left > 0; left--) {
            read.layouts.number(readLayout(from));
        }
        return read;
    }

    private static void write(SourceTable table, DataOutput to) throws IOException {
        Packed.writeText(table.path(), to);
        Packed.writeText(table.sheet(), to);
        Packed.writeInteger(table.headerRow(), to);
        writeTexts(table.headers(), to);
        Set<String> fields = new TreeSet<>(table.fields());
        Packed.writeNumber(fields.size(), to);
        for (String field : fields) {
            Packed.writeText(field, to);
            Packed.writeNumber(table.column(field), to);
        }
        Packed.writeNumber(table.recordedSteps() == null ? NONE : 0, to);
        if (table.recordedSteps() != null) {
            writeTexts(List.copyOf(new TreeSet<>(table.recordedSteps())), to);
        }
    }

    private static SourceTable readTable(DataInput from) throws IOException {
        String path = Packed.readText(from);
        String sheet = Packed.readText(from);
        Integer headerRow = Packed.readInteger(from);
        List<String> headers = readTexts(from);
        Map<String, Integer> columns = new HashMap<>();
        for (long left = Packed.readNumber(from); left > 0; left--) {
            columns.put(Packed.readText(from), (int) Packed.readNumber(from));
        }
        boolean ofAnyStep = Packed.readNumber(from) == NONE;
        Set<String> steps = ofAnyStep ? null : Set.copyOf(readTexts(from));
        return SourceTable.of(path, sheet, headerRow, headers, columns, steps);
    }

    private static void write(ActivityKind kind, DataOutput to) throws IOException {
        Packed.writeText(kind.sop(), to);
        Packed.writeText(kind.step(), to);
        Packed.writeText(kind.role(), to);
        writeTexts(kind.inputs(), to);
        writeTexts(kind.outputs(), to);
        writeOutcome(kind.decision(), to);
    }

    private static ActivityKind readKind(DataInput from) throws IOException {
        return new ActivityKind(
                Packed.readText(from),
                Packed.readText(from),
                Packed.readText(from),
                readTexts(from),
                readTexts(from),
                readOutcome(from));
    }

    static void writeOutcome(ActivityRecord.Outcome outcome, DataOutput to) throws IOException {
        Packed.writeNumber(outcome == null ? NONE : outcome.ordinal(), to);
    }

    static ActivityRecord.Outcome readOutcome(DataInput from) throws IOException {
        int ordinal = (int) Packed.readNumber(from);
        return ordinal == NONE ? null : OUTCOMES[ordinal];
    }

    private static void write(EventRow.Layout layout, DataOutput to) throws IOException {
        writeTexts(layout.keys(), to);
        for (boolean last : layout.last()) {
            to.writeBoolean(last);
        }
    }

    private static EventRow.Layout readLayout(DataInput from) throws IOException {
        String[] keys = readTexts(from).toArray(String[]::new);
        boolean[] last = new boolean[keys.length];
        for (int i = 0; i < last.length; i++) {
            last[i] = from.readBoolean();
        }
        return new EventRow.Layout(keys, last);
    }

    private static void writeTexts(List<String> texts, DataOutput to) throws IOException {
        Packed.writeNumber(texts.size(), to);
        for (String text : texts) {
            Packed.writeText(text, to);
        }
    }

    private static List<String> readTexts(DataInput from) throws IOException {
        int size = (int) Packed.readNumber(from);
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(Packed.readText(from));
        }
        return texts;
    }

    /** Objects that many rows share. */
    private static final class Shared<T> {

        private final Map<T, Integer> numbers = new IdentityHashMap<>();
        private final List<T> all = new ArrayList<>();

        int number(T object) {
            Integer known = numbers.get(object);
            if (known == null) {
                known = all.size();
                numbers.put(object, known);
                all.add(object);
            }
            return known;
        }

        boolean has(T object) {
            return numbers.containsKey(object);
        }

        int size() {
            return all.size();
        }

        T get(int number) {
            return all.get(number);
        }
    }
}
