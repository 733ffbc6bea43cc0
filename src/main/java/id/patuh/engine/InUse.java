package id.patuh.engine;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Things that are shared by their names for as long as somebody uses them. Two threads that ask for the same thing at the
 * same moment may each make it.
 */
final class InUse<T> {

    private final Map<String, WeakReference<T>> byName = new ConcurrentHashMap<>();

    /** The thing of that name that is in use, else the one that is made; null if that gives null. */
    T get(String name, Supplier<T> made) {
        WeakReference<T> used = byName.get(name);
        T thing = used == null ? null : used.get();
        if (thing == null) {
            thing = made.get();
            byName.values().removeIf(other -> other.refersTo(null));
            if (thing != null) {
                byName.put(name, new WeakReference<>(thing));
            }
        }
        return thing;
    }
}
