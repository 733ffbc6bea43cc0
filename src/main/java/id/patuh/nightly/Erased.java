package id.patuh.nightly;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a night removed since it had been kept for its time, however often it was begun. A process that is ended amid it counts
 * nothing.
 *
 * @param counts how much of what, by the words of reports: {@code named} cases that named persons, {@code cases} that had rows,
 *     files with {@code surveys} and follow-up reports, {@code files} in archive and quarantine, resolved
 *     {@code violations} that said what was found; none is 0
 * @param problem why not all of it was removed; null where all was
 */
public record Erased(Map<String, Long> counts, NightProblem problem) {

    private static final List<String> WORDS = List.of("named", "cases", "surveys", "files", "violations");

    public Erased {
        counts = Map.copyOf(counts);
    }

    /** How much of everything that nights remove, in the order of reports; 0 where there was none. */
    Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        WORDS.forEach(what -> all.put(what, counts.getOrDefault(what, 0L)));
        return all;
    }

    /** This and what was removed afterwards, which tells whether all was. */
    Erased and(Erased later) {
        Map<String, Long> sums = new HashMap<>(counts);
        later.counts.forEach((what, count) -> sums.merge(what, count, Long::sum));
        return new Erased(sums, later.problem);
    }
}
