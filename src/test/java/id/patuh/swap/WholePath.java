package id.patuh.swap;

import id.patuh.engine.RuleCache;
import id.patuh.rulebook.Examination;
import id.patuh.rulebook.Role;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.TestedRuleSet;
import id.patuh.store.Store;
import java.time.Clock;
import java.util.List;

/** The way of a change through the rulebook: draft, tested, proposed, approved by somebody else, published. */
public final class WholePath implements Soak.Road, AutoCloseable {

    private static final String AUTHOR = "ani";
    private static final String APPROVER = "budi";

    private final RuleCache cache;
    private final Store store;
    private final Rulebook rulebook;

    /** @param url of an empty database */
    public WholePath(String url, RuleCache cache) {
        this.cache = cache;
        this.store = Store.open(url);
        this.rulebook = new Rulebook(store, Clock.systemUTC(), cache);
        rulebook.giveRole(AUTHOR, Role.ENGINEER, AUTHOR);
        rulebook.giveRole(APPROVER, Role.MANAGER, AUTHOR);
    }

    @Override
    public TestedRuleSet to(RuleSetContent files) {
        Long latest = rulebook.history().latest().map(Version::id).orElse(null);
        long version = rulebook.draft(files, AUTHOR, "soak", latest).id();
        Examination examination = rulebook.test(version, AUTHOR);
        if (!examination.passed()) {
            throw new IllegalStateException(examination.problems().toString());
        }
        rulebook.propose(version, AUTHOR, "");
        rulebook.approve(version, APPROVER, "");
        rulebook.publish(version, APPROVER, null);
        return TestedRuleSet.of(rulebook.content(version), cache, List.of());
    }

    @Override
    public void close() {
        store.close();
    }
}
