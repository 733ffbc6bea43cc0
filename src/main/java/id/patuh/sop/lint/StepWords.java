package id.patuh.sop.lint;

import id.patuh.law.Parameters;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of an SOP's table: approvals, making, spelling. */
final class StepWords {

    private static final int LONG_WORD = 8;
    private static final Pattern REVERSED =
            Pattern.compile("(?i)\\b1\\.\\s*(?:perlu\\s+perbaikan|tidak\\s+setuju|ditolak)\\b.*\\b2\\.");

    private final Set<String> approval;
    private final Set<String> asking;
    private final List<String> making;
    private final Map<String, Integer> counts = new HashMap<>();

    StepWords(Sop sop, Parameters.InForce law) {
        this.approval = new LinkedHashSet<>(orEmpty(law.words("lint/approval-words")));
        this.asking = new LinkedHashSet<>(orEmpty(law.words("lint/asking-words")));
        this.making = orEmpty(law.words("lint/making-words"));
        for (Step step : sop.steps()) {
            for (String word : words(step)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
    }

    List<String> making() {
        return making;
    }

    /** Whether the title speaks of approving, not merely of asking for approval. */
    boolean approves(Step step) {
        String before = "";
        for (String word : Wording.normalise(step.title()).split(" ")) {
            if (approval.contains(word) && !asking.contains(before)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    /** Whether the title offers the refusal before the approval. */
    static boolean reversed(Step step) {
        return REVERSED.matcher(step.title()).find();
    }

    /** A word that stands here alone and differs by one letter from one that stands more often; null when there is none. */
    String misspelt(Step step) {
        for (String word : words(step)) {
            if (word.length() >= LONG_WORD && counts.get(word) == 1 && usual(word) != null) {
                return word;
            }
        }
        return null;
    }

    /** The word that a rare one resembles. */
    String usual(String rare) {
        return counts.keySet().stream()
                .filter(word -> word.length() >= LONG_WORD && counts.get(word) > 1 && oneLetterApart(rare, word))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static String[] words(Step step) {
        return Wording.normalise(
                        step.title() + " " + String.join(" ", step.inputs()) + " " + String.join(" ", step.outputs()))
                .split(" ");
    }

    /** First and last letters carry prefixes and suffixes, which are no slips. */
    private static boolean oneLetterApart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1
                || one.charAt(0) != other.charAt(0)
                || one.charAt(one.length() - 1) != other.charAt(other.length() - 1)) {
            return false;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String restOfOne = one.substring(Math.min(one.length(), same + (one.length() >= other.length() ? 1 : 0)));
        String restOfOther = other.substring(Math.min(other.length(), same + (other.length() >= one.length() ? 1 : 0)));
        return restOfOne.equals(restOfOther);
    }

    private static List<String> orEmpty(List<String> words) {
        return words == null ? List.of() : words;
    }
}
