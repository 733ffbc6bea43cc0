package id.patuh.intake;

/** Takes rows of delimited text by their bytes, where these tell enough, so that no texts are made of them. */
interface ByteRows {

    /**
     * Takes the row that begins at a place.
     *
     * @param to where the bytes end that were read; a line end stands there to stop at
     * @param separator what stands between cells
     * @param line the row's number
     * @return where the next row begins; {@link #NOT_TAKEN} where this one must be read cell by cell
     */
    int take(byte[] bytes, int from, int to, byte separator, int line);

    /** What the row that was taken last says, by field; null where none was taken. */
    String[] lastValues();

    /** In place of a place. */
    int NOT_TAKEN = -1;
}
