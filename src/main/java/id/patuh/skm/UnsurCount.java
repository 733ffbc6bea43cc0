package id.patuh.skm;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each answer to an unsur was given in a table. Beyond a bound of different ones only their sum is kept. */
final class UnsurCount {

    private static final int MOST_DIFFERENT = 1_000;
    /** A power of two. */
    private static final int LATEST = 16;

    private final Scale scale;
    private final Map<Answers, Scored> all = new HashMap<>();
    private final Answers[] latest = new Answers[LATEST];
    private final Scored[] latestScored = new Scored[LATEST];
    private final ScoreSum sum = new ScoreSum();
    private long answers;
    private long beyond;

    /** Respondents of whom an answer could not be read. */
    int unreadable;

    /** Answers, and how many respondents gave them. */
    static final class Scored {

        /** How many lie on the scale. */
        final int scores;
        /** Whether some do not. */
        final boolean anyOutside;
        /** The score that all of them are; null where they differ. */
        final BigDecimal alike;

        private final BigDecimal sum;
        private final int answers;
        private final int beyond;
        private long respondents;

        private Scored(List<BigDecimal> given, Scale scale) {
            List<BigDecimal> within = given.stream().filter(scale::has).toList();
            this.scores = within.size();
            this.anyOutside = within.size() < given.size();
            this.alike = within.stream().allMatch(a -> a.compareTo(within.get(0)) == 0) && !within.isEmpty()
                    ? within.get(0)
                    : null;
            this.sum = within.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            this.answers = given.size();
            this.beyond = (int)
                    given.stream().filter(a -> a.compareTo(scale.max()) > 0).count();
        }
    }

    UnsurCount(Scale scale) {
        this.scale = scale;
    }

    /** Counts a respondent's answers, all of them read. */
    Scored count(Answers given) {
        int slot = given.hashCode() & LATEST - 1;
        if (latest[slot] != given) {
            latestScored[slot] = find(given);
            latest[slot] = given;
        }
        latestScored[slot].respondents++;
        return latestScored[slot];
    }

    /** Counts respondents whose only answer is this score. */
    void count(int score, int times) {
        sum.add(BigDecimal.valueOf((long) score * times), 1, times);
        answers += times;
    }

    private Scored find(Answers given) {
        if (all.size() == MOST_DIFFERENT && !all.containsKey(given)) {
            sumUp();
        }
        return all.computeIfAbsent(given, g -> new Scored(g.given(), scale));
    }

    private void sumUp() {
        for (Scored scored : all.values()) {
            if (scored.scores > 0) {
                BigDecimal times = BigDecimal.valueOf(scored.respondents);
                sum.add(scored.sum.multiply(times), scored.scores, scored.respondents);
            }
            answers += scored.answers * scored.respondents;
            beyond += scored.beyond * scored.respondents;
        }
        all.clear();
        Arrays.fill(latest, null);
    }

    /** The sum of the scores. */
    ScoreSum sum() {
        sumUp();
        return sum;
    }

    /** How many answers were given. */
    long answers() {
        sumUp();
        return answers;
    }

    /** How many of them lie above the scale. */
    long beyond() {
        sumUp();
        return beyond;
    }
}
