package id.patuh.ledger;

import id.patuh.report.Language;
import id.patuh.violation.Severity;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a run was asked, as far as it bears on the result.
 *
 * @param asOf the moment that deadlines were judged by
 * @param zone in which times without an offset were read
 * @param kind what the input was said to hold, in the user's word, or null
 * @param sop the SOP of rows that name none, or null
 * @param mapping the file of a mapping or the id of one of the rule set, as the user named it, or null
 * @param mappingSha256 hash of the mapping's file; null where it was one of the rule set, or none
 * @param language of the report
 * @param failOn the threshold of the report's verdict; null where no violation counted
 */
public record RunRequest(
        Instant asOf,
        ZoneId zone,
        String kind,
        String sop,
        String mapping,
        String mappingSha256,
        Language language,
        Severity failOn) {}
