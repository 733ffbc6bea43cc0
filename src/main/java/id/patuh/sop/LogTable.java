package id.patuh.sop;

import id.patuh.violation.SourceTable;

/**
 * What a table of activities can show at all.
 *
 * @param ends whether it can say that an activity ended; else it does not say that everything still runs
 * @param instants whether it has but one time an activity
 * @param enclosing whether an activity may enclose steps before its own
 */
public record LogTable(
        boolean ends, boolean instants, boolean enclosing, boolean inputs, boolean outputs, boolean decisions) {

    /** Once all columns of the table are known. */
    public LogTable(SourceTable table) {
        this(
                !table.lacks("end"),
                table.isInstant(),
                table.has("first_step"),
                table.has("inputs"),
                table.has("outputs"),
                table.has("decision"));
    }
}
