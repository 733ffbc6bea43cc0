package id.patuh.ledger.waiver;

import id.patuh.ledger.LedgerException;
import id.patuh.report.Moments;
import id.patuh.rulebook.Texts;
import java.time.Instant;

/**
 * What is asked for.
 *
 * @param scope name of the scope, within which it covers violations
 * @param target which violations
 * @param validity when
 * @param reason why they are to be excused
 * @param basis the provision, decree or letter that allows it
 */
public record WaiverTerms(String scope, Target target, Validity validity, String reason, String basis) {

    public WaiverTerms {
        reason = Texts.required(reason);
        basis = Texts.required(basis);
    }

    /** The same for something else. */
    WaiverTerms of(Target other) {
        return new WaiverTerms(scope, other, validity, reason, basis);
    }

    /** Whether other terms are the same for the same time, or a later part of it: what begins at once begins later each time. */
    boolean includes(WaiverTerms other) {
        return scope.equals(other.scope)
                && target.equals(other.target)
                && !validity.from().isAfter(other.validity.from())
                && validity.until().equals(other.validity.until())
                && reason.equals(other.reason)
                && basis.equals(other.basis);
    }

    /** @throws LedgerException if the last moment has passed: nothing is excused afterwards */
    void refuseIfOver(Instant now) {
        if (!now.isBefore(validity.until())) {
            throw new LedgerException("waiver-over", "until", Moments.toTheSecond(validity.until(), validity.zone()));
        }
    }
}
