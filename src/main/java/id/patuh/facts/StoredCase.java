package id.patuh.facts;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.util.List;

/**
 * What was known of a case number once a log was taken.
 *
 * @param caseId the case number
 * @param version from 1, in the order in which they came
 * @param doubt number of a later version that does not count, of which rows could not be read; null where there is none
 * @param counts whether it is the version that is evaluated
 * @param purged whether its rows were removed; that says nothing of the case
 * @param nameless whether the names of persons were removed from its rows
 * @param log name of the file with which it came
 * @param rows in the order of the log; never empty where it counts and was not purged
 * @param lost rows that could not be read and are of the case, or may be: those that do not tell their case. Of its log, and of
 *     a later one that does not count
 */
public record StoredCase(
        String caseId,
        int version,
        Integer doubt,
        boolean counts,
        boolean purged,
        boolean nameless,
        String log,
        List<ActivityRecord> rows,
        List<LostActivity> lost) {

    public StoredCase {
        rows = List.copyOf(rows);
        lost = List.copyOf(lost);
    }

    /** Tells from which facts it is evaluated, in a few signs: others where these are others. */
    public String facts() {
        return doubt == null ? Integer.toString(version) : version + "+" + doubt;
    }
}
