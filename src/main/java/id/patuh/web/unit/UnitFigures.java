package id.patuh.web.unit;

import id.patuh.ledger.life.State;
import id.patuh.ledger.waiver.Counted;
import id.patuh.ledger.waiver.HandViolation;
import id.patuh.ledger.waiver.Standing;
import id.patuh.report.Verdict;
import id.patuh.violation.Severity;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What the violations of a unit come to.
 *
 * @param verdict of what is not waived, those found by hand among it
 * @param open those open, waived or not
 * @param fresh those of them that the last run found for the first time, or again
 * @param waived those of them that are waived
 * @param remaining those that are not waived, by severity
 * @param rules those open by rule, the heaviest severity of each first
 * @param unsettled how much could not be evaluated, and was not settled by hand
 */
record UnitFigures(
        Verdict verdict,
        long open,
        long fresh,
        long waived,
        Map<Severity, Long> remaining,
        List<OfRule> rules,
        long unsettled) {

    /**
     * The open violations of a rule.
     *
     * @param severity the heaviest of them
     * @param waived those of them that are waived
     */
    record OfRule(String rule, Severity severity, long open, long waived) {

        private OfRule and(Counted counted) {
            return new OfRule(
                    rule,
                    counted.severity().atLeast(severity) ? counted.severity() : severity,
                    open + counted.violations(),
                    waived + (counted.waived() ? counted.violations() : 0));
        }
    }

    /** @param judged whether any run ever judged anything */
    static UnitFigures of(Standing standing, boolean judged) {
        long settled = standing.byHand().settled().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long unsettled = standing.byHand().notEvaluated() - settled;
        Map<Severity, Long> remaining = new EnumMap<>(standing.remaining());
        standing.byHand().violations().stream()
                .filter(found -> found.waivers().isEmpty())
                .map(HandViolation::outcome)
                .forEach(outcome -> remaining.merge(outcome.verdict().severity(), 1L, Long::sum));
        return new UnitFigures(
                verdict(judged, remaining, unsettled),
                count(standing, counted -> true),
                count(standing, counted -> counted.state() != State.PERSISTING),
                count(standing, Counted::waived),
                remaining,
                rules(standing),
                unsettled);
    }

    /** Of what was never judged nobody knows. */
    private static Verdict verdict(boolean judged, Map<Severity, Long> remaining, long unsettled) {
        if (remaining.values().stream().anyMatch(count -> count > 0)) {
            return Verdict.VIOLATIONS;
        }
        return judged && unsettled == 0 ? Verdict.CLEAN : Verdict.INCOMPLETE;
    }

    private static long count(Standing standing, Predicate<Counted> which) {
        LongStream counts = standing.counts().stream().filter(which).mapToLong(Counted::violations);
        return counts.sum();
    }

    private static List<OfRule> rules(Standing standing) {
        Map<String, OfRule> rules = new TreeMap<>();
        for (Counted counted : standing.counts()) {
            OfRule known = rules.getOrDefault(counted.rule(), new OfRule(counted.rule(), counted.severity(), 0, 0));
            rules.put(counted.rule(), known.and(counted));
        }
        return rules.values().stream()
                .sorted(Comparator.comparing(OfRule::severity).thenComparing(OfRule::open, Comparator.reverseOrder()))
                .toList();
    }
}
