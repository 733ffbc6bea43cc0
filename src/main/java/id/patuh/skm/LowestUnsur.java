package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * One of the lowest unsur of a survey, and whether the follow-up plan takes it up. Unsur tied across the cut are peers:
 * only as many of them need be taken up as the cut leaves room for. Any other unsur is its own only peer.
 *
 * @param subject the survey, narrowed to the unsur
 * @param report the follow-up
 * @param name the unsur's official name
 * @param covered whether an item of the plan is for it
 * @param peersCovered how many of its peers the plan takes up
 * @param peersNeeded how many of them it has to
 */
public record LowestUnsur(
        Subject subject, FollowUpRecord report, String name, boolean covered, int peersCovered, int peersNeeded)
        implements Reportable {

    /** Whether fewer of its peers are taken up than have to be, whatever stands in items that could not be read. */
    public boolean isUncovered() {
        return !covered && peersCovered < peersNeeded && report.lost().plan() == 0;
    }

    /** The unsur that the plan is for, as written. */
    public List<String> getPlannedUnsur() {
        return report.plan().stream()
                .map(FollowUpRecord.PlanItem::element)
                .filter(FollowUp::says)
                .distinct()
                .toList();
    }

    @Override
    public List<Evidence> evidence() {
        return List.of(report.row().whole());
    }

    @Override
    public LocalDate lawDate() {
        return FollowUp.lawDate(report);
    }
}
