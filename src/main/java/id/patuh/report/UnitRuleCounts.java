package id.patuh.report;

import id.patuh.violation.Violation;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of changes by unit and rule; memory is bounded, however many units there are. */
final class UnitRuleCounts {

    /** Beyond that many units and rules, further units are counted as one. */
    private static final int MOST_GROUPS = 10_000;

    private static final String FURTHER_UNITS = "...";

    private final SortedMap<Group, ChangeCounts> groups = new TreeMap<>();

    /** A unit and a rule; no unit stands first. */
    record Group(String unit, String rule) implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator.comparing(
                        Group::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Group::rule);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /** The counts that a violation belongs to. */
    ChangeCounts of(Violation violation) {
        Group group = new Group(violation.subject().unit(), violation.rule());
        if (groups.size() >= MOST_GROUPS && !groups.containsKey(group)) {
            group = new Group(FURTHER_UNITS, violation.rule());
        }
        return groups.computeIfAbsent(group, g -> new ChangeCounts());
    }

    SortedMap<Group, ChangeCounts> all() {
        return Collections.unmodifiableSortedMap(groups);
    }
}
