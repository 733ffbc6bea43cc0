package id.patuh.skm;

import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * An activity that a follow-up report says was done or not.
 *
 * @param subject the survey followed, narrowed to the number of the plan's item or, without one, to what was written
 * @param report the report
 * @param realisation what was reported
 * @param unplanned whether the report's plan holds no such item; false where the report has no plan, not all of it
 *     could be read, or places among realisations no longer tell
 */
public record ReportedActivity(Subject subject, FollowUpRecord report, Realisation realisation, boolean unplanned)
        implements Reportable {

    /** What was done; the subject's element where the report does not say. */
    public String getActivity() {
        return FollowUp.says(realisation.activity()) ? realisation.activity() : subject.element();
    }

    /** Whether it is reported done; null when the report does not say. */
    public Boolean getDone() {
        return realisation.done();
    }

    /** Whether no document is named as proof; false where its table has no column for that. */
    public boolean isEvidenceMissing() {
        return !realisation.namesEvidence() && !realisation.row().table().lacks("evidence");
    }

    /** The cell of one of its fields. */
    public Evidence cell(String field) {
        return realisation.row().cell(field);
    }

    @Override
    public List<Evidence> evidence() {
        return List.of(realisation.row().whole());
    }

    @Override
    public LocalDate lawDate() {
        return FollowUp.lawDate(report);
    }
}
