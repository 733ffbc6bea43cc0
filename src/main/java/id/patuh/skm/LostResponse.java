package id.patuh.skm;

import id.patuh.violation.SourceRow;

/**
 * A row of survey responses that could not be read. Its respondent is one that a survey seems to lack, and its scores are
 * unknown: what is concluded from the number of respondents, or from a mean, must hold whatever stood there.
 *
 * @param survey what the row says of its survey, or null when it does not tell: then it may belong to any survey of the
 *     file
 * @param row where it stands; null without a survey
 * @param path the file
 * @param rest whether it stands for all rows that would have followed where the file breaks off
 */
public record LostResponse(SurveyHeader survey, SourceRow row, String path, boolean rest) {}
