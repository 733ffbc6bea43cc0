package id.patuh.skm;

/**
 * A survey of which something is known to have been there, and is not there any more: it was purged, or is no longer read as
 * it was.
 *
 * @param survey as it was called then
 * @param responses whether its responses are what is not there; else what was said or published of it
 */
public record AbsentSurvey(SurveyIdentity survey, boolean responses) {}
