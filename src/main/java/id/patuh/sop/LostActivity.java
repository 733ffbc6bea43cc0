package id.patuh.sop;

/**
 * A row of an activity log that could not be read. What a case seems to lack may stand in that row: rules that conclude
 * from absence must not judge a case to which it may belong.
 *
 * @param caseId the case, or null when the row does not tell it: then it may belong to any case of the file
 * @param sop the SOP that the row cites, or null
 * @param unit the unit, or null
 * @param text what stands there, where it could not even be split into cells; else null
 * @param path the file
 * @param row the row's number, or null for all that would have followed where the file breaks off
 */
public record LostActivity(String caseId, String sop, String unit, String text, String path, Integer row) {}
