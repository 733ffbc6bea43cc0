package id.patuh.skm;

import id.patuh.wording.Wording;

/**
 * Which follow-up report it is, whatever its spelling; an empty part was not given.
 *
 * @param survey id of the survey it follows
 * @param unit the unit
 * @param period what it covers
 */
public record FollowUpIdentity(String survey, String unit, String period) {

    /** What a report, or a part of one, says of itself. */
    public static FollowUpIdentity of(FollowUpRecord report) {
        return new FollowUpIdentity(
                Wording.normalise(report.survey()),
                Wording.normalise(report.unit()),
                report.period() == null ? "" : report.period().toString());
    }

    /** Whether that tells the report apart from others. */
    public boolean isNamed() {
        return !survey.isEmpty() || !unit.isEmpty() && !period.isEmpty();
    }
}
