package id.patuh.report;

import id.patuh.ruleset.RuleSetChange;
import java.time.Instant;
import java.util.List;

/**
 * What became of a rule when a version of the rule set was published.
 *
 * @param version number of the version
 * @param kind what became of the rule
 * @param rolledBack whether the version was published once more, to take back what came after it
 * @param at when it was published
 * @param effectiveFrom from when on it is in force
 * @param author who drafted the version
 * @param approver who approved it
 * @param publisher who published it
 * @param comment why the version was drafted, or rolled back to
 * @param changes what the rule differs in from the version published before; empty where it was added or removed
 */
public record RuleEvent(
        long version,
        Kind kind,
        boolean rolledBack,
        Instant at,
        Instant effectiveFrom,
        String author,
        String approver,
        String publisher,
        String comment,
        List<RuleSetChange> changes) {

    /** What can become of a rule. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public RuleEvent {
        changes = List.copyOf(changes);
    }
}
