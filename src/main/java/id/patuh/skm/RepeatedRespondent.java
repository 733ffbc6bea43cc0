package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * A respondent of whom a survey holds more than one questionnaire.
 *
 * @param subject the survey, narrowed to the respondent
 * @param respondent as first written
 * @param evidence each questionnaire; only the first was scored
 * @param lawDate the period's last day, or null
 */
public record RepeatedRespondent(Subject subject, String respondent, List<Evidence> evidence, LocalDate lawDate)
        implements Reportable {

    /** How many questionnaires there are. */
    public int questionnaires() {
        return evidence.size();
    }
}
