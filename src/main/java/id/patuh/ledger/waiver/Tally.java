package id.patuh.ledger.waiver;

import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.OpenViolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts open violations, those found by hand among them, and what waivers in force cover of them. For one thread. */
final class Tally {

    private static final Comparator<Counted> ORDER = Comparator.comparing(Counted::waived)
            .thenComparing(Counted::state)
            .thenComparing(Counted::severity)
            .thenComparing(Counted::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Counted::rule);

    private final InForce inForce;
    private final Map<Counted, Long> alike = new HashMap<>();
    private final Map<Long, Long> covered = new HashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> remaining = new HashSet<>();

    Tally(InForce inForce) {
        this.inForce = inForce;
        inForce.waivers().forEach(waiver -> covered.put(waiver.number(), 0L));
    }

    void add(OpenViolation violation) {
        List<Waiver> covering = counted(inForce.covering(violation));
        groups.add(violation.groupKey());
        if (covering.isEmpty()) {
            remaining.add(violation.groupKey());
        }
        alike.merge(
                new Counted(
                        violation.state(),
                        !covering.isEmpty(),
                        violation.severity(),
                        violation.unit(),
                        violation.rule(),
                        0),
                1L,
                Long::sum);
    }

    /** Counts what was found violated by hand; gives the waivers that cover it. */
    List<Waiver> add(Lack lack) {
        return counted(inForce.covering(lack));
    }

    private List<Waiver> counted(List<Waiver> covering) {
        covering.forEach(waiver -> covered.merge(waiver.number(), 1L, Long::sum));
        return covering;
    }

    /** How many open violations each waiver covers, by its number; those found by hand among them. */
    Map<Long, Long> covered() {
        return Collections.unmodifiableMap(covered);
    }

    /** How many groups have open violations. */
    long groups() {
        return groups.size();
    }

    /** How many have some that are not waived. */
    long remainingGroups() {
        return remaining.size();
    }

    /** The open violations, those that stand alike together. */
    List<Counted> counts() {
        List<Counted> counts = new ArrayList<>();
        alike.forEach(
                (c, times) -> counts.add(new Counted(c.state(), c.waived(), c.severity(), c.unit(), c.rule(), times)));
        counts.sort(ORDER);
        return counts;
    }
}
