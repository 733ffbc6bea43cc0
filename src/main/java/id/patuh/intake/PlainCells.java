package id.patuh.intake;

/** Where the cells of a row stand that is plain: of ASCII, with quotation marks around whole cells only, in one line. */
final class PlainCells {

    private static final int NONE = ByteRows.NOT_TAKEN;
    private static final byte QUOTE = '"';
    private static final long QUOTES = EightBytes.all(QUOTE);
    private static final long BLANKS = EightBytes.all(' ');

    /** The byte before the first cell, and the one behind each. */
    private final int[] stops;

    /** @param columns how many cells a row has */
    PlainCells(int columns) {
        this.stops = new int[columns + 1];
    }

    /**
     * Finds the cells of a row that has as many as there are columns.
     *
     * @param bytes followed by a line end and as many bytes as are looked at at once
     * @param limit where the bytes end that were read
     * @return where the next row begins; {@link ByteRows#NOT_TAKEN} where the row is not plain or not whole
     */
    int split(byte[] bytes, int begin, int limit, byte separator) {
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
                    int behind = place == stops[cell] + 1 ? closing(bytes, place + 1) + 1 : NONE;
                    if (behind <= 0 || bytes[behind] != separator && bytes[behind] >= ' ') {
                        return NONE;
                    }
                    at = behind;
                    marks = 0;
                } else {
                    if (++cell == stops.length) {
                        return NONE;
                    }
                    stops[cell] = place;
                    if (mark != separator) {
                        return cell == stops.length - 1 ? after(bytes, place, limit) : NONE;
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
        return bytes[at] == QUOTE ? at : NONE;
    }

    /** Where the next row begins after a line end that was read. */
    private static int after(byte[] bytes, int at, int limit) {
        if (at >= limit) {
            return NONE;
        }
        if (bytes[at] == '\n') {
            return at + 1;
        }
        return bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == '\n' ? at + 2 : NONE;
    }

    boolean isEmpty(int column) {
        return stops[column + 1] == stops[column] + 1;
    }

    /** Where the text of a cell begins, behind the quotation mark if there is one. */
    int start(byte[] bytes, int column) {
        int from = from(column);
        return bytes[from] == QUOTE ? from + 1 : from;
    }

    /** Where the text of a cell ends. */
    int end(byte[] bytes, int column) {
        return bytes[from(column)] == QUOTE ? to(column) - 1 : to(column);
    }

    /** Where a cell begins as it is written. */
    int from(int column) {
        return stops[column] + 1;
    }

    /** Where a cell ends as it is written. */
    int to(int column) {
        return stops[column + 1];
    }
}
