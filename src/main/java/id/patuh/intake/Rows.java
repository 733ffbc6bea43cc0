package id.patuh.intake;

/** Takes the rows of one kind of table. */
interface Rows {

    /** Whether the row could be used. */
    boolean read(Cells cells);

    /**
     * A row that could not be split into cells.
     *
     * @param line where it begins, or null for all that would have followed where the file breaks off
     * @param text what stands there, or null
     */
    void lose(Integer line, String text);

    /** Called after the last row. */
    default void end() {}
}
