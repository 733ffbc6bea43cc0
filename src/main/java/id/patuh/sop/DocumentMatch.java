package id.patuh.sop;

import java.util.List;

/**
 * How the documents that a step demands compare with those that a log names.
 *
 * @param missing demanded and not named
 * @param drifted named, but with words that differ a little
 */
record DocumentMatch(List<String> missing, List<Drift> drifted) {

    static final DocumentMatch COMPLETE = new DocumentMatch(List.of(), List.of());

    /**
     * A document named almost as demanded.
     *
     * @param demanded the SOP's words
     * @param given the log's words
     */
    record Drift(String demanded, String given) {}
}
