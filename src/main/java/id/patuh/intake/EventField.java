package id.patuh.intake;

import java.util.Locale;

/** What an attribute of an event can mean: a field of an activity, or what tells how events make activities. */
enum EventField {
    CASE,
    SOP,
    STEP,
    /** The step in a log's own words beside {@code concept:name}. */
    OTHER_STEP,
    ROLE,
    PERSON,
    START,
    END,
    INPUTS,
    OUTPUTS,
    DECISION,
    UNIT,
    NOTE,
    TIME,
    TRANSITION,
    INSTANCE,
    /** The first of the steps that the activity encloses; of mapped tables only. */
    FIRST_STEP;

    static final int COUNT = values().length;

    /** The contract's name of the field. */
    final String field = name().toLowerCase(Locale.ROOT);
}
