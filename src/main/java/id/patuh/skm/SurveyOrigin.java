package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * Which survey it is, when it was held and by which law.
 *
 * @param sop short id of its SOP, else what it cites, else null
 * @param period the period that ends last of those stated, or null
 * @param periods every period stated, earliest first
 * @param declared the regulation it declares, as written, or null
 * @param regulation the regulation that scores it, or null when none is known
 * @param declaredInForce whether a declared regulation was in force on the period's last day; null when undeclared or
 *     not known
 * @param inForce the regulation in force on the period's last day, or null
 * @param subject what violations of it are about
 * @param evidence the first place that speaks of it
 * @param periodEvidence the first place of each period
 */
record SurveyOrigin(
        String id,
        String unit,
        String service,
        String sop,
        Period period,
        List<Period> periods,
        String declared,
        Regulation regulation,
        Boolean declaredInForce,
        Regulation inForce,
        Subject subject,
        List<Evidence> evidence,
        List<Evidence> periodEvidence) {

    LocalDate lawDate() {
        return period == null ? null : period.end();
    }
}
