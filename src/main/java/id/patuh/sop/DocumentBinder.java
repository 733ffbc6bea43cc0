package id.patuh.sop;

import id.patuh.law.Parameters;
import id.patuh.wording.NameMatcher;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the documents that activities name with those that their steps demand, as names are compared on their days. */
final class DocumentBinder {

    private static final int LAWS_REMEMBERED = 100;

    private final LogGaps gaps;
    private final Map<NameRules, NameMatcher> matchers = new HashMap<>();
    private final Memory<Parameters.InForce, NameMatcher> matcherUnder =
            new Memory<>(LAWS_REMEMBERED, law -> matchers.computeIfAbsent(new NameRules(law), NameRules::matcher));

    private record NameRules(BigDecimal threshold, List<String> stateWords, List<String> fillerWords) {

        NameRules(Parameters.InForce law) {
            this(
                    law.decimal("documents/near-similarity"),
                    orEmpty(law.words("documents/state-words")),
                    orEmpty(law.words("documents/filler-words")));
        }

        private static List<String> orEmpty(List<String> words) {
            return words == null ? List.of() : words;
        }

        /** Without a threshold in force no name is near another. */
        NameMatcher matcher() {
            double least = threshold == null ? Double.POSITIVE_INFINITY : threshold.doubleValue();
            return new NameMatcher(least, stateWords, fillerWords);
        }
    }

    DocumentBinder(LogGaps gaps) {
        this.gaps = gaps;
    }

    /** Compares the documents of an activity of a known step. */
    void bind(Activity activity, BoundKind kind, LogTable log) {
        Step step = activity.step;
        if (!step.inputs().isEmpty()) {
            if (log.inputs()) {
                activity.inputMatch = kind.inputs(matcherUnder.of(activity.law));
            } else {
                gaps.note(activity, "log.inputs");
            }
        }
        // What is refused yields no approved document, and what runs has yielded nothing yet.
        boolean yields = activity.isEnded() && activity.record.decision() != ActivityRecord.Outcome.REVISE;
        if (yields && !step.outputs().isEmpty()) {
            if (log.outputs()) {
                activity.outputMatch = kind.outputs(matcherUnder.of(activity.law));
            } else {
                gaps.note(activity, "log.outputs");
            }
        }
    }
}
