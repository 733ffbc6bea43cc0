package id.patuh.skm;

import id.patuh.violation.MissingFact;
import id.patuh.violation.Reportable;
import java.time.LocalDate;
import java.util.List;

/**
 * Follow-up reports as facts for the rules.
 *
 * @param facts what the rules judge
 * @param missing what the reports do not say
 * @param reports the same by report, for whoever keeps what became of plans
 * @param nextChange the first day after that of the check on which the same reports may be judged otherwise; null: never
 */
public record FollowUpFacts(
        List<Reportable> facts, List<MissingFact> missing, List<FollowedReport> reports, LocalDate nextChange) {

    public FollowUpFacts {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
        reports = List.copyOf(reports);
    }
}
