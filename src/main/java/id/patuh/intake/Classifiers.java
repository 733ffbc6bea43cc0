package id.patuh.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The event classifiers of a log: which attributes, taken together, name an activity. Attributes that tell the
 * transition, the executor or the time name no step and are left out.
 */
final class Classifiers {

    private static final int MAX = 16;
    private static final Pattern KEY = Pattern.compile("'([^']*)'|(\\S+)");

    private final List<int[]> slotsOfEach = new ArrayList<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> keys = new ArrayList<>();

    /** A text that names an event's activity, and where it stands. */
    record Name(String text, String key) {}

    /** Takes a classifier. */
    void add(String definition, EventKeys meanings) {
        List<String> named = KEY.matcher(definition)
                .results()
                .limit(MAX)
                .map(Classifiers::key)
                .filter(key -> names(meanings.ofEvent(key)))
                .toList();
        boolean known = named.isEmpty() || named.equals(List.of(EventKeys.NAME));
        if (!known && slotsOfEach.size() < MAX) {
            slotsOfEach.add(named.stream().mapToInt(this::slotFor).toArray());
        }
    }

    /** Whether they name more than {@code concept:name} does. */
    boolean isEmpty() {
        return slotsOfEach.isEmpty();
    }

    /** How many attributes they use. */
    int size() {
        return keys.size();
    }

    /** The position of an attribute among those used, or -1. */
    int slot(String key) {
        return slots.getOrDefault(key, -1);
    }

    /** What the classifiers call an event: by the first whose attributes it has, then by its single attributes. */
    List<Name> names(String[] values) {
        List<Name> names = new ArrayList<>();
        for (int[] classifier : slotsOfEach) {
            List<Name> parts = new ArrayList<>();
            for (int slot : classifier) {
                if (values != null && values[slot] != null && !values[slot].isBlank()) {
                    parts.add(new Name(values[slot], keys.get(slot)));
                }
            }
            if (parts.size() == classifier.length) {
                if (parts.size() > 1) {
                    names.add(new Name(
                            String.join("+", parts.stream().map(Name::text).toList()),
                            parts.get(0).key()));
                }
                names.addAll(parts);
            }
        }
        return names;
    }

    private int slotFor(String key) {
        return slots.computeIfAbsent(key, k -> {
            keys.add(k);
            return keys.size() - 1;
        });
    }

    private static String key(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static boolean names(EventKeys.Meaning meaning) {
        return meaning == null || meaning.field() == EventField.STEP || meaning.field() == EventField.OTHER_STEP;
    }
}
