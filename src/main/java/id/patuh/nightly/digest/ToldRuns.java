package id.patuh.nightly.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which runs of a scope a recipient was told of. What was given up leaves gaps among them, and is to be told again, whatever
 * was told since.
 */
final class ToldRuns {

    private final long upTo;
    private final List<Span> later = new ArrayList<>();

    /**
     * Runs that a message tells of.
     *
     * @param since the number before that of the first one
     * @param run the number of the last one
     */
    record Span(long since, long run) {

        boolean holds(long number) {
            return since < number && number <= run;
        }
    }

    /**
     * What was told.
     *
     * @param before up to which run all was told before these messages
     * @param spans of messages that were not given up
     */
    ToldRuns(long before, List<Span> spans) {
        long solid = before;
        List<Span> ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparing(Span::since));
        for (Span span : ordered) {
            if (span.since() <= solid) {
                solid = Math.max(solid, span.run());
            } else {
                later.add(span);
            }
        }
        this.upTo = solid;
    }

    /** The last run before which there is no gap. */
    long upTo() {
        return upTo;
    }

    /** Whether what a run found was told. */
    boolean isTold(long run) {
        return run <= upTo || later.stream().anyMatch(span -> span.holds(run));
    }
}
