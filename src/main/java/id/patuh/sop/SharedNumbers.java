package id.patuh.sop;

import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Case numbers that stand for several cases. Units number theirs on their own, and so may those who work by different SOPs:
 * what one log tells of a number says nothing of a case that another unit, or another SOP, has under it.
 */
public final class SharedNumbers {

    private final Sops sops;

    /** @param sops by which one SOP is known from another, however it is cited */
    public SharedNumbers(Sops sops) {
        this.sops = sops;
    }

    /**
     * All that is known of a number.
     *
     * @param rows of newer facts and of those cases known before that they say nothing of; in an order that does not depend
     *     on which of them are the newer ones
     * @param lost rows of these older cases that could not be read
     */
    public record Joined(List<ActivityRecord> rows, List<LostActivity> lost) {

        public Joined {
            rows = List.copyOf(rows);
            lost = List.copyOf(lost);
        }
    }

    /** An activity of which newer facts may tell a different unit or SOP. */
    private record Done(String step, String person, long start, long end) {

        static Done of(ActivityRecord row, long end) {
            return new Done(row.step(), row.person(), row.start(), end);
        }
    }

    /** One of the cases of a number. */
    private record One(String sop, TreeSet<String> units, List<ActivityRecord> rows) {

        /** By which cases of a number stand in order. */
        String firstUnit() {
            return units.isEmpty() ? "" : units.first();
        }

        boolean sharesUnitWith(One other) {
            return units.isEmpty() || other.units.isEmpty() || !Collections.disjoint(units, other.units);
        }
    }

    /**
     * Newer facts of a number with the cases that were known of it and that they say nothing of. A newer case is the same as
     * one known before where both are of one SOP and have a unit in common, or one of them names none. It also takes the
     * place of one of another name that cites an SOP which does not exist, or whose activities it has all: the name was put
     * right.
     *
     * @param known rows of the number, in the order of their logs
     * @param lost rows of it that could not be read: those without a case number are of cases of their file
     * @param newer rows of the same number
     * @return empty where they say something of all cases that were known
     */
    public Optional<Joined> join(List<ActivityRecord> known, List<LostActivity> lost, List<ActivityRecord> newer) {
        List<One> newCases = cases(newer);
        List<One> others = casesByFile(known).stream()
                .filter(one -> newCases.stream().noneMatch(other -> replaces(other, one)))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<One> all = new ArrayList<>(newCases);
        all.addAll(others);
        all.sort(Comparator.comparing(One::sop).thenComparing(One::firstUnit));
        return Optional.of(new Joined(
                all.stream().flatMap(one -> one.rows.stream()).toList(),
                others.stream().flatMap(one -> lostOf(one, lost).stream()).toList()));
    }

    private boolean replaces(One newer, One known) {
        return newer.sharesUnitWith(known) && (newer.sop.equals(known.sop) || !sops.knows(known.sop))
                || sops.knows(newer.sop) && hasAll(newer, known);
    }

    private static boolean hasAll(One newer, One known) {
        Set<Done> done = new HashSet<>();
        for (ActivityRecord row : newer.rows) {
            done.add(Done.of(row, row.end()));
            // Where it had not ended yet.
            done.add(Done.of(row, ActivityRecord.RUNNING));
        }
        return known.rows.stream().allMatch(row -> done.contains(Done.of(row, row.end())));
    }

    /** Each file tells its own cases: units that hand a case on may have a log each, which tells of its own steps only. */
    private List<One> casesByFile(List<ActivityRecord> rows) {
        Map<Object, List<ActivityRecord>> files = new LinkedHashMap<>();
        rows.forEach(row -> files.computeIfAbsent(fileOf(row.row().table()), file -> new ArrayList<>())
                .add(row));
        return files.values().stream().flatMap(some -> cases(some).stream()).toList();
    }

    /** Every unit's log may have the same name; the sheets of a workbook are one file. */
    private static Object fileOf(SourceTable table) {
        return table.sheet() == null ? table : table.path();
    }

    private List<One> cases(List<ActivityRecord> rows) {
        List<One> cases = new ArrayList<>();
        for (CaseRows one : CaseRows.of(rows, sops::canonical, Wording::normalise)) {
            TreeSet<String> units = new TreeSet<>();
            one.rows.stream()
                    .map(ActivityRecord::unit)
                    .filter(Objects::nonNull)
                    .map(Wording::normalise)
                    .forEach(units::add);
            cases.add(new One(one.sop, units, one.rows));
        }
        return cases;
    }

    /** Of one number, what may be of one case: now it names it, since it is to say nothing of others. */
    private List<LostActivity> lostOf(One one, List<LostActivity> lost) {
        ActivityRecord first = one.rows.get(0);
        String unit = one.units.size() == 1
                ? one.rows.stream()
                        .map(ActivityRecord::unit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow()
                : null;
        return lost.stream()
                .filter(row -> mayBeOf(one, row))
                .map(row -> new LostActivity(first.caseId(), first.sop(), unit, null, row.path(), row.row()))
                .toList();
    }

    private boolean mayBeOf(One one, LostActivity row) {
        boolean ofSop = row.sop() == null || sops.canonical(row.sop()).equals(one.sop);
        boolean ofUnit = row.unit() == null || one.units.isEmpty() || one.units.contains(Wording.normalise(row.unit()));
        boolean ofFile = row.caseId() != null
                || one.rows.stream()
                        .anyMatch(known -> known.row().table().path().equals(row.path()));
        return ofSop && ofUnit && ofFile;
    }
}
