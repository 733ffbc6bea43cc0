package id.patuh.nightly.digest;

import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.ruleset.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be told.
 *
 * @param date of the night; one digest a date
 * @param asOf the moment from which deadlines are looked ahead
 * @param nights those of all scopes since the last digest; one that is not over counts as not finished
 * @param waivers those that end soon
 * @param waived fingerprints of violations that are waived, by scope: they are left out
 * @param ruleSet tells which rules mean overdue, and what steps are called
 */
public record DigestRequest(
        LocalDate date,
        Instant asOf,
        List<NightOutcome> nights,
        List<EndingWaiver> waivers,
        Map<String, Set<String>> waived,
        RuleSet ruleSet) {

    public DigestRequest {
        nights = List.copyOf(nights);
        waivers = List.copyOf(waivers);
        waived = Map.copyOf(waived);
    }
}
