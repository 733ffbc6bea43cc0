package id.patuh.sop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The activities of two steps, a and b, among all activities of a case in their order. Each question is answered by one
 * pass over the case, when it is first asked: cases may have a hundred thousand activities.
 */
final class StepPair {

    private final List<Activity> all;
    private final Step a;
    private final Step b;
    private final boolean over;

    private List<Activity> ofA;
    private List<Activity> ofB;
    private List<Activity> withoutLaterB;
    private List<Activity> withoutEarlierA;
    private List<Activity> withoutBBeforeNextA;
    private List<Activity> withoutASincePreviousB;
    private List<Activity> withoutBNext;
    private List<Activity> withoutAJustBefore;
    private List<Activity> inSuccession;
    private List<Activity> inChain;

    /**
     * @param b null where only a matters
     * @param over whether nothing more is to come; else an a at the end does not lack the b that may follow it
     */
    StepPair(List<Activity> all, Step a, Step b, boolean over) {
        this.all = all;
        this.a = a;
        this.b = b;
        this.over = over;
    }

    boolean isA(Activity activity) {
        return activity.step != null && activity.step.no() == a.no();
    }

    private boolean isB(Activity activity) {
        return b != null && activity.step != null && activity.step.no() == b.no();
    }

    List<Activity> ofA() {
        if (ofA == null) {
            ofA = all.stream().filter(this::isA).toList();
        }
        return ofA;
    }

    List<Activity> ofB() {
        if (ofB == null) {
            ofB = all.stream().filter(this::isB).toList();
        }
        return ofB;
    }

    Optional<Activity> firstA() {
        return ofA().stream().findFirst();
    }

    /** The first b after the first a. */
    Optional<Activity> firstBAfterA() {
        boolean begun = false;
        for (Activity activity : all) {
            if (begun && isB(activity)) {
                return Optional.of(activity);
            }
            begun |= isA(activity);
        }
        return Optional.empty();
    }

    /** Whether an a at the end of the case still waits for its b, be it over or not. */
    boolean awaitsB() {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (isB(all.get(i))) {
                return false;
            }
            if (isA(all.get(i))) {
                return true;
            }
        }
        return false;
    }

    List<Activity> withoutLaterB() {
        return withoutLaterB = known(withoutLaterB, () -> {
            List<Activity> waiting = new ArrayList<>();
            for (Activity activity : all) {
                if (isA(activity)) {
                    waiting.add(activity);
                } else if (isB(activity)) {
                    waiting.clear();
                }
            }
            return over ? waiting : List.of();
        });
    }

    List<Activity> withoutEarlierA() {
        return withoutEarlierA = known(withoutEarlierA, () -> {
            List<Activity> early = new ArrayList<>();
            for (Activity activity : all) {
                if (isA(activity)) {
                    return early;
                }
                if (isB(activity)) {
                    early.add(activity);
                }
            }
            return early;
        });
    }

    List<Activity> withoutBBeforeNextA() {
        return withoutBBeforeNextA = known(withoutBBeforeNextA, () -> {
            List<Activity> lacking = new ArrayList<>();
            Activity waiting = null;
            for (Activity activity : all) {
                if (isA(activity)) {
                    if (waiting != null) {
                        lacking.add(waiting);
                    }
                    waiting = activity;
                } else if (isB(activity)) {
                    waiting = null;
                }
            }
            if (waiting != null && over) {
                lacking.add(waiting);
            }
            return lacking;
        });
    }

    List<Activity> withoutASincePreviousB() {
        return withoutASincePreviousB = known(withoutASincePreviousB, () -> {
            List<Activity> lacking = new ArrayList<>();
            boolean prepared = false;
            for (Activity activity : all) {
                if (isA(activity)) {
                    prepared = true;
                } else if (isB(activity)) {
                    if (!prepared) {
                        lacking.add(activity);
                    }
                    prepared = false;
                }
            }
            return lacking;
        });
    }

    List<Activity> withoutBNext() {
        return withoutBNext = known(withoutBNext, () -> {
            List<Activity> lacking = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                boolean last = i + 1 == all.size();
                if (isA(all.get(i)) && (last ? over : !isB(all.get(i + 1)))) {
                    lacking.add(all.get(i));
                }
            }
            return lacking;
        });
    }

    List<Activity> withoutAJustBefore() {
        return withoutAJustBefore = known(withoutAJustBefore, () -> {
            List<Activity> lacking = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (isB(all.get(i)) && (i == 0 || !isA(all.get(i - 1)))) {
                    lacking.add(all.get(i));
                }
            }
            return lacking;
        });
    }

    /** Every a with a b after it, and every b with an a before it. */
    List<Activity> inSuccession() {
        return inSuccession = known(inSuccession, () -> {
            int firstA = 0;
            while (firstA < all.size() && !isA(all.get(firstA))) {
                firstA++;
            }
            int lastB = all.size() - 1;
            while (lastB >= 0 && !isB(all.get(lastB))) {
                lastB--;
            }
            List<Activity> found = new ArrayList<>();
            for (int i = firstA; i <= lastB; i++) {
                if (isA(all.get(i)) || isB(all.get(i))) {
                    found.add(all.get(i));
                }
            }
            return found;
        });
    }

    /** Every a with a b directly after it, and that b. */
    List<Activity> inChain() {
        return inChain = known(inChain, () -> {
            List<Activity> found = new ArrayList<>();
            for (int i = 1; i < all.size(); i++) {
                if (isA(all.get(i - 1)) && isB(all.get(i))) {
                    found.add(all.get(i - 1));
                    found.add(all.get(i));
                }
            }
            return found;
        });
    }

    /** The activities of both lists, in the order of the case. */
    List<Activity> inOrder(List<Activity> some, List<Activity> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        Set<Activity> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(some);
        wanted.addAll(others);
        return all.stream().filter(wanted::contains).toList();
    }

    private static List<Activity> known(List<Activity> answer, Supplier<List<Activity>> pass) {
        return answer == null ? pass.get() : answer;
    }
}
