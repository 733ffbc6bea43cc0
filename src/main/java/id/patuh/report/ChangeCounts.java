package id.patuh.report;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many violations stay, come, go or change, and in what they change. */
final class ChangeCounts {

    private long same;
    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private final SortedMap<String, Long> fields = new TreeMap<>();

    void addSame() {
        same++;
    }

    /** @param changed in what it changes; empty where it comes or goes */
    void add(Change change, Collection<String> changed) {
        changes.merge(change, 1L, Long::sum);
        changed.forEach(field -> fields.merge(field, 1L, Long::sum));
    }

    /** How many are the same under both. */
    long same() {
        return same;
    }

    long of(Change change) {
        return changes.getOrDefault(change, 0L);
    }

    /** How many change in what. */
    SortedMap<String, Long> fields() {
        return Collections.unmodifiableSortedMap(fields);
    }
}
