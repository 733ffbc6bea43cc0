package id.patuh.skm;

import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.violation.Subject;
import java.util.List;

/**
 * An item of a follow-up plan with all that was reported of it.
 *
 * @param planned the item, as rules see it
 * @param unsur what it is for, in the order of the plan
 * @param reports the realisations of it: those of the same report, then those of other reports on the same survey
 * @param subjects what violations of it are about: the item, and each realisation of it in the same report
 */
public record FollowedItem(
        PlannedActivity planned, List<MeantUnsur> unsur, List<Realisation> reports, List<Subject> subjects) {

    public FollowedItem {
        unsur = List.copyOf(unsur);
        reports = List.copyOf(reports);
        subjects = subjects.stream().distinct().toList();
    }

    /**
     * An unsur that an item is for.
     *
     * @param written as written
     * @param official its name in the regulation of the survey; null where that knows none, or the survey is not there
     */
    public record MeantUnsur(String written, String official) {}

    /** The realisations that say that it is done. */
    public List<Realisation> done() {
        return reports.stream().filter(r -> Boolean.TRUE.equals(r.done())).toList();
    }
}
