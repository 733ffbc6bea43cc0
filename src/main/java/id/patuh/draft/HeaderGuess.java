package id.patuh.draft;

import id.patuh.intake.TableSample;
import java.util.List;

/** Finds the header of a foreign table: the row that has most known headers or, failing these, most cells with words. */
final class HeaderGuess {

    private static final int ROWS = 50;

    private HeaderGuess() {}

    /** The position of the header among the rows, or -1 where there are none. */
    static int of(List<TableSample.Row> rows) {
        if (!rows.isEmpty() && rows.get(0).isKeys()) {
            return 0;
        }
        int best = -1;
        long bestScore = 0;
        for (int i = 0; i < Math.min(rows.size(), ROWS); i++) {
            List<String> cells = rows.get(i).cells();
            // Figures and dates head nothing, and a row of the table may be fuller than its header.
            long worded = cells.stream()
                    .filter(c -> c.chars().anyMatch(Character::isLetter))
                    .count();
            long known = cells.stream().filter(ColumnGuess::isKnown).count();
            long score = known * 1_000 + worded;
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }
}
