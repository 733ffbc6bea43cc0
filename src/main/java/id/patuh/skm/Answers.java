package id.patuh.skm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a respondent answered to the questions of one unsur. Few different ones come again and again. */
public final class Answers {

    /** Nothing was answered. */
    public static final Answers NONE = new Answers(List.of(), false);

    private final List<BigDecimal> given;
    private final boolean unreadable;
    private final int hash;

    /**
     * @param given one answer for most unsur, several for {@code U1a}, {@code U1b}; unanswered questions are left out
     * @param unreadable whether a further answer could not be read: then those given do not count
     */
    public Answers(List<BigDecimal> given, boolean unreadable) {
        this.given = List.copyOf(given);
        this.unreadable = unreadable;
        this.hash = this.given.hashCode();
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
