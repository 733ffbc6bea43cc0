package id.patuh.draft;

import id.patuh.mapping.Transition;
import id.patuh.wording.Wording;
import java.util.Set;

/** What a word in a column of transitions does to an activity, also in words that are not of the standard. */
final class TransitionGuess {

    private static final Set<String> START =
            Set.of("started", "begin", "begun", "mulai", "dimulai", "memulai", "activitystarted", "taskstarted");
    private static final Set<String> COMPLETE = Set.of(
            "completed",
            "end",
            "ended",
            "finish",
            "finished",
            "done",
            "selesai",
            "diselesaikan",
            "activitycompleted",
            "taskcompleted");

    private TransitionGuess() {}

    static Transition of(String value) {
        String key = Wording.key(value);
        if (START.contains(key)) {
            return Transition.START;
        }
        return COMPLETE.contains(key) ? Transition.COMPLETE : Transition.of(value);
    }

    /** The word of the standard; empty where none can be guessed. */
    static String word(String value) {
        return switch (of(value)) {
            case START -> "start";
            case COMPLETE -> "complete";
            case UNKNOWN -> "";
            default -> Wording.key(value);
        };
    }

    /** Whether a mapping must say what the value means. */
    static boolean isForeign(String value) {
        return Transition.of(value) == Transition.UNKNOWN;
    }
}
