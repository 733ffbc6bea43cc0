package id.patuh.submission;

import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.RuleSource;
import id.patuh.rulebook.RuleSetTables;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rule sets that results were made by, as they were. */
public final class KeptRules {

    private final Store store;
    private final RuleSource rules;

    public KeptRules(Store store, RuleSource rules) {
        this.store = store;
        this.rules = rules;
    }

    /**
     * The one that a result was made by.
     *
     * @throws SubmissionException if it is not as it was
     */
    public AppliedRules of(KeptContent result) {
        return of(result.head().ruleSet().sha256());
    }

    /**
     * The one with a hash.
     *
     * @throws SubmissionException if it is not as it was
     */
    public AppliedRules of(String sha256) {
        List<String> altered = new ArrayList<>();
        RuleSetContent files = store.read(transaction -> new RuleSetTables(transaction).content(sha256, altered));
        if (!altered.isEmpty() || !files.sha256().equals(sha256)) {
            throw new SubmissionException("submission-rules-altered", Map.of());
        }
        return rules.read(files);
    }
}
