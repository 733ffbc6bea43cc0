package id.patuh.intake;

import java.util.Arrays;
import java.util.List;

/** The record that a {@link CsvParser} has just read; the next one takes its place. */
final class CsvRow implements TableRow {

    static final int MAX_COLUMNS = 16_384;
    static final int MAX_CELL = 1 << 20;

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
        return column < size ? cells[column] : null;
    }

    @Override
    public List<String> cells() {
        return List.of(Arrays.copyOf(cells, size));
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
     * @param isVerbatim whether the text is empty or taken word for word
     * @param quoted whether line breaks may stand in it
     */
    void add(String text, boolean isVerbatim, boolean quoted) {
        if (size == MAX_COLUMNS) {
            tooWide = true;
        } else if (text.length() > MAX_CELL) {
            tooLong = true;
        } else {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, 2 * size);
            }
            cells[size++] = text;
            verbatim &= isVerbatim;
            lineBreaks += quoted ? TableRow.lineBreaks(text) : 0;
        }
    }
}
