package id.patuh.check;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowedReport;
import id.patuh.skm.PublishedResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a check found of surveys and follow-up reports.
 *
 * @param surveys what rules about surveys found
 * @param followUps what rules about follow-up reports alone found
 * @param grades index and grade of each survey, then of units with several services, then of regions
 * @param published results as units published them
 * @param reports the follow-up reports, whose plans limits of cases may be counted by
 * @param followed the same as they were bound to their surveys
 * @param nextChange the first moment after that of the check at which another verdict may be given on the same facts under
 *     the same rule set; null: never
 * @param settledBefore neither time nor other facts are to change what was found of surveys and reports that cover earlier
 *     days only; null where nobody can tell
 */
public record SurveyVerdict(
        Part surveys,
        Part followUps,
        List<Grade> grades,
        List<PublishedResult> published,
        List<FollowUpRecord> reports,
        List<FollowedReport> followed,
        Instant nextChange,
        LocalDate settledBefore) {

    public SurveyVerdict {
        grades = List.copyOf(grades);
        published = List.copyOf(published);
        reports = List.copyOf(reports);
        followed = List.copyOf(followed);
    }

    /**
     * What some of the rules gave.
     *
     * @param findings violations, in the order and with the fingerprints that a report of them all gives
     * @param notEvaluated rules that lacked facts, in the order of reports; rules that are switched off are not among them
     */
    public record Part(List<Finding> findings, List<NotEvaluated> notEvaluated) {

        public Part {
            findings = List.copyOf(findings);
            notEvaluated = List.copyOf(notEvaluated);
        }
    }
}
