package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.SurveyHeader;
import id.patuh.violation.SourceTable;

/**
 * What is wanted of the surveys and follow-up reports that files hold; the rest is read and goes no further. Asked for each
 * of them, and once more for all where everything must be read again.
 */
public interface Selection {

    /** Everything. */
    Selection ALL = new Selection() {

        @Override
        public boolean wants(SurveyHeader survey, SourceTable table) {
            return true;
        }

        @Override
        public boolean wants(PublishedResult result) {
            return true;
        }

        @Override
        public boolean wants(FollowUpRecord report) {
            return true;
        }
    };

    /** Whether responses to the survey that stand in the table are wanted, those that could not be read among them. */
    boolean wants(SurveyHeader survey, SourceTable table);

    /** Whether a published result is wanted. */
    boolean wants(PublishedResult result);

    /** Whether a report is wanted, or the part of one that a file holds. */
    boolean wants(FollowUpRecord report);
}
