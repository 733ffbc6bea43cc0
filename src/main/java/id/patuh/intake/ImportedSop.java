package id.patuh.intake;

import java.util.List;
import java.util.Map;

/**
 * An SOP as its document or workbook says it in the official layout.
 *
 * @param definition what it says, by the keys of SOP files; keys of which nothing is said are left out; empty where no
 *     table of steps was found
 * @param extras what a sheet says beside it, in its order
 * @param remarks what was taken only by inference, or not at all
 * @param rejected what could not be read
 */
public record ImportedSop(
        Map<String, Object> definition, List<Extra> extras, List<Remark> remarks, List<RejectedRow> rejected) {

    public ImportedSop {
        extras = List.copyOf(extras);
        remarks = List.copyOf(remarks);
        rejected = List.copyOf(rejected);
    }

    /**
     * A remark.
     *
     * @param step number of the step that it is about, or null for the SOP as a whole
     * @param key the key of SOP files that it is about, or null for all of them
     */
    public record Remark(Integer step, String key, InputNote note) {}

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

        /** Heads the column of keys. */
        public static final String KEY_HEADER = "Kunci (key)";

        /** Heads the column of values. */
        public static final String VALUE_HEADER = "Nilai (value)";

        /** Heads the column of the steps' numbers. */
        public static final String STEP_HEADER = "Langkah (step)";

        /** Heads the column of what the table said when the extras were written. */
        public static final String SHOWN_HEADER = "Tertulis dalam tabel (as shown)";

        /** The row as one that cannot be read. */
        public RejectedRow unreadable(String error) {
            return new RejectedRow(path, sheet, row, VALUE_HEADER, value, "extra-unreadable", Map.of("error", error));
        }
    }
}
