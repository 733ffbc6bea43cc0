package id.patuh.draft;

import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which steps of which SOP the values of a column mean. */
final class StepGuess {

    private static final double NEAR = 0.75;

    private final Sop sop;
    private final int named;
    private final Map<String, Guess> translations = new LinkedHashMap<>();

    /**
     * What a value may mean.
     *
     * @param step the number of the step, or null where none is near
     * @param title its title
     */
    record Guess(Integer step, String title) {}

    /** @param demanded the SOP that the user names, or null */
    StepGuess(Collection<String> values, Sops sops, Sop demanded) {
        List<Sop> candidates = demanded == null ? sops.all() : List.of(demanded);
        sop = candidates.stream()
                .max(Comparator.comparingLong(s -> named(values, s)))
                .orElse(null);
        named = sop == null ? 0 : (int) named(values, sop);
        if (sop != null) {
            for (String value : values) {
                if (Sop.stepNumber(value) == null && sop.step(value).isEmpty()) {
                    translations.put(value, near(value));
                }
            }
        }
    }

    /** The SOP that has most of the titles. */
    Sop sop() {
        return sop;
    }

    /** How many of the values are titles of its steps. */
    int named() {
        return named;
    }

    /** The values that are neither numbers nor titles of steps, with the step whose title is nearest. */
    Map<String, Guess> translations() {
        return translations;
    }

    private static long named(Collection<String> values, Sop sop) {
        return values.stream()
                .filter(v -> Sop.stepNumber(v) == null && sop.step(v).isPresent())
                .count();
    }

    /** Other systems shorten titles: the step counts that has most of the value's words and few others. */
    private Guess near(String value) {
        Set<String> wanted = words(value);
        Step best = null;
        double similarity = 0;
        for (Step step : sop.steps()) {
            Set<String> common = words(step.title());
            int all = common.size();
            common.retainAll(wanted);
            double held = (double) common.size() / wanted.size();
            double s = held + (double) common.size() / all / 1_000;
            if (held >= NEAR && s > similarity) {
                best = step;
                similarity = s;
            }
        }
        return best == null ? new Guess(null, null) : new Guess(best.no(), best.title());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(Wording.normalise(text).split(" ")));
    }
}
