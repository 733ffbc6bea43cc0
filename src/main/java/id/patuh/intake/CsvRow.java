package id.patuh.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The record that a {@link CsvParser} has just read; the next one takes its place. */
final class CsvRow implements TableRow {

    static final int MAX_COLUMNS = 16_384;
    static final int MAX_CELL = 1 << 20;

    /** Null where a cell is empty. */
    private String[] cells = new String[16];

    private int size;
    private int lineBreaks;
    private boolean verbatim;
    private boolean tooWide;
    private boolean tooLong;

    @Override
    public int size() {
        return size;
    }

    @Override
    public String cell(int column) {
        return column >= size ? null : cells[column] == null ? "" : cells[column];
    }

    @Override
    public String said(int column) {
        return column < size ? cells[column] : null;
    }

    @Override
    public List<String> cells() {
        return IntStream.range(0, size).mapToObj(this::cell).toList();
    }

    @Override
    public int lineBreaks() {
        return lineBreaks;
    }

    @Override
    public boolean isVerbatim() {
        return verbatim;
    }

    @Override
    public boolean isBlank() {
        return !tooWide && !tooLong && TableRow.super.isBlank();
    }

    /** Why the record is refused; null when it is not. */
    Unreadable problem() {
        if (tooWide) {
            return new Unreadable("columns-too-many", "limit", "" + MAX_COLUMNS);
        }
        return tooLong ? new Unreadable("cell-too-long", "limit", "" + MAX_CELL) : null;
    }

    /** Makes room for the next record. */
    void clear() {
        size = 0;
        lineBreaks = 0;
        verbatim = true;
        tooWide = false;
        tooLong = false;
    }

    /**
     * Adds a cell.
     *
     * @param text null where it is empty
     * @param isVerbatim whether it is empty or taken word for word
     */
    void add(String text, boolean isVerbatim) {
        if (size == MAX_COLUMNS) {
            tooWide = true;
            return;
        }
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
        }
        cells[size++] = text;
        verbatim &= isVerbatim;
    }

    /** Adds a cell in which line breaks may stand, or which may be too long. */
    void addAnyhow(String text, boolean isVerbatim) {
        if (text != null && text.length() > MAX_CELL && size < MAX_COLUMNS) {
            tooLong = true;
            return;
        }
        add(text, isVerbatim);
        lineBreaks += text == null ? 0 : TableRow.lineBreaks(text);
    }
}
