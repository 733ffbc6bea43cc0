package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * A group that an SOP wants among the respondents of a survey.
 *
 * @param subject the survey, narrowed to the group
 * @param group as the SOP names it
 * @param respondents how many of the group answered
 * @param uncertain whether any of the group may stand in rows that could not be read
 * @param evidence where the survey stands
 * @param lawDate the period's last day, or null
 * @param ground the SOP's provision, or null
 */
public record RequiredGroup(
        Subject subject,
        String group,
        int respondents,
        boolean uncertain,
        List<Evidence> evidence,
        LocalDate lawDate,
        String ground)
        implements Reportable {

    /** Whether anyone of the group answered; null when that cannot be told. */
    public Boolean getRepresented() {
        return respondents == 0 && uncertain ? null : Boolean.valueOf(respondents > 0);
    }
}
