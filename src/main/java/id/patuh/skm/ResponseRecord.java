package id.patuh.skm;

import id.patuh.violation.SourceRow;

/**
 * One questionnaire, as it was read.
 *
 * @param survey what the row says of its survey
 * @param respondent the respondent's number or name; null when anonymous
 * @param group the respondent's group; null when not recorded
 * @param answers to the unsur of {@link SurveyHeader#unsurKeys()}, in their order, never null; not copied
 * @param row where it stands; scores are cells of the keys of their unsur, suffixed {@code #1}, {@code #2} where an unsur
 *     has several questions
 */
public record ResponseRecord(SurveyHeader survey, String respondent, String group, Answers[] answers, SourceRow row) {}
