package id.patuh.mapping;

import id.patuh.wording.Wording;

/** How values of other systems are compared. */
public final class Values {

    private Values() {}

    /** Case, spaces and punctuation make no difference, unless a value consists of nothing else. */
    public static String key(String value) {
        String normalised = Wording.normalise(value);
        return normalised.isEmpty() && value != null ? value.strip() : normalised;
    }
}
