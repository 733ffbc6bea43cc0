package id.patuh.report;

/**
 * An input that was checked under two rule sets, each of which has words of its own.
 *
 * @param label how the input is named
 * @param before words of the earlier result
 * @param after words of the later result
 */
record ComparedInput(String label, Words before, Words after) {}
