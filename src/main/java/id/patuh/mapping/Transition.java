package id.patuh.mapping;

import id.patuh.wording.Wording;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a step of an activity's life cycle does to the work. */
public enum Transition {
    /** Begins it. */
    START,
    /** Ends it. */
    COMPLETE,
    /** Breaks the work off without a result. */
    ABORT,
    /** Neither begins nor ends it: it is planned, handed over, paused or not done at all. */
    PASS,
    /** Nobody knows. */
    UNKNOWN;

    /** The standard life cycle of XES (IEEE 1849). */
    private static final Map<String, Transition> STANDARD = Map.ofEntries(
            Map.entry("start", START),
            Map.entry("complete", COMPLETE),
            Map.entry("ateabort", ABORT),
            Map.entry("piabort", ABORT),
            Map.entry("schedule", PASS),
            Map.entry("assign", PASS),
            Map.entry("reassign", PASS),
            Map.entry("withdraw", PASS),
            Map.entry("suspend", PASS),
            Map.entry("resume", PASS),
            Map.entry("autoskip", PASS),
            Map.entry("manualskip", PASS));

    /** The words of the standard life cycle. */
    public static Set<String> words() {
        return new TreeSet<>(STANDARD.keySet());
    }

    /** @param word as the log has it; null means {@link #COMPLETE} */
    public static Transition of(String word) {
        return word == null ? COMPLETE : STANDARD.getOrDefault(Wording.key(word), UNKNOWN);
    }
}
