package id.patuh.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether two names mean the same document. A name that offers alternatives ("A atau B") is met by either.
 *
 * <p>Two names are near when the words that carry meaning overlap enough (Jaccard's measure). Words that tell a
 * document's state ("draf", "ditandatangani") must agree: an unsigned letter is not the signed one.
 */
public final class NameMatcher {

    private final double threshold;
    private final Set<String> stateWords;
    private final Set<String> fillerWords;

    /**
     * @param threshold share of common words, 0 to 1, from which names are near
     * @param stateWords words that may not differ; empty where every difference may be a slip
     * @param fillerWords words that carry no meaning of their own
     */
    public NameMatcher(double threshold, Collection<String> stateWords, Collection<String> fillerWords) {
        this.threshold = threshold;
        this.stateWords = Set.copyOf(stateWords);
        this.fillerWords = Set.copyOf(fillerWords);
    }

    /** How well two names agree, best last. */
    public enum Match {
        NONE,
        NEAR,
        NORMALISED,
        EXACT
    }

    /** The best match of a required name, or of one of its alternatives, with a given name. */
    public Match match(String required, String given) {
        Match best = matchWhole(required, given);
        if (best.compareTo(Match.NORMALISED) < 0) {
            for (String alternative : alternatives(required)) {
                Match match = matchWhole(alternative, given);
                if (match.compareTo(best) > 0) {
                    best = match;
                }
            }
        }
        return best;
    }

    /** How much two names have in common, 0 (no word) to 1 (the same words), whatever state they tell. */
    public double similarity(String one, String other) {
        Set<String> a = meaningfulWords(one);
        Set<String> b = meaningfulWords(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return (double) common.size() / (a.size() + b.size() - common.size());
    }

    /** The alternatives that a name offers ("A atau B"); the name itself where it offers none. */
    public static List<String> alternatives(String name) {
        List<String> alternatives = new ArrayList<>();
        for (String part : name.split("\\s+(?i:atau|or)\\s+")) {
            if (!part.isBlank()) {
                alternatives.add(part.strip());
            }
        }
        return alternatives;
    }

    private Match matchWhole(String required, String given) {
        if (required.equals(given)) {
            return Match.EXACT;
        }
        if (Wording.normalise(required).equals(Wording.normalise(given))) {
            return Match.NORMALISED;
        }
        return similarity(required, given) >= threshold && sameState(required, given) ? Match.NEAR : Match.NONE;
    }

    private boolean sameState(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        a.retainAll(stateWords);
        b.retainAll(stateWords);
        return a.equals(b);
    }

    private Set<String> meaningfulWords(String name) {
        Set<String> words = words(name);
        words.removeAll(fillerWords);
        return words;
    }

    private static Set<String> words(String name) {
        return new LinkedHashSet<>(List.of(Wording.normalise(name).split(" ")));
    }
}
