package id.patuh.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.List;

/** The record that the CSV parser has just read; the next one takes its place. */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> implements TableRow {

    static final int MAX_COLUMNS = 16_384;
    static final int MAX_CELL = 1 << 20;

    private final ReplayReader text;
    private final CsvTexts texts = new CsvTexts();
    private String[] cells = new String[16];
    private int size;
    private long line;
    private long place;
    private int lineBreaks;
    private boolean tooWide;
    private boolean tooLong;

    /** @param text what the parser reads */
    CsvRow(ReplayReader text) {
        this.text = text;
    }

    /** The line that the record starts on, counted from the parser's start. */
    long line() {
        return line;
    }

    /** Where it starts in the text. */
    long place() {
        return place;
    }

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

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        size = 0;
        lineBreaks = 0;
        tooWide = false;
        tooLong = false;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column == 0) {
            place = text.place(quoted ? offset - 1 : offset);
        }
        if (column >= MAX_COLUMNS) {
            tooWide = true;
        } else if (length > MAX_CELL) {
            tooLong = true;
        } else {
            add(texts.text(column, buffer, offset, length));
            lineBreaks += quoted ? TableRow.lineBreaks(cells[size - 1]) : 0;
        }
    }

    private void add(String cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
        }
        cells[size++] = cell;
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }
}
