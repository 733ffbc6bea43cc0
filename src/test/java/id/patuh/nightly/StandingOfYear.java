package id.patuh.nightly;

import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.outcome.Outcome;
import id.patuh.ledger.waiver.ByHand;
import id.patuh.ledger.waiver.Standing;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.nightly.LacksOfYear.Lacking;
import id.patuh.nightly.LedgerOfYear.Open;
import id.patuh.nightly.OutcomesOfYear.Settled;
import id.patuh.nightly.WaiversOfYear.Asked;
import id.patuh.violation.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a unit stands after a night, with waivers and without; no severity has an entry of none. */
record StandingOfYear(
        Map<Severity, Long> open,
        Map<Severity, Long> waived,
        Map<Severity, Long> remaining,
        long groups,
        long remainingGroups,
        Map<Long, Long> covered,
        List<Long> idle,
        List<Long> ending,
        Long notEvaluated,
        List<Long> holding,
        Map<Severity, Long> foundByHand) {

    private static final Duration WEEK = Duration.ofDays(7);

    /** As patuh tells it. */
    static StandingOfYear of(Standing standing) {
        ByHand byHand = standing.byHand();
        return new StandingOfYear(
                some(standing.open()),
                some(standing.waived()),
                some(standing.remaining()),
                standing.groups(),
                standing.remainingGroups(),
                standing.covered(),
                standing.idle().stream().map(Waiver::number).toList(),
                standing.inForce().waivers().stream()
                        .filter(waiver -> waiver.endsWithin(WEEK, standing.at()))
                        .map(Waiver::number)
                        .toList(),
                byHand == null ? null : byHand.notEvaluated(),
                byHand == null ? List.of() : numbers(byHand),
                byHand == null ? Map.of() : remaining(byHand));
    }

    private static List<Long> numbers(ByHand byHand) {
        return byHand.outcomes().stream().map(Outcome::number).sorted().toList();
    }

    private static Map<Severity, Long> remaining(ByHand byHand) {
        return byHand.violations().stream()
                .filter(found -> found.waivers().isEmpty())
                .collect(Collectors.groupingBy(
                        found -> found.outcome().verdict().severity(), TreeMap::new, Collectors.counting()));
    }

    private static Map<Severity, Long> some(Map<Severity, Long> counts) {
        Map<Severity, Long> some = new TreeMap<>(counts);
        some.values().removeIf(count -> count == 0);
        return some;
    }

    /**
     * As it must be.
     *
     * @param last whether the night is the last one that there is, so that what was found by hand is told
     */
    static StandingOfYear of(UnitOfYear unit, int night, Instant at, boolean last) {
        List<Asked> inForce = unit.waivers.inForce(at);
        Map<Severity, Long> open = new TreeMap<>();
        Map<Severity, Long> waived = new TreeMap<>();
        Map<Severity, Long> remaining = new TreeMap<>();
        Set<String> groups = new HashSet<>();
        Set<String> remainingGroups = new HashSet<>();
        Map<Long, Long> covered = new TreeMap<>();
        inForce.forEach(waiver -> covered.put(waiver.number(), 0L));
        for (Open violation : unit.ledger.open(night)) {
            List<Asked> covering =
                    inForce.stream().filter(waiver -> waiver.covers(violation)).toList();
            covering.forEach(waiver -> covered.merge(waiver.number(), 1L, Long::sum));
            open.merge(violation.severity(), 1L, Long::sum);
            (covering.isEmpty() ? remaining : waived).merge(violation.severity(), 1L, Long::sum);
            groups.add(violation.group());
            if (covering.isEmpty()) {
                remainingGroups.add(violation.group());
            }
        }
        Map<LackSubject, Lacking> lacking = last ? unit.lacks.after(night) : Map.of();
        Map<Severity, Long> foundByHand = new TreeMap<>();
        for (Open violation : unit.outcomes.violations(lacking, at)) {
            List<Asked> covering =
                    inForce.stream().filter(waiver -> waiver.covers(violation)).toList();
            covering.forEach(waiver -> covered.merge(waiver.number(), 1L, Long::sum));
            if (covering.isEmpty()) {
                foundByHand.merge(violation.severity(), 1L, Long::sum);
            }
        }
        return new StandingOfYear(
                open,
                waived,
                remaining,
                groups.size(),
                remainingGroups.size(),
                covered,
                covered.keySet().stream()
                        .filter(number -> covered.get(number) == 0)
                        .toList(),
                inForce.stream()
                        .filter(waiver -> waiver.endsWithin(WEEK, at))
                        .map(Asked::number)
                        .toList(),
                last ? (long) lacking.size() : null,
                unit.outcomes.holding(lacking, at).values().stream()
                        .map(Settled::number)
                        .sorted()
                        .toList(),
                foundByHand);
    }

    /** Whether anything that heavy, or heavier, is not waived, whoever found it. */
    boolean fails(Severity threshold) {
        return threshold != null
                && Stream.concat(remaining.keySet().stream(), foundByHand.keySet().stream())
                        .anyMatch(severity -> severity.compareTo(threshold) <= 0);
    }
}
