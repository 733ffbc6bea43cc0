package id.patuh.ruleset;

/**
 * Something in which two rule sets differ.
 *
 * @param area what kind of thing
 * @param item id of the thing, as its files and reports name it
 * @param field key of what differs of it, with the keys around it ({@code steps[4].within}); null for all of it
 * @param before what the first rule set says, or null where it says nothing
 * @param after what the second rule set says, or null where it says nothing
 */
public record RuleSetChange(Area area, String item, String field, String before, String after) {

    /** Kinds of things, in the order in which changes are told. */
    public enum Area {
        RULE_SET,
        PARAMETER,
        GRADE,
        SOP,
        RULE,
        REGULATION,
        CALENDAR,
        REGION,
        REASON,
        SOURCE,
        MAPPING,
        MESSAGE,
        CASE,
        PAGE,
        FILE
    }
}
