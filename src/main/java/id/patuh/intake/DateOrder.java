package id.patuh.intake;

import id.patuh.sop.ActivityRecord;
import id.patuh.violation.SourceRow;
import java.util.List;

/**
 * Takes back what may have been misread: where a file has a date such as 11/20/2026, which has the month first, and none
 * such as 20/11/2026, its 11/05/2026 is no more certain to be a day of May than one of November.
 */
final class DateOrder {

    private static final List<String> MOMENTS = List.of("start", "end");

    private DateOrder() {}

    /**
     * Looks at the activities of a file when all of them were read.
     *
     * @param first the position of the first one among those of all files
     */
    static void check(Reading reading, ActivityFields activities, int first) {
        if (!activities.isMonthFirst()) {
            return;
        }
        List<ActivityRecord> ofFile = reading.target.activities.subList(first, reading.target.activities.size());
        ofFile.removeIf(activity -> {
            boolean doubtful = false;
            for (String field : MOMENTS) {
                String written = activity.row().value(field);
                if (written != null && Times.isOfEitherOrder(written)) {
                    doubtful = true;
                    reject(reading, activity.row(), field, written);
                }
            }
            if (doubtful) {
                SourceRow row = activity.row();
                activities.lose(
                        activity.caseId(),
                        activity.sop(),
                        activity.unit(),
                        row.table().path(),
                        row.number());
                reading.withdraw(InputFile.Kind.ACTIVITY_LOG, 1);
            }
            return doubtful;
        });
    }

    private static void reject(Reading reading, SourceRow row, String field, String written) {
        Unreadable problem = new Unreadable("date-order-doubtful");
        reading.reject(row.table().sheet(), row.number(field), row.header(field), written, problem);
    }
}
