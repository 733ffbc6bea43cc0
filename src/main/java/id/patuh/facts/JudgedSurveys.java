package id.patuh.facts;

import id.patuh.check.SurveyVerdict;
import id.patuh.skm.AbsentSurvey;
import java.util.List;

/**
 * What was found of the surveys and follow-up reports of a scope.
 *
 * @param changes how often they had changed by then
 * @param verdict what was found
 * @param absent surveys of which something that counts was purged, or is no longer read as it was
 */
public record JudgedSurveys(long changes, SurveyVerdict verdict, List<AbsentSurvey> absent) {

    public JudgedSurveys {
        absent = List.copyOf(absent);
    }
}
