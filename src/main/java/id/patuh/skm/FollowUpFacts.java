package id.patuh.skm;

import id.patuh.violation.MissingFact;
import id.patuh.violation.Reportable;
import java.util.List;

/**
 * Follow-up reports as facts for the rules.
 *
 * @param facts what the rules judge
 * @param missing what the reports do not say
 */
public record FollowUpFacts(List<Reportable> facts, List<MissingFact> missing) {

    public FollowUpFacts {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
    }
}
