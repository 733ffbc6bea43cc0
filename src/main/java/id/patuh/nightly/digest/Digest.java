package id.patuh.nightly.digest;

import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.notice.Notice;
import id.patuh.report.ViolationText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a recipient is told.
 *
 * @param recipient who is told
 * @param date of the night
 * @param asOf the moment from which deadlines were looked ahead
 * @param days how many days ahead
 * @param troubled nights that failed or did not finish, took files that could not be read, could not read their inbox, could
 *     not remove what was kept for its time, or have nothing to judge since there never was any data
 * @param undelivered earlier messages that did not come, or perhaps did not
 * @param units what there is of each unit, by name
 * @param texts what the violations say that are shown, by the number by which tables know them
 */
record Digest(
        Recipient recipient,
        LocalDate date,
        Instant asOf,
        int days,
        List<NightOutcome> troubled,
        List<Notice> undelivered,
        SortedMap<String, UnitDigest> units,
        Map<Long, ViolationText> texts) {

    /** Whether there is nothing to tell. */
    boolean isEmpty() {
        return troubled.isEmpty() && undelivered.isEmpty() && units.isEmpty();
    }

    /** Whether a night failed, or did not finish. */
    boolean isIncomplete() {
        return troubled.stream().anyMatch(Digest::isIncomplete);
    }

    /** Whether a night failed, or did not finish. */
    static boolean isIncomplete(NightOutcome night) {
        return night.run() == null;
    }
}
