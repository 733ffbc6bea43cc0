package id.patuh.web.check;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.scope.Scopes;
import id.patuh.submission.HandedIn;
import id.patuh.submission.OwnMapping;
import id.patuh.submission.Submission;
import id.patuh.submission.SubmissionException;
import id.patuh.submission.SubmissionOrder;
import id.patuh.submission.SubmissionWorkers;
import id.patuh.submission.Submissions;
import id.patuh.web.access.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes what visitors hand in, for pages and programs alike. */
@Component
public final class HandInDesk {

    private final Submissions submissions;
    private final SubmissionWorkers workers;
    private final Scopes scopes;
    private final AuditTrail trail;
    private final Clock clock;

    HandInDesk(Submissions submissions, SubmissionWorkers workers, Scopes scopes, AuditTrail trail, Clock clock) {
        this.submissions = submissions;
        this.workers = workers;
        this.scopes = scopes;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody asks for.
     *
     * @param scope the unit that files are handed in for; null to try only
     * @param isNew whether that unit may be one that nothing was handed in for so far, nor collected of
     * @param asOf the moment that deadlines are judged by; null for now, as always where they are handed in for a unit
     * @param zone of times without an offset, and in which times are shown
     * @param sop the SOP of rows that name none, or null
     * @param mapping id of the mapping by which tables are read; null to recognise them
     * @param key by which the same request is known when it comes again; null where none may
     */
    public record Asked(
            String scope, boolean isNew, Instant asOf, ZoneId zone, String sop, String mapping, String key) {}

    /** The units that a visitor may hand in for, among those that are there; he may name others where he is bound to none. */
    public List<String> units(Visitor visitor) {
        Reach reach = visitor.rights().reach();
        if (!visitor.rights().may(Permission.SUBMIT)) {
            return List.of();
        }
        return reach.everywhere() ? scopes.names() : List.copyOf(reach.scopes());
    }

    /**
     * Hands files in; they are checked once there is time.
     *
     * @throws id.patuh.scope.ScopeException if no unit can have the name
     * @throws SubmissionException if that cannot be for another reason; a unit that the visitor may not hand in for reads as one
     *     that is not there
     */
    public Submission handIn(Visitor visitor, Asked asked, List<HandedIn> files) {
        if (asked.scope() != null) {
            refuse(visitor, asked);
        }
        SubmissionOrder order = new SubmissionOrder(
                visitor.account().name(),
                asked.scope(),
                asked.asOf() == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : asked.asOf(),
                asked.zone(),
                asked.sop(),
                asked.mapping(),
                asked.asOf(),
                asked.key());
        Submission submission = submissions.submit(order, files, added -> trail.step(event(visitor, added)));
        workers.wake();
        return submission;
    }

    /**
     * Hands the files of an earlier check in again, to be read otherwise, as of now where they are for a unit.
     *
     * @param scope the unit; null to try only
     * @param mappings by which tables of a trial are read that have their columns
     * @throws SubmissionException if that cannot be
     */
    public Submission again(Visitor visitor, Submission earlier, String scope, List<OwnMapping> mappings) {
        SubmissionOrder before = earlier.order();
        Instant asked = scope == null ? before.asked() : null;
        if (scope != null) {
            refuse(visitor, new Asked(scope, false, null, before.zone(), before.sop(), null, null));
        }
        SubmissionOrder order = new SubmissionOrder(
                visitor.account().name(),
                scope,
                scope == null ? before.asOf() : clock.instant().truncatedTo(ChronoUnit.SECONDS),
                before.zone(),
                before.sop(),
                null,
                mappings,
                asked,
                null);
        Submission submission = submissions.again(earlier, order, added -> trail.step(event(visitor, added)));
        workers.wake();
        return submission;
    }

    private static AuditEvent event(Visitor visitor, Submission submission) {
        return submission.isTrial()
                ? AuditEvent.done(visitor.actor(), AuditAction.CHECK, submission.code(), Map.of())
                : AuditEvent.done(
                        visitor.actor(),
                        AuditAction.SUBMIT,
                        submission.code(),
                        Map.of("scope", submission.order().scope()));
    }

    private void refuse(Visitor visitor, Asked asked) {
        if (!visitor.may(Permission.SUBMIT, asked.scope())) {
            throw new SubmissionException("submission-unit-unknown", Map.of("unit", asked.scope()));
        }
        Scopes.refuseUnusable(asked.scope());
        if (!asked.isNew() && !units(visitor).contains(asked.scope())) {
            throw new SubmissionException("submission-unit-new", Map.of("unit", asked.scope()));
        }
        if (asked.asOf() != null) {
            throw new SubmissionException("submission-unit-is-now", Map.of("unit", asked.scope()));
        }
    }
}
