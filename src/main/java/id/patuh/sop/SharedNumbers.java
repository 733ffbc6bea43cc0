package id.patuh.sop;

import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Case numbers that stand for several cases. Units number theirs on their own, and so may those who work by different SOPs:
 * what one log tells of a number says nothing of a case that another unit, or another SOP, has under it.
 */
public final class SharedNumbers {

    private static final String SOMEBODY = "";

    private static final long WHOLE_HOUR = 3_600_000;

    private final Sops sops;

    /** @param sops by which one SOP is known from another, however it is cited */
    public SharedNumbers(Sops sops) {
        this.sops = sops;
    }

    /** What newer facts come to of one of the cases that they are of. */
    public enum Verdict {
        /** Nothing was known of it. */
        NEW,
        /** All that was known stands there, too: they count. */
        FULLER,
        /** Something that was known does not stand there, but something else does: they count. */
        PARTIAL,
        /** Less than was known, and nothing else: what was known counts. */
        LESS,
        /** What was known, of which names were removed since: that counts. */
        SAME
    }

    /**
     * All that is known of a number.
     *
     * @param rows of each case those that count: newer ones, or those known before, also where the newer facts say nothing of
     *     it. Where both are among them, the order does not depend on which are the newer ones
     * @param lost rows that could not be read, of cases of which older rows count
     * @param verdicts on the cases that newer facts are of
     * @param older whether any rows are those known before
     * @param others whether there are cases that newer facts say nothing of
     */
    public record Joined(
            List<ActivityRecord> rows, List<LostActivity> lost, Set<Verdict> verdicts, boolean older, boolean others) {

        public Joined {
            rows = List.copyOf(rows);
            lost = List.copyOf(lost);
            verdicts = Set.copyOf(verdicts);
        }

        /** Whether of any case the newer facts count. */
        public boolean countsAnew() {
            return verdicts.contains(Verdict.NEW)
                    || verdicts.contains(Verdict.FULLER)
                    || verdicts.contains(Verdict.PARTIAL);
        }
    }

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

    /** One of the cases of a number. */
    private record One(String sop, TreeSet<String> units, List<ActivityRecord> rows) {

        /** By which cases of a number stand in order. */
        String firstUnit() {
            return units.isEmpty() ? "" : units.first();
        }

        /** The same case in another table of its file. */
        One and(One other) {
            List<ActivityRecord> both = new ArrayList<>(rows);
            both.addAll(other.rows);
            return new One(sop, units, both);
        }

        boolean sharesUnitWith(One other) {
            return units.isEmpty() || other.units.isEmpty() || !Collections.disjoint(units, other.units);
        }
    }

    /** Newer cases, and those known before whose place they would take: mostly one of each. */
    private final class Cluster {

        private final List<One> newer = new ArrayList<>();
        private final Set<One> known = Collections.newSetFromMap(new IdentityHashMap<>());

        void take(Cluster other) {
            newer.addAll(other.newer);
            known.addAll(other.known);
        }

        Verdict verdict(long at) {
            if (known.isEmpty()) {
                return Verdict.NEW;
            }
            List<ActivityRecord> before = rows(known);
            List<ActivityRecord> now = rows(newer);
            if (before.stream().anyMatch(row -> Nameless.isNameless(row.person()))
                    && withoutNames(before).equals(withoutNames(now))) {
                return Verdict.SAME;
            }
            Progress progress = Progress.of(now, at);
            Progress progressBefore = Progress.of(before, at);
            if (!progress.lacksAnyOf(progressBefore)) {
                return Verdict.FULLER;
            }
            return progressBefore.lacksAnyOf(progress) ? Verdict.PARTIAL : Verdict.LESS;
        }
    }

