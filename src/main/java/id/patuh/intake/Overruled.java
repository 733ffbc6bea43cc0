package id.patuh.intake;

import java.util.Map;
import java.util.function.BiPredicate;

/** What a letterhead says of rows that may say otherwise themselves: it fills their blanks, and where they differ they win. */
final class Overruled {

    private final Letterhead.Entry entry;
    private final String column;
    private final BiPredicate<String, String> same;
    private String lastSame;
    private int differing;
    private int first;

    /**
     * @param column how the rows' own column is headed
     * @param same whether two ways of writing it mean one
     */
    Overruled(Letterhead.Entry entry, String column, BiPredicate<String, String> same) {
        this.entry = entry;
        this.column = column;
        this.same = same;
    }

    /** What counts for a row that says this, or nothing where it is null. */
    String over(String own, int row) {
        if (own == null) {
            return entry.value();
        }
        if (own.equals(lastSame)) {
            return own;
        }
        if (Words.notRecorded(own) || same.test(entry.value(), own)) {
            lastSame = own;
        } else {
            first = differing++ == 0 ? row : first;
        }
        return own;
    }

    /** Says how many rows differed. */
    void note(TablePlace place) {
        if (differing > 0) {
            Map<String, String> details = Map.of(
                    "label", entry.label(),
                    "value", entry.value(),
                    "column", column,
                    "count", "" + differing,
                    "first", place.of(first));
            place.reading().note("letterhead-overruled", details);
        }
    }
}
