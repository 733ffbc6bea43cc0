package id.patuh.sop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Who did the activities of some steps of a case.
 *
 * @param persons everybody known, as the log first writes them
 * @param shared those who did what different persons should have done
 * @param byPersons the activities with a known person
 * @param byShared the activities of those shared
 * @param activities how many activities there are
 * @param unknown an activity of which not all persons are known, or null
 */
record Involvement(
        List<String> persons,
        List<String> shared,
        List<Activity> byPersons,
        List<Activity> byShared,
        int activities,
        Activity unknown) {

    static final Involvement NOBODY = new Involvement(List.of(), List.of(), List.of(), List.of(), 0, null);

    /** The activities of one person, and the steps that they are of. */
    private static final class Deeds {

        private final String written;
        private final Set<Integer> steps = new LinkedHashSet<>();
        private int count;

        private Deeds(String written) {
            this.written = written;
        }
    }

    /**
     * @param activities of the steps concerned, in order
     * @param acrossSteps whether a person is shared only by activities of two steps, not by two of one
     * @param personsOf gives the persons who did an activity
     */
    static Involvement of(List<Activity> activities, boolean acrossSteps, Function<Activity, Persons> personsOf) {
        Map<String, Deeds> byName = new LinkedHashMap<>();
        List<Activity> byPersons = new ArrayList<>();
        Activity unknown = null;
        for (Activity activity : activities) {
            Persons persons = personsOf.apply(activity);
            if (!persons.all() && unknown == null) {
                unknown = activity;
            }
            if (!persons.byName().isEmpty()) {
                byPersons.add(activity);
            }
            persons.byName().forEach((name, written) -> {
                Deeds deeds = byName.computeIfAbsent(name, n -> new Deeds(written));
                deeds.steps.add(activity.step.no());
                deeds.count++;
            });
        }
        List<String> all = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        byName.forEach((name, deeds) -> {
            all.add(deeds.written);
            if (acrossSteps ? deeds.steps.size() > 1 : deeds.count > 1) {
                shared.add(deeds.written);
            } else {
                deeds.count = 0;
            }
        });
        List<Activity> byShared = shared.isEmpty()
                ? List.of()
                : byPersons.stream()
                        .filter(a -> personsOf.apply(a).byName().keySet().stream()
                                .anyMatch(name -> byName.get(name).count > 0))
                        .toList();
        return new Involvement(all, shared, byPersons, byShared, activities.size(), unknown);
    }
}
