package id.patuh.skm;

import java.util.List;

/**
 * A follow-up report as it was bound: what became of each item of its plan.
 *
 * @param whole the report
 * @param survey the survey it follows; null where that is not there
 * @param items in the order of the plan
 */
public record FollowedReport(FollowUp whole, SurveyView survey, List<FollowedItem> items) {

    public FollowedReport {
        items = List.copyOf(items);
    }
}
