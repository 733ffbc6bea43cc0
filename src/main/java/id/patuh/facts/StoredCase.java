package id.patuh.facts;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.util.List;

/**
 * What one log had of a case number.
 *
 * @param caseId the case number
 * @param version from 1, in the order in which they came
 * @param counts whether it is the version that is evaluated
 * @param log name of the file it was read from
 * @param rows in the order of the log; never empty
 * @param lost rows of the case that could not be read
 * @param lostAnywhere rows of the log that could not be read and do not tell their case. They may be of this one, but of no
 *     case of another log, even if that has the same name
 */
public record StoredCase(
        String caseId,
        int version,
        boolean counts,
        String log,
        List<ActivityRecord> rows,
        List<LostActivity> lost,
        List<LostActivity> lostAnywhere) {

    public StoredCase {
        rows = List.copyOf(rows);
        lost = List.copyOf(lost);
        lostAnywhere = List.copyOf(lostAnywhere);
    }
}
