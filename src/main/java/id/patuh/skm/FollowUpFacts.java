package id.patuh.skm;

import id.patuh.violation.MissingFact;
import id.patuh.violation.Reportable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Follow-up reports as facts for the rules.
 *
 * @param facts what the rules judge
 * @param missing what the reports do not say
 * @param followed the same by report, for whoever keeps what became of plans
 * @param nextChange the first day after that of the check on which the same reports may be judged otherwise; null: never
 */
public record FollowUpFacts(
        List<Reportable> facts, List<MissingFact> missing, List<FollowedReport> followed, LocalDate nextChange) {

    public FollowUpFacts {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
        followed = List.copyOf(followed);
    }

    /** The reports. */
    public List<FollowUp> reports() {
        return followed.stream().map(FollowedReport::whole).toList();
    }

    /** Those that plan an activity which no report says is done; by identity. */
    public Set<FollowUpRecord> unsettled() {
        Set<FollowUpRecord> unsettled = Collections.newSetFromMap(new IdentityHashMap<>());
        facts.stream()
                .filter(PlannedActivity.class::isInstance)
                .map(PlannedActivity.class::cast)
                .filter(planned -> !planned.settled())
                .forEach(planned -> unsettled.add(planned.report()));
        return unsettled;
    }
}
