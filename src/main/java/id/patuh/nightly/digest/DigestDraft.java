package id.patuh.nightly.digest;

import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.Opening;
import id.patuh.ledger.life.State;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a recipient is told so far. */
final class DigestDraft {

    private final Recipient recipient;
    private final int lines;
    private final SortedMap<String, UnitDigest> units = new TreeMap<>();
    private final List<NightOutcome> troubled = new ArrayList<>();
    private final Map<LifeRun, ToldRuns> told = new HashMap<>();

    /** @param lines how many lines of each heading are shown */
    DigestDraft(Recipient recipient, int lines) {
        this.recipient = recipient;
        this.lines = lines;
    }

    Recipient recipient() {
        return recipient;
    }

    /** Notes how far the recipient was told before of the scope of its last run. */
    void noteTold(LifeRun run, ToldRuns before) {
        told.put(run, before);
    }

    /** How far the recipient was told before, by the last run of each scope. */
    Map<LifeRun, ToldRuns> told() {
        return Collections.unmodifiableMap(told);
    }

    /** Adds a night with something wrong. */
    void add(NightOutcome night) {
        troubled.add(night);
    }

    /**
     * Adds an open violation below the first heading that it fits, if there is one.
     *
     * @param run the last one of its scope
     * @param unit what it is told of
     * @param overdue whether what its rule finds is still to be done
     */
    void add(Opening violation, LifeRun run, String unit, boolean overdue) {
        if (!told.get(run).isTold(violation.opened())) {
            UnitDigest of = unit(unit);
            (violation.openedAs() == State.NEW ? of.fresh : of.reopened).add(violation);
        } else if (overdue) {
            unit(unit).overdue.add(violation);
        }
    }

    /** What there is to tell of a unit. */
    UnitDigest unit(String name) {
        return units.computeIfAbsent(name, each -> new UnitDigest(lines));
    }

    SortedMap<String, UnitDigest> units() {
        return Collections.unmodifiableSortedMap(units);
    }

    List<NightOutcome> troubled() {
        return List.copyOf(troubled);
    }

    /** The violations that are shown, by the numbers by which tables know them. */
    Set<Long> shown() {
        Set<Long> shown = new HashSet<>();
        for (UnitDigest unit : units.values()) {
            for (Heading<Opening> heading : List.of(unit.fresh, unit.reopened, unit.overdue)) {
                heading.first().forEach(each -> shown.add(each.id()));
            }
        }
        return shown;
    }
}
