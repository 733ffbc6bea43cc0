package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.rulebook.Sha256;
import id.patuh.skm.SurveyIdentity;
import id.patuh.wording.Wording;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a grade is of, from run to run. */
final class Graded {

    private static final int KEY_LENGTH = 32;

    private Graded() {}

    /** The grades of a run, each by what tables know it by, in their order. */
    static Map<String, Grade> byKey(List<Grade> grades) {
        Map<String, Grade> byKey = new LinkedHashMap<>();
        for (Grade grade : grades) {
            int occurrence = 1;
            // A region may have the name of a unit.
            while (byKey.containsKey(key(grade, occurrence))) {
                occurrence++;
            }
            byKey.put(key(grade, occurrence), grade);
        }
        return byKey;
    }

    /** A survey is known by its name, unit and service; surveys taken together by unit, regulation and period. */
    private static String key(Grade grade, int occurrence) {
        SurveyIdentity survey = survey(grade);
        List<Object> parts = grade.aggregation() == null
                ? List.of("survey", survey.id(), survey.unit(), survey.service(), occurrence)
                : Arrays.asList("together", survey.unit(), grade.regulation(), grade.period(), occurrence);
        return Sha256.of("patuh survey grade 1", parts).substring(0, KEY_LENGTH);
    }

    static SurveyIdentity survey(Grade grade) {
        return SurveyIdentity.of(grade.survey(), grade.unit(), grade.service());
    }

    static String unit(Grade grade) {
        return Wording.normalise(grade.unit());
    }
}
