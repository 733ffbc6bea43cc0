package id.patuh.sop;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers about what a log repeats over and over, each worked out once; forgets them all when they become too many. For one
 * thread.
 */
final class Memory<K, V> {

    private final int most;
    private final Function<K, V> answer;
    private final Map<K, V> answers = new HashMap<>();
    private K latest;
    private V latestAnswer;

    /**
     * @param most how many answers are kept
     * @param answer gives null where there is none
     */
    Memory(int most, Function<K, V> answer) {
        this.most = most;
        this.answer = answer;
    }

    /** @param question never null */
    V of(K question) {
        // Readers give the same object for equal cells, and most cells equal the one before.
        if (question != latest) {
            latestAnswer = find(question);
            latest = question;
        }
        return latestAnswer;
    }

    private V find(K question) {
        V known = answers.get(question);
        if (known != null || answers.containsKey(question)) {
            return known;
        }
        if (answers.size() >= most) {
            answers.clear();
        }
        V found = answer.apply(question);
        answers.put(question, found);
        return found;
    }
}
