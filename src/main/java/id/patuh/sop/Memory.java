package id.patuh.sop;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers about what a log repeats over and over, each worked out once; forgets them all when they become too many. For one
 * thread.
 */
final class Memory<K, V> {

    /** A power of two. */
    private static final int AT_HAND = 1 << 6;

    private final int most;
    private final Function<K, V> answer;
    private final Map<K, V> answers = new HashMap<>();
    private K latest;
    private V latestAnswer;
    /** Questions by the last bits of their hashes, and their answers. */
    private final Object[] atHand = new Object[AT_HAND];

    private final Object[] answersAtHand = new Object[AT_HAND];

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
        // Readers give the same object for equal cells, and many equal the one before.
        if (question != latest) {
            latestAnswer = recall(question);
            latest = question;
        }
        return latestAnswer;
    }

    @SuppressWarnings("unchecked")
    private V recall(K question) {
        int place = question.hashCode() & AT_HAND - 1;
        if (atHand[place] != question) {
            answersAtHand[place] = find(question);
            atHand[place] = question;
        }
        return (V) answersAtHand[place];
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
