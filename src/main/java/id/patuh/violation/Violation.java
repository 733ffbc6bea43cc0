package id.patuh.violation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A rule that fired, with its evidence. Values stay typed; reports turn them into text.
 *
 * @param rule id of the rule
 * @param severity what the rule gives this violation
 * @param subject what it is about
 * @param expected what the rule demands; may be null
 * @param actual what was found; may be null
 * @param details further values that the rule's message names
 * @param ground the provision of an SOP that binds the subject, or null
 * @param basis {@code source/clause} that stands instead of the rule's, or null
 * @param lawDate the date whose law judged the subject, or null
 * @param evidence the cells that prove it
 */
public record Violation(
        String rule,
        Severity severity,
        Subject subject,
        Object expected,
        Object actual,
        Map<String, Object> details,
        String ground,
        String basis,
        LocalDate lawDate,
        List<Evidence> evidence) {

    public Violation {
        details = Map.copyOf(details);
        evidence = List.copyOf(evidence);
    }
}
