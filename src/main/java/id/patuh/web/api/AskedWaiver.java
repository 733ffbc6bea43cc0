package id.patuh.web.api;

import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Validity;
import id.patuh.ledger.waiver.WaiverTerms;
import id.patuh.report.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiFunction;

/**
 * A waiver as a program asks for it, under the names that it is told by, too.
 *
 * @param target which violations
 * @param from a day or a moment; null for now
 * @param until the last day, or the moment at which it is over
 * @param zone of days, and of moments without an offset; null for that of Jakarta
 */
record AskedWaiver(AskedTarget target, String from, String until, String zone, String reason, String basis) {

    /** Which violations: one, or those of a case, or of a rule in a unit. */
    record AskedTarget(String fingerprint, String caseId, String unit, String rule) {}

    /** What is done with a waiver that was asked for. */
    record Step(String comment) {}

    /**
     * What the ledger is asked for.
     *
     * @param usual the zone where none is named
     * @throws ApiException if something is missing or cannot be read
     */
    WaiverTerms terms(String scope, Instant now, ZoneId usual) {
        Given given = new Given(Fault.Place.POINTER);
        given.require("/target", target);
        given.require("/until", until);
        given.require("/reason", reason);
        given.require("/basis", basis);
        ZoneId in = given.zone("/zone", zone, usual);
        Instant first = given.moment("/from", from, written -> moment(written, in, Validity::startOf));
        Instant end = given.moment("/until", until, written -> moment(written, in, Validity::endOf));
        given.check();
        Target violations = new Target(target.fingerprint(), target.caseId(), target.unit(), target.rule());
        return new WaiverTerms(scope, violations, new Validity(first == null ? now : first, end, in), reason, basis);
    }

    private static Instant moment(String written, ZoneId in, BiFunction<LocalDate, ZoneId, Instant> ofDay) {
        return Moments.isDate(written) ? ofDay.apply(LocalDate.parse(written), in) : Moments.of(written, in);
    }
}
