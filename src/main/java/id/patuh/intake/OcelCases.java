package id.patuh.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The objects of an OCEL log, and which of them are its cases. */
final class OcelCases {

    private static final int TYPES_NAMED = 20;

    private final EventKeys keys;
    private final Map<String, Thing> objects = new HashMap<>();
    private final Set<String> types = new TreeSet<>();
    private Set<String> candidates;
    private String caseType;

    /** An object: its type, and what its attributes say of a case; null when nothing. */
    private record Thing(String type, Attributes attributes) {}

    OcelCases(EventKeys keys) {
        this.keys = keys;
    }

    /** Takes an object. */
    void add(JsonTree.Members object) {
        String id = text(object.get("id"));
        String type = text(object.get("type"));
        if (id == null || type == null) {
            return;
        }
        Attributes attributes = null;
        for (JsonTree.Members attribute : members(object.get("attributes"))) {
            String name = text(attribute.get("name"));
            EventKeys.Meaning meaning = name == null ? null : keys.ofTrace(name);
            if (meaning != null && meaning.field() != EventField.CASE) {
                attributes = attributes == null ? new Attributes() : attributes;
                // Later values of an attribute that changes over time are passed over.
                attributes.put(meaning, text(attribute.get("value")), null);
            }
        }
        objects.putIfAbsent(id, new Thing(type, attributes));
        types.add(type);
    }

    /** Narrows down which type the cases are of: every event relates to exactly one of them. */
    void narrow(JsonTree.Members event) {
        Set<String> related = related(event);
        if (related.isEmpty() || !objects.keySet().containsAll(related)) {
            return;
        }
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (String id : related) {
            String type = objects.get(id).type;
            if (!once.add(type)) {
                twice.add(type);
            }
        }
        once.removeAll(twice);
        if (candidates == null) {
            candidates = new TreeSet<>(once);
        } else {
            candidates.retainAll(once);
        }
    }

    /** Whether no event tells anything of its case. */
    boolean isUntold() {
        return candidates == null;
    }

    /** Decides on the type of the cases; where several would do, on the one that is called a case. */
    void decide() throws Unreadable {
        if (candidates == null || candidates.isEmpty()) {
            throw new Unreadable("case-type-none", "types", named(types));
        }
        List<String> called = candidates.stream()
                .filter(type -> "case".equals(Fields.ACTIVITY.field(type)))
                .toList();
        Collection<String> left = called.isEmpty() ? candidates : called;
        if (left.size() > 1) {
            throw new Unreadable("case-type-several", "types", named(left));
        }
        caseType = left.iterator().next();
    }

    /** The first object that an event relates to and that is not among the objects; null when there is none. */
    String unknown(JsonTree.Members event) {
        return related(event).stream()
                .filter(id -> !objects.containsKey(id))
                .findFirst()
                .orElse(null);
    }

    /** The case that an event belongs to, or null. */
    String caseOf(JsonTree.Members event) {
        return related(event).stream()
                .filter(id -> objects.containsKey(id) && objects.get(id).type.equals(caseType))
                .findFirst()
                .orElse(null);
    }

    /** What is known of a case. */
    Attributes attributes(String caseId) {
        Attributes attributes = new Attributes();
        attributes.put(new EventKeys.Meaning(caseType, EventField.CASE, 0), caseId, null);
        Attributes own = objects.get(caseId).attributes;
        for (EventField field : new EventField[] {EventField.SOP, EventField.UNIT, EventField.NOTE}) {
            if (own != null && own.text(field) != null) {
                attributes.put(new EventKeys.Meaning(own.key(field), field, own.rank(field)), own.text(field), null);
            }
        }
        return attributes;
    }

    /** The text of a value; null where it is none. */
    static String text(Object value) {
        return value instanceof JsonTree.Scalar scalar ? scalar.text() : null;
    }

    /** The objects in a list. */
    static List<JsonTree.Members> members(Object value) {
        List<JsonTree.Members> members = new ArrayList<>();
        if (value instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof JsonTree.Members object) {
                    members.add(object);
                }
            }
        }
        return members;
    }

    private static Set<String> related(JsonTree.Members event) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonTree.Members relationship : members(event.get("relationships"))) {
            String id = text(relationship.get("objectid"));
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static String named(Collection<String> types) {
        return String.join(", ", types.stream().limit(TYPES_NAMED).toList());
    }
}
