package id.patuh.ruleset;

import java.util.List;
import java.util.Set;

/**
 * What the files of a folder of the rule set hold.
 *
 * @param entries the files that could be made sense of
 * @param broken ids of what the other files hold. They were complained of once; what needs them is not complained of too
 */
record Folder<T>(List<Entry<T>> entries, Set<String> broken) {

    /** A file with what it holds. */
    record Entry<T>(YamlFile file, T value) {}

    List<T> values() {
        return entries.stream().map(Entry::value).toList();
    }

    boolean isBroken(String id) {
        return broken.contains(id);
    }
}
