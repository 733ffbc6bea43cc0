package id.patuh.intake;

import id.patuh.wording.Wording;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the keys of attributes mean: those of the XES extensions, and the headers of the contract. Of several that mean
 * the same the one of the lowest rank counts.
 */
final class EventKeys {

    static final String NAME = "concept:name";
    static final String TIME = "time:timestamp";
    static final String TRANSITION = "lifecycle:transition";
    static final String ROLE = "org:role";
    static final String GROUP = "org:group";

    static final int GROUP_RANK = 2;

    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_KEY = 100;
    private static final Meaning NONE = new Meaning(null, null, 0);
    private static final Set<EventField> OF_CASES = EnumSet.of(EventField.SOP, EventField.UNIT, EventField.NOTE);

    private static final List<String> COPIED = List.of("(case)", "case:");

    private static final Map<String, Meaning> XES = Map.of(
            Wording.key(NAME), new Meaning(NAME, EventField.STEP, 0),
            Wording.key(TIME), new Meaning(TIME, EventField.TIME, 0),
            Wording.key(TRANSITION), new Meaning(TRANSITION, EventField.TRANSITION, 0),
            Wording.key("concept:instance"), new Meaning(null, EventField.INSTANCE, 0),
            Wording.key("org:resource"), new Meaning(null, EventField.PERSON, 0),
            Wording.key(ROLE), new Meaning(ROLE, EventField.ROLE, 0),
            Wording.key(GROUP), new Meaning(GROUP, EventField.ROLE, GROUP_RANK));

    private final Map<String, Meaning> known = new HashMap<>();

    /**
     * What a key means.
     *
     * @param key as the file spells it
     * @param field null when it means nothing
     */
    record Meaning(String key, EventField field, int rank) {}

    /** What an event's attribute means; null when nothing. */
    Meaning ofEvent(String key) {
        Meaning meaning = known.get(key);
        if (meaning == null) {
            meaning = meaning(key);
            if (known.size() < REMEMBERED && key.length() <= LONGEST_KEY) {
                known.put(key, meaning);
            }
        }
        return meaning.field == null || meaning.field == EventField.CASE ? null : meaning;
    }

    /** What a trace's attribute means; what it says of resources or times is said of no activity. */
    Meaning ofTrace(String key) {
        Meaning meaning = meaning(key);
        if (meaning.field == EventField.STEP) {
            return new Meaning(key, EventField.CASE, 0);
        }
        return meaning.field == EventField.CASE || OF_CASES.contains(meaning.field) ? meaning : null;
    }

    /** What a log's attribute means. */
    Meaning ofLog(String key) {
        Meaning meaning = meaning(key);
        return meaning.field == EventField.SOP || meaning.field == EventField.UNIT ? meaning : null;
    }

    private static Meaning meaning(String key) {
        Meaning xes = XES.get(Wording.key(key));
        if (xes != null) {
            return new Meaning(key, xes.field, xes.rank);
        }
        // Some tools copy a case's attributes onto each of its events.
        String lower = key.toLowerCase(Locale.ROOT);
        boolean ofCase = COPIED.stream().anyMatch(lower::startsWith);
        String field = Fields.ACTIVITY.field(
                ofCase ? key.substring(key.indexOf(lower.charAt(0) == '(' ? ')' : ':') + 1) : key);
        if (field == null) {
            return NONE;
        }
        EventField meant =
                field.equals("step") ? EventField.OTHER_STEP : EventField.valueOf(field.toUpperCase(Locale.ROOT));
        if (ofCase) {
            return OF_CASES.contains(meant) ? new Meaning(key, meant, 3) : NONE;
        }
        return new Meaning(key, meant, 1);
    }
}
