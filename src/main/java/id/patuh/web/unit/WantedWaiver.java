package id.patuh.web.unit;

import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Validity;
import id.patuh.ledger.waiver.WaiverTerms;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a form asks for that begins with a violation. What was not filled in is null.
 *
 * @param covers {@code violation}, {@code case} or {@code rule}: it alone, all of its case, or all of its rule in its unit
 * @param from the first day
 * @param until the last day
 * @param reason why violations are to be excused
 * @param basis the provision, decree or letter that allows it
 */
record WantedWaiver(String covers, String from, String until, String reason, String basis) {

    /** An empty form. */
    static WantedWaiver from(LocalDate today) {
        return new WantedWaiver("violation", today.toString(), null, null, null);
    }

    /** Whether both days are dates. */
    boolean hasDates() {
        return day(from).isPresent() && day(until).isPresent();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * What is asked of the ledger.
     *
     * @param zone of its days
     * @throws id.patuh.store.ReasonedException if that cannot be
     * @throws id.patuh.rulebook.RulebookException if a text cannot be used
     */
    WaiverTerms terms(String scope, LifeViolation violation, ZoneId zone) {
        return new WaiverTerms(
                scope,
                target(violation),
                Validity.ofDays(day(from).orElseThrow(), day(until).orElseThrow(), zone),
                Objects.requireNonNullElse(reason, ""),
                Objects.requireNonNullElse(basis, ""));
    }

    private Target target(LifeViolation violation) {
        Subject subject = violation.text().subject();
        if ("case".equals(covers) && subject.caseId() != null) {
            return new Target(null, subject.caseId(), subject.unit(), null);
        }
        return "rule".equals(covers) && subject.unit() != null
                ? Target.ofUnit(subject.unit(), violation.rule())
                : Target.ofViolation(violation.fingerprint());
    }
}
