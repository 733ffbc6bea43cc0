package id.patuh.ledger.life;

import id.patuh.violation.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a completed run came to.
 *
 * @param groups how many groups were judged
 * @param appeared how many violations are new
 * @param reopened how many came again
 * @param resolved how many are no longer there
 * @param open how many are open at its end, by severity; every severity has an entry
 */
public record RunCounts(long groups, long appeared, long reopened, long resolved, Map<Severity, Long> open) {

    /** Before the first run. */
    static final RunCounts NONE = new RunCounts(0, 0, 0, 0, Map.of());

    public RunCounts {
        Map<Severity, Long> all = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            all.put(severity, open.getOrDefault(severity, 0L));
        }
        open = Collections.unmodifiableMap(all);
    }
}
