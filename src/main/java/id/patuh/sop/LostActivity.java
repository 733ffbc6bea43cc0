package id.patuh.sop;

import id.patuh.violation.SourceRow;

/**
 * A row of an activity log that could not be read but tells its case. What such a case seems to lack may stand in that
 * row: rules that conclude from absence must not judge the case.
 *
 * @param caseId the case; never empty
 * @param sop the SOP that the row cites, or null
 * @param unit the unit, or null
 * @param row where it stands
 */
public record LostActivity(String caseId, String sop, String unit, SourceRow row) {}
