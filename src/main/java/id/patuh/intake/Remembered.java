package id.patuh.intake;

/**
 * What texts met lately mean. Logs repeat few texts a million times; of a hostile file, in which all differ, the older ones
 * are forgotten.
 */
final class Remembered<T> {

    private static final int SIZE = 1 << 12;

    private final String[] texts = new String[SIZE];
    private final Object[] meanings = new Object[SIZE];

    /** What the text means; null where that is not remembered. */
    @SuppressWarnings("unchecked")
    T of(String text) {
        int slot = slot(text);
        return text.equals(texts[slot]) ? (T) meanings[slot] : null;
    }

    /** Remembers what a text means; gives that back. */
    T put(String text, T meaning) {
        int slot = slot(text);
        texts[slot] = text;
        meanings[slot] = meaning;
        return meaning;
    }

    private static int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 12) & SIZE - 1;
    }
}
