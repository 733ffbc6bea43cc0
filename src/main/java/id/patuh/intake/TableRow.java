package id.patuh.intake;

import java.util.List;

/** A row of cells, whatever file it stands in. It may be filled anew for the next row. */
interface TableRow {

    /** How many cells there are, blank ones included. */
    int size();

    /** What stands in a cell; null when the row has none there. */
    String cell(int column);

    /** What stands in a cell; null when that is nothing. */
    default String said(int column) {
        String cell = cell(column);
        return cell == null || cell.isEmpty() ? null : cell;
    }

    /** The column whose cell stands for this one too, where both are merged; else the column itself. */
    default int origin(int column) {
        return column;
    }

    /** Whether a cell is merged with the one above it. */
    default boolean continues(int column) {
        return false;
    }

    /** Whether any cell of the row is merged. */
    default boolean isMerged() {
        return false;
    }

    /** What stands in a cell that is to hold a moment: as a date where it is one that spreadsheets write as a number. */
    default String moment(int column) {
        return cell(column);
    }

    /** Why what stands in a cell cannot be used, whatever it is to mean; null when it can. */
    default Unreadable fault(int column) {
        return null;
    }

    /** Whether any cell has a fault. */
    default boolean isFaulty() {
        return false;
    }

    /**
     * Whether each cell is known to be empty or to be taken word for word, see {@link Words#isVerbatim}; none is merged or
     * has a fault then.
     */
    default boolean isVerbatim() {
        return false;
    }

    /** Whether what stands in a cell was worked out from other cells. */
    default boolean isFormula(int column) {
        return false;
    }

    /** Whether a cell is known to hold a number, which no sign of thousands can be mistaken in. */
    default boolean isNumber(int column) {
        return false;
    }

    /** All cells. */
    List<String> cells();

    /** How many line breaks stand in its cells. */
    default int lineBreaks() {
        int breaks = 0;
        for (int i = 0; i < size(); i++) {
            breaks += lineBreaks(cell(i));
        }
        return breaks;
    }

    /** How many line breaks stand in a cell. */
    static int lineBreaks(String cell) {
        int breaks = 0;
        for (int at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
            breaks++;
        }
        return breaks;
    }

    /** Whether nothing stands in any cell. */
    default boolean isBlank() {
        for (int i = 0; i < size(); i++) {
            if (!cell(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
