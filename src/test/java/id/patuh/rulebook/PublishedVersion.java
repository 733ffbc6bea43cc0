package id.patuh.rulebook;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import java.time.Clock;

/** A first version that is in force, without the minute that its examination takes. */
public final class PublishedVersion {

    private PublishedVersion() {}

    /** Drafts some files, and publishes them; both must be engineers. */
    public static void of(Store store, RuleSetContent files, String author, String approver) {
        Rulebook rulebook = new Rulebook(store, Clock.systemUTC(), new StubExaminer());
        long first = rulebook.draft(files, author, "aturan folder", null).id();
        rulebook.test(first, author);
        rulebook.propose(first, author, "");
        rulebook.approve(first, approver, "");
        rulebook.publish(first, approver, null);
    }
}
