package id.patuh.sop.lint;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Words that are probably another word with a letter lost or doubled. */
final class Spelling {

    private static final int LONG_WORD = 8;

    private final Map<String, Integer> counts;
    private final Set<String> lookAlikes;

    /**
     * @param counts how often each word stands in the text
     * @param lookAlikes words that resemble others and are none the less right
     */
    Spelling(Map<String, Integer> counts, Collection<String> lookAlikes) {
        this.counts = Map.copyOf(counts);
        this.lookAlikes = Set.copyOf(lookAlikes);
    }

    /** The word that is meant by one that stands only once; null when it is right. */
    String usual(String word) {
        if (word.length() < LONG_WORD || counts.getOrDefault(word, 0) != 1 || lookAlikes.contains(word)) {
            return null;
        }
        return counts.keySet().stream()
                .filter(other -> other.length() >= LONG_WORD && counts.get(other) > 1 && slips(word, other))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether one word is the other without one of its inner letters. A letter replaced makes too many real words
     * (pengadaan, pengaduan; menetapkan, menerapkan); first and last letters carry prefixes and suffixes.
     */
    static boolean slips(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        if (longer.length() != shorter.length() + 1
                || longer.charAt(0) != shorter.charAt(0)
                || longer.charAt(longer.length() - 1) != shorter.charAt(shorter.length() - 1)) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && longer.charAt(same) == shorter.charAt(same)) {
            same++;
        }
        return longer.substring(same + 1).equals(shorter.substring(same)) && !isSuffixPair(longer, shorter);
    }

    /** "Kumpulkan" and "kumpulan" are one stem with two suffixes. */
    private static boolean isSuffixPair(String longer, String shorter) {
        return longer.endsWith("kan") && shorter.equals(longer.substring(0, longer.length() - 3) + "an");
    }
}
