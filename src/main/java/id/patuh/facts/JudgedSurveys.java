package id.patuh.facts;

import id.patuh.check.SurveyVerdict;

/**
 * What was found of the surveys and follow-up reports of a scope.
 *
 * @param changes how often they had changed by then
 * @param verdict what was found
 */
public record JudgedSurveys(long changes, SurveyVerdict verdict) {}
