package id.patuh.skm;

import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * An activity of a follow-up plan, with what its report says of it.
 *
 * @param subject the survey followed, narrowed to the item's number
 * @param report the report
 * @param item the item of the plan
 * @param quarters when it is planned; null when that cannot be told
 * @param reports the realisations of it in the same report
 * @param settled whether this report or another one on the same survey says that it is done
 * @param uncertain whether any of these reports has realisations that could not be read, or none lists any
 * @param unlisted whether none of these reports lists any, and nothing of them was lost: they may be still to come
 * @param asOf the day of the check
 */
public record PlannedActivity(
        Subject subject,
        FollowUpRecord report,
        PlanItem item,
        PlannedQuarters quarters,
        List<Realisation> reports,
        boolean settled,
        boolean uncertain,
        boolean unlisted,
        LocalDate asOf)
        implements Reportable {

    public PlannedActivity {
        reports = List.copyOf(reports);
    }

    /** What is to be done; its number where the plan does not say. */
    public String getActivity() {
        return FollowUp.says(item.activity()) ? item.activity() : item.id();
    }

    /** Whether nobody answers for it; false where its table has no column for that. */
    public boolean isOwnerMissing() {
        return !FollowUp.says(item.owner()) && !item.row().table().lacks("owner");
    }

    /** Whether no quarter is planned; false where what stands there cannot be read. */
    public boolean isScheduleMissing() {
        return item.quarters() != null && item.quarters().isEmpty();
    }

    /** Whether it is not known to be done, and nothing that could not be read may say that it is. */
    public boolean isUnsettled() {
        return !settled && !uncertain;
    }

    /** First day of the first planned quarter, or null. */
    public LocalDate getFirstQuarterStart() {
        return quarters == null ? null : quarters.firstStart();
    }

    /** First day of the last planned quarter, or null. */
    public LocalDate getLastQuarterStart() {
        return quarters == null ? null : quarters.lastStart();
    }

    /** Last day of the last planned quarter, or null. */
    public LocalDate getLastQuarterEnd() {
        return quarters == null ? null : quarters.lastEnd();
    }

    /** Whether its last planned quarter is over. */
    public boolean isQuarterOver() {
        return getLastQuarterEnd() != null && getLastQuarterEnd().isBefore(asOf);
    }

    /** Last day on which the report may have been signed, or null. */
    public LocalDate getSignedUntil() {
        return report.signedUntil();
    }

    /** Whether the report says anything of it. */
    public boolean isReported() {
        return !reports.isEmpty();
    }

    /** Whether a realisation says that it is done; null when none says either. */
    public Boolean getDone() {
        List<Boolean> said =
                reports.stream().map(Realisation::done).filter(d -> d != null).toList();
        return said.isEmpty() ? null : said.contains(true);
    }

    /** The cell of one of the item's fields. */
    public Evidence cell(String field) {
        return item.row().cell(field);
    }

    /** Where it is reported done or not. */
    public List<Evidence> getDoneCells() {
        return reports.stream().map(r -> r.row().cell("done")).toList();
    }

    /** Where the report is dated. */
    public Evidence getSignedCell() {
        return report.row().cell("signedOn");
    }

    @Override
    public List<Evidence> evidence() {
        return List.of(item.row().whole());
    }

    @Override
    public LocalDate lawDate() {
        return FollowUp.lawDate(report);
    }
}
