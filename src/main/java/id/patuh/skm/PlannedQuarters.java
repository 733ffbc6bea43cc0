package id.patuh.skm;

import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The quarters of a planned activity.
 *
 * @param firstStart first day of the first quarter
 * @param lastStart first day of the last quarter
 * @param lastEnd last day of the last quarter
 */
public record PlannedQuarters(LocalDate firstStart, LocalDate lastStart, LocalDate lastEnd) {

    /**
     * The quarters of an item of a report; null when it has none, or when they or a quarter's year cannot be told. A quarter
     * without a year is in the year in which the report's period ends (failing that, in which it was signed), or in the
     * year after when it was over before the period began: nobody plans for the past.
     */
    static PlannedQuarters of(PlanItem item, FollowUpRecord report) {
        LocalDate day = FollowUp.lawDate(report);
        if (item.quarters() == null
                || item.quarters().isEmpty()
                || day == null && item.quarters().stream().anyMatch(q -> q.year() == null)) {
            return null;
        }
        LocalDate begin =
                report.period() == null ? LocalDate.MIN : report.period().start();
        List<LocalDate> starts =
                item.quarters().stream().map(q -> start(q, day, begin)).sorted().toList();
        LocalDate last = starts.get(starts.size() - 1);
        return new PlannedQuarters(starts.get(0), last, end(last));
    }

    /** The last day of a report's plan; null when it plans no quarter, or when part of the plan could not be read. */
    public static LocalDate lastDay(FollowUpRecord report) {
        if (report.lost().plan() > 0 || report.plan().stream().anyMatch(item -> item.quarters() == null)) {
            return null;
        }
        return report.plan().stream()
                .map(item -> of(item, report))
                .filter(Objects::nonNull)
                .map(PlannedQuarters::lastEnd)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static LocalDate start(Quarter quarter, LocalDate day, LocalDate begin) {
        int month = 3 * (quarter.number() - 1) + 1;
        if (quarter.year() != null) {
            return LocalDate.of(quarter.year(), month, 1);
        }
        LocalDate start = LocalDate.of(day.getYear(), month, 1);
        return end(start).isBefore(begin) ? start.plusYears(1) : start;
    }

    private static LocalDate end(LocalDate start) {
        return start.plusMonths(3).minusDays(1);
    }
}
