package id.patuh.sop.lint;

import id.patuh.law.Parameters;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of an SOP's table: approvals, options, brackets, spelling. Without the lists it looks for, it finds nothing. */
final class StepWords {

    static final List<String> APPROVAL = List.of("lint/approval-words", "lint/asking-words", "documents/filler-words");
    static final String LOOK_ALIKES = "lint/look-alike-words";

    private static final Pattern REVERSED = Pattern.compile(
            "(?i)\\b(?:1|a)[.)]\\s*(?:perlu\\s+perbaikan|tidak\\s+(?:di)?setuju\\w*|ditolak)\\b.*\\b(?:2|b)[.)]");

    /** "1)" and "b)" at the beginning of an option open no bracket. */
    private static final Pattern OPTION = Pattern.compile("(?:^|[\\s;,:])(?:\\d{1,2}|\\p{L})$");

    private final List<String> approval;
    private final List<String> asking;
    private final List<String> fillers;
    private final Spelling spelling;

    StepWords(Sop sop, Parameters.InForce law) {
        this.approval = law.words("lint/approval-words");
        this.asking = law.words("lint/asking-words");
        this.fillers = law.words("documents/filler-words");
        List<String> lookAlikes = law.words(LOOK_ALIKES);
        Map<String, Integer> counts = new HashMap<>();
        sop.steps().stream().map(StepWords::words).flatMap(List::stream).forEach(w -> counts.merge(w, 1, Integer::sum));
        this.spelling = lookAlikes == null ? null : new Spelling(counts, lookAlikes);
    }

    /**
     * Whether the title speaks of approving, not merely of asking for approval or of an approval already given. What is
     * asked for reaches over joining words to the next noun ("meminta koreksi dan persetujuan"), but not to another verb
     * ("menerima dan menandatangani").
     */
    boolean approves(Step step) {
        if (approval == null || asking == null || fillers == null) {
            return false;
        }
        String before = "";
        boolean asked = false;
        for (String word : Wording.normalise(step.title()).split(" ")) {
            boolean verb = word.startsWith("me");
            if (asking.contains(word)) {
                asked = true;
            } else if (approval.contains(word)) {
                if (!(verb ? asking.contains(before) : asked)) {
                    return true;
                }
            } else if (!fillers.contains(word)) {
                asked = false;
            }
            before = word;
        }
        return false;
    }

    /** Whether the title offers the refusal before the approval. */
    static boolean reversed(Step step) {
        return REVERSED.matcher(step.title()).find();
    }

    /** Whether brackets open and close in pairs. */
    static boolean balanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                open++;
            } else if (text.charAt(i) == ')') {
                if (open > 0) {
                    open--;
                } else if (!OPTION.matcher(text.substring(0, i)).find()) {
                    return false;
                }
            }
        }
        return open == 0;
    }

    /** A word that looks misspelt; null when there is none. */
    String misspelt(Step step) {
        return spelling == null
                ? null
                : words(step).stream()
                        .filter(word -> spelling.usual(word) != null)
                        .findFirst()
                        .orElse(null);
    }

    /** The word that a misspelt one means. */
    String usual(String misspelt) {
        return misspelt == null ? null : spelling.usual(misspelt);
    }

    private static List<String> words(Step step) {
        return Arrays.asList(Wording.normalise(
                        step.title() + " " + String.join(" ", step.inputs()) + " " + String.join(" ", step.outputs()))
                .split(" "));
    }
}
