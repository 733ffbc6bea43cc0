package id.patuh.skm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** The scores of one unsur, summed apart by how many questions a respondent answered: a third has no decimal. */
final class ScoreSum {

    private final List<BigDecimal> sums = new ArrayList<>(1);
    private long respondents;

    /** Adds respondents who gave so many answers each; together their scores come to the sum. */
    void add(BigDecimal sum, int answers, long more) {
        while (sums.size() < answers) {
            sums.add(BigDecimal.ZERO);
        }
        sums.set(answers - 1, sums.get(answers - 1).add(sum));
        respondents += more;
    }

    /** Adds what another sum holds. */
    void add(ScoreSum other) {
        for (int i = 0; i < other.sums.size(); i++) {
            add(other.sums.get(i), i + 1, 0);
        }
        respondents += other.respondents;
    }

    /** The exact mean (NRR), or null when nobody answered. */
    BigFraction mean() {
        return respondents == 0 ? null : total().divide(BigFraction.of(respondents));
    }

    /** The exact mean if so many more respondents had given this score. */
    BigFraction meanWith(int more, BigFraction score) {
        return total().add(score.multiply(BigFraction.of(more))).divide(BigFraction.of(respondents + more));
    }

    /** The sum of the scores; of several questions of a respondent their mean counts. */
    BigFraction total() {
        BigFraction total = BigFraction.ZERO;
        for (int i = 0; i < sums.size(); i++) {
            total = total.add(Exact.of(sums.get(i)).divide(i + 1));
        }
        return total;
    }
}
