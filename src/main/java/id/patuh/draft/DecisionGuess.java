package id.patuh.draft;

import id.patuh.wording.Wording;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Which decision a value of another system means. */
final class DecisionGuess {

    private static final Pattern REVISE =
            Pattern.compile("tidak|belum|revis|perbaik|tolak|reject|deny|denied|kembali|return|not ");
    private static final Pattern APPROVE =
            Pattern.compile("\\b(setuju|disetujui|approved?|accept(ed)?|diterima|oke?|ya|yes)\\b");
    private static final Set<String> NATIVE = Set.of("approve", "setuju", "revise", "perlu perbaikan");
    private static final int MOST = 10;
    private static final int LONGEST = 30;

    private DecisionGuess() {}

    /** The contract's word for it; empty where none can be guessed. */
    static String of(String value) {
        String word = Wording.normalise(value);
        if (REVISE.matcher(word).find()) {
            return "revise";
        }
        return APPROVE.matcher(word).find() ? "approve" : "";
    }

    /** Whether a native log may hold all of the values. */
    static boolean areNative(Collection<String> values) {
        return values.stream().allMatch(v -> NATIVE.contains(Wording.normalise(v)));
    }

    /** Whether the different values of a column are nothing but decisions. */
    static boolean are(Collection<String> values) {
        return !values.isEmpty()
                && values.size() <= MOST
                && values.stream().allMatch(v -> v.length() <= LONGEST && !of(v).isEmpty());
    }
}
