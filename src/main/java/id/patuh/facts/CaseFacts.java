package id.patuh.facts;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.util.List;

/**
 * What is known of a case number: what one log has of it, and cases that it says nothing of.
 *
 * @param rows in the order of the log; empty where none could be read
 * @param lost rows of it that could not be read; not empty where all are
 */
record CaseFacts(List<ActivityRecord> rows, List<LostActivity> lost) {

    /** The case number. */
    String caseId() {
        return rows.isEmpty() ? lost.get(0).caseId() : rows.get(0).caseId();
    }
}
