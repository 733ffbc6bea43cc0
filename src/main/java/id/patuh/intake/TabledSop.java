package id.patuh.intake;

import java.util.List;
import java.util.Map;

/**
 * An SOP as a workbook tells it in the official layout.
 *
 * @param definition what its sheet says, by the keys of SOP files; keys of which nothing is said are left out
 * @param extras what a second sheet says beside it, in its order
 */
public record TabledSop(Map<String, Object> definition, List<Extra> extras) {

    /** Heads the column of keys on the sheet of extras. */
    public static final String KEY_HEADER = "Kunci (key)";

    /** Heads the column of values. */
    public static final String VALUE_HEADER = "Nilai (value)";

    /** Heads the column of the steps' numbers. */
    public static final String STEP_HEADER = "Langkah (step)";

    /** Heads the column of what the table said when the extras were written. */
    public static final String SHOWN_HEADER = "Tertulis dalam tabel (as shown)";

    public TabledSop {
        extras = List.copyOf(extras);
    }

    /**
     * A value that the official layout has no place for.
     *
     * @param step number of the step it is of, or null for the SOP as a whole
     * @param key its key in SOP files
     * @param value as SOP files have it
     * @param shown what the table said of that key when this was written, as SOP files have it, or null for any; where the
     *     table says something else now, the table holds
     * @param path the file
     * @param sheet the sheet
     * @param row its row
     */
    public record Extra(Integer step, String key, String value, String shown, String path, String sheet, int row) {

        /** The row as one that cannot be read. */
        public RejectedRow unreadable(String error) {
            return new RejectedRow(path, sheet, row, VALUE_HEADER, value, "extra-unreadable", Map.of("error", error));
        }
    }
}
