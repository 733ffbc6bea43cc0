package id.patuh.check;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PlannedQuarters;
import id.patuh.sop.PlanSchedules;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.List;

/** The schedules of the follow-up plans in the input, by unit. */
final class FollowUpSchedules implements PlanSchedules {

    private final List<FollowUpRecord> followUps;

    FollowUpSchedules(List<FollowUpRecord> followUps) {
        this.followUps = followUps;
    }

    /** The last quarter of the unit's latest plan whose period does not begin after the step did. */
    @Override
    public LocalDate lastDay(String unit, LocalDate start) {
        if (unit == null) {
            return null;
        }
        String wanted = Wording.normalise(unit);
        FollowUpRecord latest = null;
        for (FollowUpRecord followUp : followUps) {
            if (followUp.period() != null
                    && Wording.normalise(followUp.unit()).equals(wanted)
                    && !followUp.period().start().isAfter(start)
                    && (latest == null
                            || followUp.period().end().isAfter(latest.period().end()))) {
                latest = followUp;
            }
        }
        return latest == null ? null : PlannedQuarters.lastDay(latest);
    }
}
