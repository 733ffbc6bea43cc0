package id.patuh.intake;

import id.patuh.sop.ActivityKind;
import id.patuh.violation.SourceRow;
import java.util.List;

/** What rows of activities that were read lately say alike: most logs repeat few kinds a million times. */
final class ActivityKinds {

    /** That tell it. */
    static final List<String> FIELDS = List.of("sop", "step", "role", "inputs", "outputs", "decision");
    /** A power of two. */
    private static final int SLOTS = 1 << 12;

    private final FieldPlace[] places = FIELDS.stream().map(FieldPlace::new).toArray(FieldPlace[]::new);
    private final Known[] known = new Known[SLOTS];

    /** A kind, and the cells that tell it. */
    private record Known(String[] cells, ActivityKind kind) {}

    /** The kind of a row whose cells were met before; null where that is not remembered, or a cell means something else. */
    ActivityKind of(Cells cells) {
        if (!cells.isPlain()) {
            return null;
        }
        SourceRow row = cells.row();
        Known found = known[slot(row)];
        return found == null || !says(row, found) ? null : found.kind;
    }

    /** Remembers the kind of a row; gives it back. */
    ActivityKind put(Cells cells, ActivityKind kind) {
        if (cells.isPlain()) {
            String[] said = new String[places.length];
            for (int i = 0; i < said.length; i++) {
                said[i] = places[i].value(cells.row());
            }
            known[slot(cells.row())] = new Known(said, kind);
        }
        return kind;
    }

    private boolean says(SourceRow row, Known one) {
        for (int i = 0; i < places.length; i++) {
            String cell = places[i].value(row);
            // Mostly they are the same.
            if (cell != one.cells[i] && (cell == null || !cell.equals(one.cells[i]))) {
                return false;
            }
        }
        return true;
    }

    private int slot(SourceRow row) {
        int hash = 0;
        for (FieldPlace place : places) {
            String cell = place.value(row);
            hash = 31 * hash + (cell == null ? 0 : cell.hashCode());
        }
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
