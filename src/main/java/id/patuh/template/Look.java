package id.patuh.template;

import java.util.EnumSet;
import java.util.Set;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** How a cell looks. */
enum Look {
    TITLE(14, true, null, null, false, null),
    TITLE_CENTRED(14, true, null, null, false, HorizontalAlignment.CENTER),
    SUBTITLE(10, false, null, null, false, null),
    LABEL(10, true, null, null, false, null),
    /** Beside a label, to be filled in. */
    VALUE(10, false, "F7F9FC", null, true, null),
    VALUE_DATE(10, false, "F7F9FC", "yyyy-mm-dd", true, HorizontalAlignment.LEFT),
    VALUE_PERCENT(10, false, "F7F9FC", "0.00%", true, HorizontalAlignment.LEFT),
    HEADER(10, true, "DCE6F1", null, true, HorizontalAlignment.CENTER),
    CELL_DATE(10, false, null, "yyyy-mm-dd", true, HorizontalAlignment.LEFT),
    BOXED_LABEL(10, true, "F2F2F2", null, true, null),
    HEADING(12, true, null, null, true, HorizontalAlignment.CENTER),
    CELL(10, false, null, null, true, null),
    CENTRED(10, false, null, null, true, HorizontalAlignment.CENTER),
    /** A mark in the table of an SOP, to be seen from afar. */
    MARK(14, false, null, null, true, HorizontalAlignment.CENTER),
    TIME(10, false, null, "yyyy-mm-dd hh:mm", true, HorizontalAlignment.CENTER),
    /** What others need not or must not change. */
    FIXED(9, false, "F2F2F2", null, true, null),
    /** What names a row for the program. */
    KEY(8, false, "F2F2F2", null, false, null),
    /** To be changed. */
    FIELD(10, false, null, null, true, null),
    FIELD_CENTRED(10, false, null, "General", true, HorizontalAlignment.CENTER),
    FIELD_DECIMALS(10, false, null, "0.00", true, HorizontalAlignment.CENTER),
    FIELD_DATE(10, false, null, "yyyy-mm-dd", true, HorizontalAlignment.CENTER),
    PLAIN(10, false, null, null, false, null),
    WRAPPED(10, false, null, null, false, null),
    PLAIN_TIME(10, false, null, "yyyy-mm-dd hh:mm", false, HorizontalAlignment.CENTER);

    private static final Set<Look> FIELDS = EnumSet.of(FIELD, FIELD_CENTRED, FIELD_DECIMALS, FIELD_DATE);

    final int size;
    final boolean bold;
    /** Colour behind the text, or null. */
    final String fill;
    /** Of numbers and dates, or null. */
    final String format;

    final boolean bordered;
    /** Null for the one that suits what stands there. */
    final HorizontalAlignment alignment;

    Look(int size, boolean bold, String fill, String format, boolean bordered, HorizontalAlignment alignment) {
        this.size = size;
        this.bold = bold;
        this.fill = fill;
        this.format = format;
        this.bordered = bordered;
        this.alignment = alignment;
    }

    /** Whether such cells can be changed on a protected sheet. */
    boolean isOpen() {
        return FIELDS.contains(this);
    }
}