    /**
     * Joins newer facts of a number with what was known of it, case by case. A newer case is the same as one known before where
     * both are of one SOP and have a unit in common, or one of them names none. It also stands for one of another name that
     * cites an SOP which does not exist, or whose activities it has all: the name was put right.
     *
     * @param known rows of the number, in the order of their logs
     * @param lost rows of it that could not be read: those without a case number are of cases of their file
     * @param newer rows of the same number; at least one
     * @param untold rows of the newer log that could not be read and do not tell their case
     * @param at when they come, as epoch milliseconds: what was to end later had not ended, such moments were mistyped
     */
    public Joined join(
            List<ActivityRecord> known,
            List<LostActivity> lost,
            List<ActivityRecord> newer,
            List<LostActivity> untold,
            long at) {
        List<One> before = casesByFile(known);
        List<One> counting = new ArrayList<>();
        List<LostActivity> lostOfCounting = new ArrayList<>();
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Set<One> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<One> keptOn = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Cluster cluster : clusters(before, cases(newer))) {
            Verdict verdict = cluster.verdict(at);
            verdicts.add(verdict);
            if (verdict == Verdict.LESS || verdict == Verdict.SAME) {
                keptOn.addAll(cluster.known);
            } else {
                counting.addAll(cluster.newer);
                replaced.addAll(cluster.known);
            }
        }
        List<One> left = before.stream().filter(one -> !replaced.contains(one)).toList();
        for (One one : left) {
            lostOfCounting.addAll(lostOf(one, lost, true));
            if (keptOn.contains(one)) {
                lostOfCounting.addAll(lostOf(one, untold, false));
            }
        }
        if (left.isEmpty()) {
            return new Joined(newer, List.of(), verdicts, false, false);
        }
        counting.addAll(left);
        counting.sort(Comparator.comparing(One::sop).thenComparing(One::firstUnit));
        return new Joined(rows(counting), lostOfCounting, verdicts, true, left.size() > keptOn.size());
    }

    private List<Cluster> clusters(List<One> known, List<One> newer) {
        List<Cluster> clusters = new ArrayList<>();
        for (One one : newer) {
            Cluster own = new Cluster();
            own.newer.add(one);
            known.stream().filter(each -> replaces(one, each)).forEach(own.known::add);
            for (Iterator<Cluster> others = clusters.iterator(); others.hasNext(); ) {
                Cluster other = others.next();
                if (!Collections.disjoint(other.known, own.known)) {
                    own.take(other);
                    others.remove();
                }
            }
            clusters.add(own);
        }
        return clusters;
    }

    private static List<ActivityRecord> rows(Collection<One> cases) {
        return cases.stream().flatMap(one -> one.rows.stream()).toList();
    }

    /** What a check sees of rows, but for whose names stand there. */
    private static List<List<String>> withoutNames(List<ActivityRecord> rows) {
        List<ActivityRecord> ordered = new ArrayList<>(rows);
        ordered.sort(CaseRows.BY_TIME);
        return Nameless.of(ordered).stream()
                .map(row -> List.of(
                        row.kind().toString(),
                        Objects.toString(row.person()),
                        Objects.toString(row.unit()),
                        row.start() + " " + row.end(),
                        Objects.toString(row.row().value("first_step")),
                        new LogTable(row.row().table()).toString()))
                .toList();
    }

    private boolean replaces(One newer, One known) {
        return newer.sharesUnitWith(known) && (newer.sop.equals(known.sop) || !sops.knows(known.sop))
                || sops.knows(newer.sop) && hasAll(newer, known);
    }

    /** Dates alone may well be the same in two cases. */
    private static boolean hasAll(One newer, One known) {
        if (known.rows.stream().allMatch(row -> row.start() % WHOLE_HOUR == 0)) {
            return false;
        }
        Set<Done> done = new HashSet<>();
        for (ActivityRecord row : newer.rows) {
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
     * Each file tells its own cases: units that hand a case on may have a log each, which tells of its own steps only. A file
     * may have several tables, and every unit's log the same name.
     */
    private List<One> casesByFile(List<ActivityRecord> rows) {
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
        Map<List<Object>, One> cases = new LinkedHashMap<>();
        for (SourceTable table : order) {
            for (One one : cases(tables.get(table))) {
                cases.merge(List.of(table.path(), one.sop, one.units), one, One::and);
            }
        }
        return List.copyOf(cases.values());
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
    private List<LostActivity> lostOf(One one, List<LostActivity> lost, boolean ofItsFile) {
        ActivityRecord first = one.rows.get(0);
        String unit = one.units.size() == 1
                ? one.rows.stream()
                        .map(ActivityRecord::unit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow()
                : null;
        return lost.stream()
                .filter(row -> mayBeOf(one, row, ofItsFile))
                .map(row -> new LostActivity(first.caseId(), first.sop(), unit, null, row.path(), row.row()))
                .toList();
    }

    /** @param ofItsFile whether one that does not tell its case must stand in a file of the case */
    private boolean mayBeOf(One one, LostActivity row, boolean ofItsFile) {
        boolean ofSop = row.sop() == null || sops.canonical(row.sop()).equals(one.sop);
        boolean ofUnit = row.unit() == null || one.units.isEmpty() || one.units.contains(Wording.normalise(row.unit()));
        boolean ofFile = !ofItsFile
                || row.caseId() != null
                || one.rows.stream()
                        .anyMatch(known -> known.row().table().path().equals(row.path()));
        return ofSop && ofUnit && ofFile;
    }
}
