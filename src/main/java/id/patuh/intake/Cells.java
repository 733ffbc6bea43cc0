package id.patuh.intake;

import id.patuh.violation.SourceRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A row while its cells are read: every unreadable one is rejected, whatever file the row came from. */
final class Cells {

    private final Reading reading;
    private final SourceRow row;
    private final Map<String, List<String>> lists;
    private final Meanings meanings;
    private final boolean verbatim;
    private Map<String, Unreadable> faults = Map.of();
    private boolean failed;

    /**
     * What a mapping makes of the cells.
     *
     * @param texts by field, what its cell means
     * @param unreadable fields whose cells have no meaning, which was rejected already
     */
    record Meanings(Map<String, String> texts, Set<String> unreadable) {}

    /** Reads the text of a cell, stripped and not blank. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws Unreadable;
    }

    /**
     * @param row the cells
     * @param lists items of the cells that are lists by themselves, by field
     * @param failed whether a cell has been rejected already
     */
    Cells(Reading reading, SourceRow row, Map<String, List<String>> lists, boolean failed) {
        this(reading, row, lists, failed, null, false);
    }

    /** Cells that are all to be taken word for word, see {@link Words#isVerbatim}; null stands for empty ones. */
    static Cells verbatim(Reading reading, SourceRow row) {
        return new Cells(reading, row, Map.of(), false, null, true);
    }

    /** @param meanings what the cells mean, or null where they mean what they say */
    Cells(Reading reading, SourceRow row, Map<String, List<String>> lists, boolean failed, Meanings meanings) {
        this(reading, row, lists, failed, meanings, false);
    }

    private Cells(
            Reading reading,
            SourceRow row,
            Map<String, List<String>> lists,
            boolean failed,
            Meanings meanings,
            boolean verbatim) {
        this.reading = reading;
        this.row = row;
        this.lists = lists;
        this.failed = failed;
        this.meanings = meanings;
        this.verbatim = verbatim;
    }

    /** Says that a cell cannot be used, whatever it is to mean. */
    void fault(String field, Unreadable problem) {
        faults = faults.isEmpty() ? new HashMap<>() : faults;
        faults.put(field, problem);
    }

    /** Rejects the cells that cannot be used, and with them the row. */
    void rejectFaults(Predicate<String> ofField) {
        if (faults.isEmpty()) {
            return;
        }
        for (String field : List.copyOf(faults.keySet())) {
            if (ofField.test(field)) {
                reject(field, faults.get(field));
            }
        }
    }

    SourceRow row() {
        return row;
    }

    /** Whether the cell has no meaning, which was rejected already. */
    private boolean isUnreadable(String field) {
        return faults.containsKey(field)
                || meanings != null && meanings.unreadable().contains(field);
    }

    /** Whether any cell was rejected, so that the row cannot be used. */
    boolean failed() {
        return failed;
    }

    /** The text of a cell; null when blank. */
    String text(String field) {
        String value = value(field);
        if (value == null) {
            return null;
        }
        value = value.strip();
        return value.isEmpty() ? null : value;
    }

    /** The text of a cell that must be recorded; one that is not is rejected. */
    String required(String field) {
        return requireRecorded(field, recorded(field));
    }

    /** As {@link #required(String)}, for one who asks of row after row. */
    String required(FieldPlace place) {
        return requireRecorded(place.field, recorded(place));
    }

    private String requireRecorded(String field, String value) {
        if (value == null) {
            miss(field);
        }
        return value;
    }

    /** Rejects a cell for being blank, unless it is known to be unreadable. */
    void miss(String field) {
        if (!isUnreadable(field)) {
            reject(field, new Unreadable("value-missing"));
        }
    }

    /** What the cell says, or is said to mean; null when nothing stands there. */
    String value(String field) {
        if (faults.containsKey(field)) {
            return null;
        }
        return meanings == null ? row.value(field) : meanings.texts().get(field);
    }

    /** As {@link #value(String)}, for one who asks of row after row. */
    String value(FieldPlace place) {
        return isPlain() ? place.value(row) : value(place.field);
    }

    /** Whether all cells are texts that mean what they say, and can be used. */
    boolean isPlain() {
        return faults.isEmpty() && meanings == null && lists.isEmpty();
    }

    /** The text of a cell; null when blank or when it says that nothing was recorded. */
    String recorded(String field) {
        String value = text(field);
        return Words.notRecorded(value) ? null : value;
    }

    /** As {@link #recorded(String)}, for one who asks of row after row. */
    String recorded(FieldPlace place) {
        return verbatim ? place.value(row) : recorded(place.field);
    }

    /** What a cell means; null when nothing is recorded or it is unreadable, which is rejected. */
    <T> T read(String field, Parser<T> parser) {
        return parse(field, recorded(field), parser);
    }

    /**
     * What a cell means whose fault does not take its row along.
     *
     * @param unreadable called when the cell is rejected
     * @return null when nothing is recorded or it is unreadable
     */
    <T> T readAlone(String field, Parser<T> parser, Runnable unreadable) {
        if (faults.containsKey(field)) {
            rejectAlone(field, faults.get(field));
            unreadable.run();
            return null;
        }
        String text = recorded(field);
        if (text == null) {
            return null;
        }
        try {
            return parser.parse(text);
        } catch (Unreadable e) {
            rejectAlone(field, e);
            unreadable.run();
            return null;
        }
    }

    /** What the cell means; null when blank or unreadable, both of which are rejected. */
    <T> T require(String field, Parser<T> parser) {
        return parse(field, required(field), parser);
    }

    /** The items of a cell, without those that say that nothing was recorded. */
    List<String> list(String field) {
        List<String> items = lists.get(field);
        return items == null ? split(value(field)) : items;
    }

    /** The items of a text that separates them by semicolons. */
    static List<String> split(String text) {
        if (Words.notRecorded(text)) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (String item : text.split(";")) {
            if (!Words.notRecorded(item)) {
                items.add(item.strip());
            }
        }
        return List.copyOf(items);
    }

    /** Rejects a cell, and with it the row. */
    void reject(String field, Unreadable problem) {
        failed = true;
        rejectAlone(field, problem);
    }

    /** Rejects a cell that does not take its row along. */
    void rejectAlone(String field, Unreadable problem) {
        String header = row.header(field);
        // Several activities of a mapped row may share a cell.
        if (meanings != null
                && !reading.first("cell " + row.table().sheet() + row.number(field) + header + problem.reason())) {
            return;
        }
        reading.reject(
                row.table().sheet(), row.number(field), header == null ? field : header, row.value(field), problem);
    }

    /** Rejects the row for a reason that no single cell gives. */
    void reject(Unreadable problem) {
        failed = true;
        reading.reject(row.table().sheet(), row.number(), null, null, problem);
    }

    private <T> T parse(String field, String text, Parser<T> parser) {
        if (text == null) {
            return null;
        }
        try {
            return parser.parse(text);
        } catch (Unreadable e) {
            reject(field, e);
            return null;
        }
    }
}
