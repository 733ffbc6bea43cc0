package id.patuh.submission;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is to become of files that are handed in.
 *
 * @param account who hands them in
 * @param scope the unit that they are handed in for; null to try only
 * @param asOf the moment that deadlines are judged by
 * @param zone of times without an offset, and in which times are shown
 * @param sop the SOP of rows that name none, or null
 * @param mapping id of the mapping of the rule set by which tables are read; null to recognise them
 * @param mappings by which tables are read that have their columns, unless {@code mapping} is given: of a trial those that are
 *     asked for; else none until it is checked, and those of its unit from then on
 * @param asked the moment that was asked for; null for that of asking
 * @param key by which the same request of an account is known when it comes again; null where none may
 */
public record SubmissionOrder(
        String account,
        String scope,
        Instant asOf,
        ZoneId zone,
        String sop,
        String mapping,
        List<OwnMapping> mappings,
        Instant asked,
        String key) {

    public SubmissionOrder {
        mappings = List.copyOf(mappings);
    }

    /** One without mappings of its own. */
    public SubmissionOrder(
            String account,
            String scope,
            Instant asOf,
            ZoneId zone,
            String sop,
            String mapping,
            Instant asked,
            String key) {
        this(account, scope, asOf, zone, sop, mapping, List.of(), asked, key);
    }

    /** The same with other mappings. */
    public SubmissionOrder with(List<OwnMapping> own) {
        return new SubmissionOrder(account, scope, asOf, zone, sop, mapping, own, asked, key);
    }

    /** One that is judged by the moment of asking. */
    public SubmissionOrder(
            String account, String scope, Instant asOf, ZoneId zone, String sop, String mapping, String key) {
        this(account, scope, asOf, zone, sop, mapping, null, key);
    }
}
