package id.patuh.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The templates of Declare as regular expressions over a trace of letters, after Di Ciccio and Mecella, and which
 * positions of a trace break them, as regular expressions over what stands before and after a position.
 */
final class DeclareOracle {

    private static final int LONGEST_CONTINUATION = 3;
    private static final List<String> CONTINUATIONS = continuations();
    private static final Map<String, Pattern> PATTERNS = new HashMap<>();
    /** Short traces repeat, and trying every continuation takes long. */
    private static final Map<String, Optional<Set<Integer>>> FOR_GOOD = new HashMap<>();

    private DeclareOracle() {}

    /** Positions that break the constraint; null where the trace keeps it. */
    static Set<Integer> broken(String id, String trace) {
        String kind = id.replaceFirst(":.*", "");
        int count = id.contains(":") ? Integer.parseInt(id.replaceFirst(".*:", "")) : 1;
        if (matches(trace, regex(kind, count))) {
            return null;
        }
        Set<Integer> positions = new TreeSet<>();
        for (int i = 0; i < trace.length(); i++) {
            if (breaks(kind, count, trace.length(), trace.substring(0, i), trace.charAt(i), trace.substring(i + 1))) {
                positions.add(i);
            }
        }
        // What was never done stands nowhere: the case is shown by its first row.
        return positions.isEmpty() ? Set.of(0) : positions;
    }

    /** Positions that break the constraint however the trace goes on; null where some continuation keeps it. */
    static Set<Integer> brokenForGood(String id, String trace) {
        return FOR_GOOD.computeIfAbsent(id + " " + trace, asked -> Optional.ofNullable(continued(id, trace)))
                .orElse(null);
    }

    private static Set<Integer> continued(String id, String trace) {
        Set<Integer> positions = null;
        for (String continuation : CONTINUATIONS) {
            Set<Integer> broken = broken(id, trace + continuation);
            if (broken == null) {
                return null;
            }
            if (positions == null) {
                positions = new TreeSet<>(broken);
            }
            positions.retainAll(broken);
        }
        return positions;
    }

    private static String regex(String kind, int n) {
        return switch (kind) {
            case "existence" -> "[^a]*(a[^a]*){%d,}".formatted(n);
            case "absence" -> "[^a]*(a[^a]*){0,%d}".formatted(n - 1);
            case "exactly" -> "[^a]*(a[^a]*){%d}".formatted(n);
            case "init" -> "a.*";
            case "end" -> ".*a";
            case "responded-existence" -> "[^a]*((a.*b.*)|(b.*a.*))*[^a]*";
            case "co-existence" -> "[^ab]*((a.*b.*)|(b.*a.*))*[^ab]*";
            case "response" -> "[^a]*(a.*b)*[^a]*";
            case "precedence" -> "[^b]*(a.*b)*[^b]*";
            case "succession" -> "[^ab]*(a.*b)*[^ab]*";
            case "alternate-response" -> "[^a]*(a[^a]*b[^a]*)*[^a]*";
            case "alternate-precedence" -> "[^b]*(a[^b]*b[^b]*)*[^b]*";
            case "alternate-succession" -> "[^ab]*(a[^ab]*b[^ab]*)*[^ab]*";
            case "chain-response" -> "[^a]*(ab[^a]*)*[^a]*";
            case "chain-precedence" -> "[^b]*(ab[^b]*)*[^b]*";
            case "chain-succession" -> "[^ab]*(ab[^ab]*)*[^ab]*";
            case "not-co-existence" -> "[^ab]*((a[^b]*)|(b[^a]*))?";
            case "not-succession" -> "[^a]*(a[^b]*)*[^ab]*";
            case "not-chain-succession" -> "[^a]*(aa*[^ab][^a]*)*([^a]*|a+)";
            case "choice" -> "[^ab]*[ab].*";
            case "exclusive-choice" -> "([^b]*a[^b]*)|([^a]*b[^a]*)";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static boolean breaks(String kind, int n, int length, String before, char at, String after) {
        boolean a = at == 'a';
        boolean b = at == 'b';
        return switch (kind) {
            case "existence" -> a;
            case "absence" -> a && matches(before, "[^a]*(a[^a]*){%d,}".formatted(n - 1));
            case "exactly" ->
                a
                        && (matches(before + at + after, "[^a]*(a[^a]*){0,%d}".formatted(n - 1))
                                || matches(before, "[^a]*(a[^a]*){%d,}".formatted(n)));
            case "init" -> before.isEmpty();
            case "end" -> before.length() == length - 1;
            case "responded-existence" -> a;
            case "co-existence", "not-co-existence", "exclusive-choice" -> a || b;
            case "response" -> a && matches(after, "[^b]*");
            case "precedence" -> b && matches(before, "[^a]*");
            case "alternate-response" -> a && matches(after, "[^ab]*(a.*)?");
            case "alternate-precedence" -> b && matches(before, "(.*b)?[^ab]*");
            case "chain-response" -> a && !matches(after, "b.*");
            case "chain-precedence" -> b && !matches(before, ".*a");
            case "not-succession" -> a && matches(after, ".*b.*") || b && matches(before, ".*a.*");
            case "not-chain-succession" -> a && matches(after, "b.*") || b && matches(before, ".*a");
            case "succession", "alternate-succession", "chain-succession" ->
                breaks(kind.replace("succession", "response"), n, length, before, at, after)
                        || breaks(kind.replace("succession", "precedence"), n, length, before, at, after);
            case "choice" -> false;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static boolean matches(String text, String regex) {
        return PATTERNS.computeIfAbsent(regex, Pattern::compile).matcher(text).matches();
    }

    private static List<String> continuations() {
        List<String> all = new ArrayList<>(List.of(""));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).length() < LONGEST_CONTINUATION) {
                for (char letter : "abc".toCharArray()) {
                    all.add(all.get(i) + letter);
                }
            }
        }
        return all;
    }
}
