package id.patuh.bench.hand;

/** A piece of the file, with room before it for the line that the piece before broke off. */
final class Chunk {

    static final int SIZE = 1 << 19;
    private static final int ROOM = 1 << 16;
    /** Words are read eight bytes at a time. */
    private static final int PADDING = 16;

    final byte[] bytes = new byte[ROOM + SIZE + PADDING];
    int from = ROOM;
    int to = ROOM;

    static int start() {
        return ROOM;
    }

    /** Takes the rest of another piece, or of itself. */
    void precede(byte[] other, int end, int rest) {
        if (rest > ROOM) {
            throw new Uncovered("line of more than " + ROOM + " bytes");
        }
        from = ROOM - rest;
        System.arraycopy(other, end - rest, bytes, from, rest);
    }
}
