package id.patuh.check;

/**
 * How much a check holds in memory at most.
 *
 * @param head rows kept before it is decided how cases are brought together, at least 1
 * @param rows rows that are sorted in memory; further ones are sorted on disk
 */
record Limits(int head, int rows) {

    /** Some 50 MiB of rows: logs that people keep by hand never touch the disk. */
    static final Limits USUAL = new Limits(20_000, 100_000);
}
