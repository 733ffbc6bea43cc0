package id.patuh.wording;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds which of many known names a text mentions, as long as that takes no unreasonable time. */
public final class Mentions {

    private static final long MOST_SEARCHED = 20_000_000;

    private final Set<String> known;
    private final Set<Integer> lengths;
    private long searched;

    /** @param known the names; not copied */
    public Mentions(Set<String> known) {
        this.known = known;
        this.lengths = known.stream().map(String::length).collect(Collectors.toSet());
    }

    /**
     * The names that stand in a text; none where it cannot be searched in good time.
     *
     * @param text may be null
     */
    public Set<String> in(String text) {
        Set<String> mentioned = new HashSet<>();
        searched += text == null ? 0 : (long) text.length() * lengths.size();
        if (text != null && searched < MOST_SEARCHED) {
            for (int length : lengths) {
                for (int i = 0; i + length <= text.length(); i++) {
                    String part = text.substring(i, i + length);
                    if (known.contains(part)) {
                        mentioned.add(part);
                    }
                }
            }
        }
        return mentioned;
    }
}
