package id.patuh.sop;

import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** One of the cases that have a number. */
final class NumberedCase {

    /** In milliseconds. */
    private static final long WHOLE_HOUR = 3_600_000;
    /** In place of whoever it was. */
    private static final String SOMEBODY = "";

    private final Sops sops;
    private final String sop;
    /** Normalised. */
    private final TreeSet<String> units = new TreeSet<>();

    private final List<ActivityRecord> rows;

    /** An activity of which newer facts may tell a different unit or SOP. */
    private record Done(String step, String person, long start, long end) {

        static Done of(ActivityRecord row, long end) {
            return new Done(row.step(), row.person(), row.start(), end);
        }

        /** The same where it is not known any more by whom. */
        Done bySomebody() {
            return new Done(step, SOMEBODY, start, end);
        }
    }

    /** @param sop one name for every way of citing it */
    private NumberedCase(Sops sops, String sop, List<ActivityRecord> rows) {
        this.sops = sops;
        this.sop = sop;
        this.rows = rows;
        rows.stream()
                .map(ActivityRecord::unit)
                .filter(Objects::nonNull)
                .map(Wording::normalise)
                .forEach(units::add);
    }

    /** The cases of a number, as one log tells them. */
    static List<NumberedCase> of(List<ActivityRecord> rows, Sops sops) {
        return CaseRows.of(rows, sops::canonical, Wording::normalise).stream()
                .map(one -> new NumberedCase(sops, one.sop, one.rows))
                .toList();
    }

    /**
     * The cases of a number as several logs tell them, each its own: units that hand a case on may have a log each, which tells
     * of its own steps only. A log may have several tables, and every unit's the same name.
     */
    static List<NumberedCase> byFile(List<ActivityRecord> rows, Sops sops) {
        Map<SourceTable, List<ActivityRecord>> tables = new IdentityHashMap<>();
        List<SourceTable> order = new ArrayList<>();
        for (ActivityRecord row : rows) {
            SourceTable table = row.row().table();
            tables.computeIfAbsent(table, first -> {
                        order.add(table);
                        return new ArrayList<>();
                    })
                    .add(row);
        }
        Map<List<Object>, NumberedCase> cases = new LinkedHashMap<>();
        for (SourceTable table : order) {
            for (NumberedCase one : of(tables.get(table), sops)) {
                cases.merge(List.of(table.path(), one.sop, one.units), one, NumberedCase::and);
            }
        }
        return List.copyOf(cases.values());
    }

    /** The same case in another table of its file. */
    private NumberedCase and(NumberedCase other) {
        List<ActivityRecord> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new NumberedCase(sops, sop, both);
    }

    /** Not to be changed. */
    List<ActivityRecord> rows() {
        return rows;
    }

    String sop() {
        return sop;
    }

    /** By which cases of a number stand in order; empty where no row names one. */
    String firstUnit() {
        return units.isEmpty() ? "" : units.first();
    }

    /** Whether this is the same case as one that was known before, or that one with a name that was put right. */
    boolean standsFor(NumberedCase known) {
        return sharesUnitWith(known) && (sop.equals(known.sop) || !sops.knows(known.sop))
                || sops.knows(sop) && hasAllOf(known);
    }

    private boolean sharesUnitWith(NumberedCase other) {
        return units.isEmpty() || other.units.isEmpty() || !Collections.disjoint(units, other.units);
    }

    /** Dates alone may well be the same in two cases. */
    private boolean hasAllOf(NumberedCase known) {
        if (known.rows.stream().allMatch(row -> row.start() % WHOLE_HOUR == 0)) {
            return false;
        }
        Set<Done> done = new HashSet<>();
        for (ActivityRecord row : rows) {
            // The end where it had not ended yet.
            for (long end : new long[] {row.end(), ActivityRecord.RUNNING}) {
                Done one = Done.of(row, end);
                done.add(one);
                done.add(one.bySomebody());
            }
        }
        return known.rows.stream()
                .map(row -> Done.of(row, row.end()))
                .allMatch(one -> done.contains(Nameless.isNameless(one.person) ? one.bySomebody() : one));
    }

    /**
     * Rows of its number that could not be read and may be of this case. They name it now, since they are to say nothing of
     * others.
     *
     * @param ofItsFile whether one that does not tell its case must stand in a file of this one
     */
    List<LostActivity> lostOf(List<LostActivity> lost, boolean ofItsFile) {
        ActivityRecord first = rows.get(0);
        String unit = units.size() == 1
                ? rows.stream()
                        .map(ActivityRecord::unit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow()
                : null;
        return lost.stream()
                .filter(row -> mayBeOf(row, ofItsFile))
                .map(row -> new LostActivity(first.caseId(), first.sop(), unit, null, row.path(), row.row()))
                .toList();
    }

    private boolean mayBeOf(LostActivity row, boolean ofItsFile) {
        boolean ofSop = row.sop() == null || sops.canonical(row.sop()).equals(sop);
        boolean ofUnit = row.unit() == null || units.isEmpty() || units.contains(Wording.normalise(row.unit()));
        boolean ofFile = !ofItsFile
                || row.caseId() != null
                || rows.stream().anyMatch(known -> known.row().table().path().equals(row.path()));
        return ofSop && ofUnit && ofFile;
    }
}
