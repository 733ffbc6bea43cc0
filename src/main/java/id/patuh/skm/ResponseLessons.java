package id.patuh.skm;

import java.util.Set;

/**
 * What a reading of all responses taught, which the next one has to know: which respondents may come again, and which
 * tables are surveys of their own. Empty before the first reading.
 */
public final class ResponseLessons {

    /** Null before it is known. */
    private Set<Long> repeated;

    private OwnResults own = OwnResults.NONE;

    /** Hashes of the respondents that may come again; null where any may. */
    Set<Long> repeated() {
        return repeated;
    }

    /** The tables that have their own results. */
    OwnResults own() {
        return own;
    }

    void learn(Set<Long> mayComeAgain, OwnResults results) {
        repeated = mayComeAgain;
        own = results;
    }
}
