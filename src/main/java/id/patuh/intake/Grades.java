package id.patuh.intake;

import id.patuh.wording.Wording;
import java.util.Map;

/** Grades as letters or as labels. */
final class Grades {

    private static final Map<String, String> LABELS = Map.of(
            "sangat baik", "A",
            "baik", "B",
            "kurang baik", "C",
            "tidak baik", "D");

    private Grades() {}

    /** A to D; null when the cell is empty. */
    static String read(Cells cells, String field) {
        String text = cells.text(field);
        if (text == null) {
            return null;
        }
        String normal = Wording.normalise(text);
        if (normal.matches("[a-d]")) {
            return normal.toUpperCase(java.util.Locale.ROOT);
        }
        String label = LABELS.get(normal);
        // "A (Sangat Baik)"
        if (label == null
                && normal.matches("[a-d] .+")
                && normal.substring(0, 1).toUpperCase(java.util.Locale.ROOT).equals(LABELS.get(normal.substring(2)))) {
            label = LABELS.get(normal.substring(2));
        }
        if (label == null) {
            cells.reject(field, "grade-unknown");
        }
        return label;
    }
}
