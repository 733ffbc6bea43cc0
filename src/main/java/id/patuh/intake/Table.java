package id.patuh.intake;

/** Takes the rows of a table from its top to its end: titles, header, data and whatever stands below. */
interface Table {

    /** What may stand beside a table. */
    enum Layout {
        /** Nothing: a cell beyond the header was torn off by a separator. */
        TEXT,
        /** Remarks, which stand in columns of their own. */
        SHEET
    }

    /**
     * The next row.
     *
     * @param number the line of a text, or the row of a sheet, from 1
     * @throws Unreadable when the table cannot be read at all
     */
    void row(TableRow row, int number) throws Unreadable;

    /** What may take the next rows by their bytes; null where all have to be read cell by cell. */
    default ByteRows byBytes() {
        return null;
    }

    /**
     * A row that was rejected before it could be split into cells.
     *
     * @param text what stands there, or null where it is too long to be kept
     */
    void lose(int number, String text);

    /** The table cannot be read any further. */
    void breakOff();

    /**
     * No row follows.
     *
     * @throws Unreadable when no table was found
     */
    void end() throws Unreadable;
}
