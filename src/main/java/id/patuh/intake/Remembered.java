package id.patuh.intake;

import java.util.HashMap;
import java.util.Map;

/** What texts, or several together, mean that were met before: tables repeat few texts a million times. */
final class Remembered<K, T> {

    /** Beyond these, as a hostile file may have, all are forgotten. */
    private static final int MOST = 10_000;

    private final Map<K, T> meanings = new HashMap<>();

    /** What the text means; null where that is not remembered. */
    T of(K text) {
        return meanings.get(text);
    }

    /** Remembers what a text means; gives that back. */
    T put(K text, T meaning) {
        if (meanings.size() == MOST) {
            meanings.clear();
        }
        meanings.put(text, meaning);
        return meaning;
    }
}
