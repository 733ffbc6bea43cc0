package id.patuh.sop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Case numbers that stand for several cases. Units number theirs on their own, and so may those who work by different SOPs:
 * what one log tells of a number says nothing of a case that another unit, or another SOP, has under it.
 */
public final class SharedNumbers {

    private final Sops sops;
    private final Function<List<ActivityRecord>, String> hash;

    /**
     * @param sops by which one SOP is known from another, however it is cited
     * @param hash of rows: the same for those in which a check sees the same, in whatever order they stand
     */
    public SharedNumbers(Sops sops, Function<List<ActivityRecord>, String> hash) {
        this.sops = sops;
        this.hash = hash;
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

    /** Newer cases, and those known before whose place they would take: mostly one of each. */
    private final class Cluster {

        private final List<NumberedCase> newer = new ArrayList<>();
        private final Set<NumberedCase> known = Collections.newSetFromMap(new IdentityHashMap<>());

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
        List<NumberedCase> before = NumberedCase.byFile(known, sops);
        List<NumberedCase> counting = new ArrayList<>();
        List<LostActivity> lostOfCounting = new ArrayList<>();
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Set<NumberedCase> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<NumberedCase> keptOn = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Cluster cluster : clusters(before, NumberedCase.of(newer, sops))) {
            Verdict verdict = cluster.verdict(at);
            verdicts.add(verdict);
            if (verdict == Verdict.LESS || verdict == Verdict.SAME) {
                keptOn.addAll(cluster.known);
            } else {
                counting.addAll(cluster.newer);
                replaced.addAll(cluster.known);
            }
        }
        List<NumberedCase> left =
                before.stream().filter(one -> !replaced.contains(one)).toList();
        for (NumberedCase one : left) {
            lostOfCounting.addAll(one.lostOf(lost, true));
            if (keptOn.contains(one)) {
                lostOfCounting.addAll(one.lostOf(untold, false));
            }
        }
        if (left.isEmpty()) {
            return new Joined(newer, List.of(), verdicts, false, false);
        }
        counting.addAll(left);
        counting.sort(Comparator.comparing(NumberedCase::sop).thenComparing(NumberedCase::firstUnit));
        return new Joined(rows(counting), lostOfCounting, verdicts, true, left.size() > keptOn.size());
    }

    private List<Cluster> clusters(List<NumberedCase> known, List<NumberedCase> newer) {
        List<Cluster> clusters = new ArrayList<>();
        for (NumberedCase one : newer) {
            Cluster own = new Cluster();
            own.newer.add(one);
            known.stream().filter(each -> one.standsFor(each)).forEach(own.known::add);
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

    private static List<ActivityRecord> rows(Collection<NumberedCase> cases) {
        return cases.stream().flatMap(one -> one.rows().stream()).toList();
    }

    /** The same for rows in which a check sees the same, but for whose names stand there: numbered in the order of time. */
    private String withoutNames(List<ActivityRecord> rows) {
        List<ActivityRecord> ordered = new ArrayList<>(rows);
        ordered.sort(CaseRows.BY_TIME);
        return hash.apply(Nameless.of(ordered));
    }
}
