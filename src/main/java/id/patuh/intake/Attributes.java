package id.patuh.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The attributes of a log, a trace or an event that mean something. */
class Attributes {

    private final String[] texts = new String[EventField.COUNT];
    private final EventKeys.Meaning[] meanings = new EventKeys.Meaning[EventField.COUNT];
    private Map<EventField, List<String>> lists;
    private boolean contradicts;

    /**
     * Takes an attribute.
     *
     * @param items the items where it is a list by itself, else null
     * @return the key of an attribute of the same meaning that says something else, so that one of them is not read; null
     *     when there is none
     */
    String put(EventKeys.Meaning meaning, String text, List<String> items) {
        int at = meaning.field().ordinal();
        if (text == null || text.isBlank()) {
            return null;
        }
        if (texts[at] == null || meaning.rank() < meanings[at].rank()) {
            texts[at] = text;
            meanings[at] = meaning;
            list(meaning.field(), items);
            return null;
        }
        return meaning.rank() > meanings[at].rank() || text.equals(texts[at]) ? null : meanings[at].key();
    }

    /** What an attribute says, or null. */
    String text(EventField field) {
        return texts[field.ordinal()];
    }

    /** What the file holds where {@link #text} is what that is said to mean. */
    String written(EventField field) {
        return text(field);
    }

    /** The attribute's key as the file spells it, or null. */
    String key(EventField field) {
        EventKeys.Meaning meaning = meanings[field.ordinal()];
        return meaning == null ? null : meaning.key();
    }

    /** How good the attribute's key is; the lower the better. */
    int rank(EventField field) {
        EventKeys.Meaning meaning = meanings[field.ordinal()];
        return meaning == null ? Integer.MAX_VALUE : meaning.rank();
    }

    /** The items of an attribute that is a list by itself, else null. */
    List<String> items(EventField field) {
        return lists == null ? null : lists.get(field);
    }

    /** Notes that an attribute stands there twice and says different things. */
    void contradict() {
        contradicts = true;
    }

    boolean contradicts() {
        return contradicts;
    }

    private void list(EventField field, List<String> items) {
        if (items != null) {
            if (lists == null) {
                lists = new EnumMap<>(EventField.class);
            }
            lists.put(field, items);
        } else if (lists != null) {
            lists.remove(field);
        }
    }
}
