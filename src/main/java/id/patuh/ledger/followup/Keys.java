package id.patuh.ledger.followup;

import id.patuh.rulebook.Sha256;
import id.patuh.skm.FollowUpIdentity;
import id.patuh.skm.FollowUpRecord;
import id.patuh.wording.Wording;
import java.util.List;
import java.util.Map;

/** By what reports and their items are known from run to run. */
final class Keys {

    private static final int LENGTH = 32;

    private final Map<String, String> files;

    /** @param files what files were called when they were taken, by what evidence calls them */
    Keys(Map<String, String> files) {
        this.files = files;
    }

    /** Of a report: of its survey, unit and period; of its file, where it does not say enough of these. */
    String of(FollowUpRecord report) {
        FollowUpIdentity identity = FollowUpIdentity.of(report);
        String file = identity.isNamed() ? "" : files.get(report.row().table().path());
        return hash("report", List.of(identity.survey(), identity.unit(), identity.period(), file));
    }

    /**
     * Of an item.
     *
     * @param report by which its report is known
     * @param number the item's number, as written
     * @param occurrence which item of the report has this number, from 1
     */
    static String of(String report, String number, int occurrence) {
        return hash("item", List.of(report, Wording.normalise(number), occurrence));
    }

    private static String hash(String kind, List<?> parts) {
        return Sha256.of("patuh follow-up " + kind + " 1", parts).substring(0, LENGTH);
    }
}
