package id.patuh.ledger.waiver;

import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.life.Openings;
import id.patuh.ledger.life.State;
import id.patuh.ledger.outcome.Outcome;
import id.patuh.ledger.outcome.OutcomeBook;
import id.patuh.ledger.outcome.Result;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells how violations stand with waivers, and without. Nothing of that is kept: both are looked up. */
public final class Standings {

    private static final Comparator<LifeViolation> HEAVIEST_FIRST = Comparator.comparing(LifeViolation::severity)
            .thenComparing(LifeViolation::rule)
            .thenComparing(LifeViolation::fingerprint);

    private final Store store;

    public Standings(Store store) {
        this.store = store;
    }

    /** After a completed run, with the waivers that were in force at the moment that it judged by. */
    public Standing of(LifeRun run) {
        return of(run, run.asOf());
    }

    /**
     * After a completed run, with the waivers in force at a moment.
     *
     * @param at may be later than the run's, as for whoever looks by day at what was found at night
     */
    public Standing of(LifeRun run, Instant at) {
        InForce inForce = inForce(run.scope(), at);
        Tally tally = new Tally(inForce);
        LifeBook book = new LifeBook(store);
        book.open(run, tally::add);
        boolean last = book.last(run.scope()).orElseThrow().number().equals(run.number());
        ByHand byHand = last ? byHand(book, run, at, tally) : null;
        return new Standing(
                run, at, tally.counts(), tally.groups(), tally.remainingGroups(), inForce, tally.covered(), byHand);
    }

    /** How much is open and waived after the last completed run of a scope, with the waivers in force at its moment. */
    public Balance balance(LifeRun run) {
        return balance(run, run.asOf());
    }

    /**
     * The same with the waivers in force at a moment.
     *
     * @param at may be later than the run's, as for {@link #of(LifeRun, Instant)}
     */
    public Balance balance(LifeRun run, Instant at) {
        InForce inForce = inForce(run.scope(), at);
        Map<Severity, Long> waived = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            waived.put(severity, 0L);
        }
        Set<Long> met = new HashSet<>();
        Openings open = new Openings(store);
        for (Waiver waiver : inForce.waivers()) {
            waiver.terms().target().find(open, run.scopeId(), each -> {
                if (!inForce.covering(each).isEmpty() && met.add(each.id())) {
                    waived.merge(each.severity(), 1L, Long::sum);
                }
            });
        }
        List<Outcome> outcomes = new OutcomeBook(store).holding(run.scope(), at);
        return new Balance(run, waived, violations(outcomes, inForce::covering));
    }

    private ByHand byHand(LifeBook book, LifeRun run, Instant at, Tally tally) {
        List<Outcome> outcomes = new OutcomeBook(store).holding(run.scope(), at);
        return new ByHand(book.countLacks(run), outcomes, violations(outcomes, tally::add));
    }

    private static List<HandViolation> violations(List<Outcome> outcomes, Function<Lack, List<Waiver>> covering) {
        return outcomes.stream()
                .filter(outcome -> outcome.verdict().result() == Result.VIOLATED)
                .map(outcome -> new HandViolation(outcome, covering.apply(outcome.lack())))
                .toList();
    }

    /** The waivers of a scope that are in force at a moment. */
    public InForce inForce(String scope, Instant at) {
        return new InForce(store.read(transaction -> new WaiverTables(transaction).of(scope)).stream()
                .filter(waiver -> waiver.isInForce(at))
                .toList());
    }

    /**
     * How many open violations waivers cover, or would cover if they were in force, after the last completed runs of their
     * scopes: by their numbers. Those of scopes without such a run have no entry.
     *
     * @param at the moment that decides what counts as found by hand
     */
    public Map<Long, Long> covered(List<Waiver> waivers, Instant at) {
        Map<Long, Long> covered = new HashMap<>();
        LifeBook book = new LifeBook(store);
        waivers.stream()
                .collect(Collectors.groupingBy(waiver -> waiver.terms().scope()))
                .forEach((scope, own) -> book.last(scope).ifPresent(run -> {
                    Tally tally = new Tally(new InForce(own));
                    book.open(run, tally::add);
                    byHand(book, run, at, tally);
                    covered.putAll(tally.covered());
                }));
        return covered;
    }

    /**
     * Some of the violations after a run, the heaviest ones first.
     *
     * @param most how many
     */
    public List<WaivedViolation> heaviest(Standing standing, Set<State> states, int most) {
        TreeSet<LifeViolation> heaviest = new TreeSet<>(HEAVIEST_FIRST);
        new LifeBook(store).violations(standing.run(), states, violation -> {
            heaviest.add(violation);
            if (heaviest.size() > most) {
                heaviest.pollLast();
            }
        });
        return heaviest.stream()
                .map(violation -> new WaivedViolation(violation, standing.covering(violation)))
                .toList();
    }
}
