package id.patuh.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** The record that the CSV parser has just read; the next one takes its place. */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> implements TableRow {

    static final int MAX_COLUMNS = 16_384;
    static final int MAX_CELL = 1 << 20;
    private static final int MEMORY = 1 << 12;
    private static final int LONGEST_REMEMBERED = 64;

    private final String[] memory = new String[MEMORY];
    private final List<String> cells = new ArrayList<>();
    private long line;
    private boolean tooWide;
    private boolean tooLong;

    /** The line that the record starts on, counted from the parser's start. */
    long line() {
        return line;
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : null;
    }

    @Override
    public List<String> cells() {
        return List.copyOf(cells);
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
        cells.clear();
        tooWide = false;
        tooLong = false;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column >= MAX_COLUMNS) {
            tooWide = true;
        } else if (length > MAX_CELL) {
            tooLong = true;
        } else {
            cells.add(text(buffer, offset, length));
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    // Logs repeat few texts a million times: most cells need no new string.
    private String text(char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST_REMEMBERED) {
            return new String(buffer, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ hash >>> 12) & MEMORY - 1;
        String known = memory[slot];
        if (known == null || !equal(known, buffer, offset, length)) {
            known = new String(buffer, offset, length);
            memory[slot] = known;
        }
        return known;
    }

    private static boolean equal(String known, char[] buffer, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
