package id.patuh.facts;

import id.patuh.check.SurveyVerdict;
import id.patuh.skm.AbsentSurvey;
import java.util.List;
import java.util.Map;

/**
 * What was found of the surveys and follow-up reports of a scope.
 *
 * @param changes how often they had changed by then
 * @param verdict what was found
 * @param names what its files were called when they were taken, by what evidence calls them
 * @param absent surveys of which something that counts was purged, or is no longer read as it was
 */
public record JudgedSurveys(long changes, SurveyVerdict verdict, Map<String, String> names, List<AbsentSurvey> absent) {

    public JudgedSurveys {
        names = Map.copyOf(names);
        absent = List.copyOf(absent);
    }
}
