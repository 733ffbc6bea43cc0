package id.patuh.nightly.digest;

import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.ruleset.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What is to be told.
 *
 * @param date of the night; one digest a date
 * @param asOf the moment from which deadlines and ends of waivers are looked ahead
 * @param zone of the nights, whose days quarters end by
 * @param nights those of all scopes since the last digest; one that is not over counts as not finished
 * @param ruleSet tells which rules mean overdue, and what steps are called
 */
public record DigestRequest(LocalDate date, Instant asOf, ZoneId zone, List<NightOutcome> nights, RuleSet ruleSet) {

    public DigestRequest {
        nights = List.copyOf(nights);
    }
}
