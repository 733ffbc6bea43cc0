package id.patuh.intake;

import java.util.HashMap;
import java.util.Map;

/** What texts mean that were met before: logs repeat few texts a million times. */
final class Remembered<T> {

    /** Beyond these, as a hostile file may have, all are forgotten. */
    private static final int MOST = 10_000;

    private final Map<String, T> meanings = new HashMap<>();

    /** What the text means; null where that is not remembered. */
    T of(String text) {
        return meanings.get(text);
    }

    /** Remembers what a text means; gives that back. */
    T put(String text, T meaning) {
        if (meanings.size() == MOST) {
            meanings.clear();
        }
        meanings.put(text, meaning);
        return meaning;
    }
}
