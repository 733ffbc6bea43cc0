package id.patuh.skm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the scoring of a table depends on: most regulations score the same table alike.
 *
 * @param min lowest score
 * @param max highest score
 * @param unsur by column, the first column of the same unsur; -1 where the column is none of the regulation's
 */
record Scale(BigDecimal min, BigDecimal max, List<Integer> unsur) {

    Scale {
        unsur = List.copyOf(unsur);
    }

    /** How a regulation scores the columns. */
    static Scale of(Regulation regulation, List<UnsurLabel> columns) {
        List<Optional<Unsur>> meant = columns.stream().map(regulation::meantBy).toList();
        List<Integer> unsur = new ArrayList<>();
        meant.forEach(u -> unsur.add(u.isEmpty() ? -1 : meant.indexOf(u)));
        return new Scale(regulation.min(), regulation.max(), unsur);
    }

    /** Whether an answer is a score. */
    boolean has(BigDecimal answer) {
        return answer.compareTo(min) >= 0 && answer.compareTo(max) <= 0;
    }
}
