package id.patuh.skm;

import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import java.time.LocalDate;
import java.util.List;

/**
 * The quarters of a planned activity.
 *
 * @param firstStart first day of the first quarter
 * @param lastStart first day of the last quarter
 * @param lastEnd last day of the last quarter
 */
public record PlannedQuarters(LocalDate firstStart, LocalDate lastStart, LocalDate lastEnd) {

    /**
     * The quarters of an item; null when it has none, or when a quarter's year cannot be told.
     *
     * @param year the year of quarters without one; null when unknown
     */
    static PlannedQuarters of(PlanItem item, Integer year) {
        if (item.quarters().isEmpty()
                || year == null && item.quarters().stream().anyMatch(q -> q.year() == null)) {
            return null;
        }
        List<LocalDate> starts =
                item.quarters().stream().map(q -> start(q, year)).sorted().toList();
        LocalDate last = starts.get(starts.size() - 1);
        return new PlannedQuarters(starts.get(0), last, last.plusMonths(3).minusDays(1));
    }

    private static LocalDate start(Quarter quarter, Integer year) {
        int month = 3 * (quarter.number() - 1) + 1;
        return LocalDate.of(quarter.year() == null ? year : quarter.year(), month, 1);
    }
}
