package id.patuh.skm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a respondent answered to the questions of one unsur. Few different ones come again and again. */
public final class Answers {

    /** Nothing was answered. */
    public static final Answers NONE = new Answers(List.of(), false);

    /** The highest answer of one figure. */
    public static final int HIGHEST_FIGURE = 9;

    private static final int NO_FIGURE = -1;
    private static final Answers[] FIGURES = IntStream.rangeClosed(0, HIGHEST_FIGURE)
            .mapToObj(i -> i == 0 ? NONE : new Answers(List.of(BigDecimal.valueOf(i)), false))
            .toArray(Answers[]::new);

    private final List<BigDecimal> given;
    private final boolean unreadable;
    private final int hash;
    private final int figure;

    /**
     * @param given one answer for most unsur, several for {@code U1a}, {@code U1b}; unanswered questions are left out
     * @param unreadable whether a further answer could not be read: then those given do not count
     */
    public Answers(List<BigDecimal> given, boolean unreadable) {
        this.given = List.copyOf(given);
        this.unreadable = unreadable;
        this.hash = this.given.hashCode();
        this.figure = unreadable || given.size() > 1 ? NO_FIGURE : given.isEmpty() ? 0 : figure(given.get(0));
    }

    private static int figure(BigDecimal answer) {
        boolean one = answer.scale() == 0 && answer.precision() == 1 && answer.signum() > 0;
        return one ? answer.intValue() : NO_FIGURE;
    }

    /**
     * One answer, or none.
     *
     * @param figure from 1 to {@link #HIGHEST_FIGURE}, or 0 for none
     */
    public static Answers of(int figure) {
        return FIGURES[figure];
    }

    /** The one answer where it is a figure, as that is written; 0 for none; less for anything else. */
    int figure() {
        return figure;
    }

    /** The answers that could be read. */
    public List<BigDecimal> given() {
        return given;
    }

    /** Whether an answer could not be read. */
    public boolean unreadable() {
        return unreadable;
    }

    /** These answers and others of the same unsur. */
    Answers and(Answers others) {
        if (given.isEmpty() || others.given.isEmpty()) {
            return given.isEmpty() ? others : this;
        }
        List<BigDecimal> all = new ArrayList<>(given);
        all.addAll(others.given);
        return new Answers(all, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers a && unreadable == a.unreadable && hash == a.hash && given.equals(a.given);
    }

    /** The hash of the answers given, whether another could not be read or not. */
    @Override
    public int hashCode() {
        return hash;
    }
}
