package id.patuh.ruleset;

import java.util.Map;

/** One change of a rule set, as a form, a table or a program asks for it. */
public sealed interface RuleEdit {

    /** What it changes, by the name that it has before all changes. */
    RuleItem item();

    /**
     * Gives a field a value.
     *
     * @param field its key within the item: {@code within}, {@code decision.approve}
     * @param value a text, number, date, truth value or list; what the field cannot hold is found when the rule set is read;
     *     null takes the field away
     */
    record Set(RuleItem item, String field, Object value) implements RuleEdit {}

    /**
     * Adds an item.
     *
     * @param item what it is called in further changes
     * @param after what it is to follow; null puts it first
     * @param fields values by key, none of them null
     */
    record Add(RuleItem item, RuleItem after, Map<String, Object> fields) implements RuleEdit {}

    /** Takes an item away. */
    record Remove(RuleItem item) implements RuleEdit {}

    /**
     * Has an item stand elsewhere in its list.
     *
     * @param after what it is to follow; null puts it first
     */
    record Move(RuleItem item, RuleItem after) implements RuleEdit {}
}
