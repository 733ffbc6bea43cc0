package id.patuh.skm;

import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which item of a plan each realisation means: by the item's id, failing that by its wording, failing that by its place
 * in the table. A place counts where no other realisation means the item and both share a word.
 */
final class RealisationLinks {

    private static final int NONE = -1;
    private static final double EXACT = 3;
    private static final double NORMALISED = 2;

    private final List<PlanItem> plan;
    private final List<Realisation> realisations;
    private final NameMatcher activities;
    private final int[] itemOf;
    private final BitSet taken = new BitSet();
    private final Map<Realisation, double[]> likeness = new IdentityHashMap<>();

    /** @param activities tells which wordings are near */
    RealisationLinks(List<PlanItem> plan, List<Realisation> realisations, NameMatcher activities) {
        this.plan = plan;
        this.realisations = realisations;
        this.activities = activities;
        this.itemOf = new int[realisations.size()];
        Arrays.fill(itemOf, NONE);
        linkByNumber();
        // Best wording first, so that a near name never takes the item that another one names exactly.
        linkByWording(EXACT);
        linkByWording(NORMALISED);
        linkByWording(Double.MIN_VALUE);
        linkByPlace();
    }

    /** The position in the plan of the item that a realisation means, or -1. */
    int itemOf(int realisation) {
        return itemOf[realisation];
    }

    /** The realisations that mean an item. */
    List<Realisation> reportsOn(int item) {
        List<Realisation> reports = new ArrayList<>();
        for (int i = 0; i < itemOf.length; i++) {
            if (itemOf[i] == item) {
                reports.add(realisations.get(i));
            }
        }
        return reports;
    }

    private void linkByNumber() {
        for (int i = 0; i < itemOf.length; i++) {
            String number = Wording.normalise(realisations.get(i).plan());
            if (!number.isEmpty()) {
                int[] numbered = IntStream.range(0, plan.size())
                        .filter(p -> Wording.normalise(plan.get(p).id()).equals(number))
                        .toArray();
                itemOf[i] = best(numbered, realisations.get(i), 0);
            }
        }
    }

    private void linkByWording(double least) {
        int[] all = IntStream.range(0, plan.size()).toArray();
        for (int i = 0; i < itemOf.length; i++) {
            if (itemOf[i] == NONE) {
                itemOf[i] = best(all, realisations.get(i), least);
            }
        }
    }

    private void linkByPlace() {
        for (int i = 0; i < itemOf.length; i++) {
            Realisation realisation = realisations.get(i);
            for (int p = 0; p < plan.size() && itemOf[i] == NONE && realisation.place() != null; p++) {
                PlanItem item = plan.get(p);
                if (item.id().equals(realisation.place()) && !taken.get(p) && shareAWord(item, realisation)) {
                    itemOf[i] = p;
                    taken.set(p);
                }
            }
        }
    }

    private boolean shareAWord(PlanItem item, Realisation realisation) {
        return !FollowUp.says(realisation.activity())
                || activities.similarity(item.activity(), realisation.activity()) > 0;
    }

    /** Of equally good items the first that no realisation means yet, else the first. */
    private int best(int[] candidates, Realisation realisation, double least) {
        int best = NONE;
        double bestLikeness = -1;
        for (int candidate : candidates) {
            double likeness = likeness(candidate, realisation);
            if (likeness < least) {
                continue;
            }
            boolean freer = likeness == bestLikeness && taken.get(best) && !taken.get(candidate);
            if (likeness > bestLikeness || freer) {
                best = candidate;
                bestLikeness = likeness;
            }
        }
        if (best != NONE) {
            taken.set(best);
        }
        return best;
    }

    private double likeness(int item, Realisation realisation) {
        double[] known = likeness.computeIfAbsent(realisation, r -> {
            double[] none = new double[plan.size()];
            Arrays.fill(none, -1);
            return none;
        });
        if (known[item] < 0) {
            known[item] = likeness(plan.get(item), realisation);
        }
        return known[item];
    }

    private double likeness(PlanItem item, Realisation realisation) {
        if (!FollowUp.says(item.activity()) || !FollowUp.says(realisation.activity())) {
            return 0;
        }
        return switch (activities.match(item.activity(), realisation.activity())) {
            case EXACT -> EXACT;
            case NORMALISED -> NORMALISED;
            case NEAR -> activities.similarity(item.activity(), realisation.activity());
            case NONE -> 0;
        };
    }
}
