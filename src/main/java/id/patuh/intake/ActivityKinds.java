package id.patuh.intake;

import id.patuh.sop.ActivityKind;
import java.util.List;

/**
 * What rows of activities that were read lately say alike. Most logs repeat few kinds a million times, and nearly
 * always in the same order.
 */
final class ActivityKinds {

    private static final List<String> FIELDS = List.of("sop", "step", "role", "inputs", "outputs", "decision");
    /** A power of two. */
    private static final int SLOTS = 1 << 12;

    private final FieldPlace[] places = FIELDS.stream().map(FieldPlace::new).toArray(FieldPlace[]::new);
    private final Known[] known = new Known[SLOTS];
    /** The cells asked for last, and of which rows they were before. */
    private String[] asked = new String[FIELDS.size()];

    private Known last = new Known(asked, null);

    /** A kind, and which one came after it when it was last met. */
    private static final class Known {

        private final String[] cells;
        private final ActivityKind kind;
        private Known next;

        Known(String[] cells, ActivityKind kind) {
            this.cells = cells;
            this.kind = kind;
            this.next = this;
        }
    }

    /** The kind of a row whose cells were met before; null where that is not remembered, or a cell means something else. */
    ActivityKind of(Cells row) {
        if (!row.isPlain()) {
            return null;
        }
        for (int i = 0; i < places.length; i++) {
            asked[i] = places[i].value(row.row());
        }
        Known found = last.next;
        if (!isAsked(found)) {
            found = known[slot()];
            if (found == null || !isAsked(found)) {
                return null;
            }
            last.next = found;
        }
        last = found;
        return found.kind;
    }

    /** Remembers the kind of the row asked for before; gives it back. */
    ActivityKind put(Cells row, ActivityKind kind) {
        if (row.isPlain()) {
            Known added = new Known(asked, kind);
            known[slot()] = added;
            last.next = added;
            last = added;
            asked = new String[FIELDS.size()];
        }
        return kind;
    }

    private boolean isAsked(Known one) {
        if (one.kind == null) {
            return false;
        }
        for (int i = 0; i < asked.length; i++) {
            String cell = one.cells[i];
            // Mostly they are the same.
            if (cell != asked[i] && (cell == null || !cell.equals(asked[i]))) {
                return false;
            }
        }
        return true;
    }

    private int slot() {
        int hash = 0;
        for (String cell : asked) {
            hash = 31 * hash + (cell == null ? 0 : cell.hashCode());
        }
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
