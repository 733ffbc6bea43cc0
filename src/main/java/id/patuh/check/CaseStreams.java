package id.patuh.check;

import id.patuh.ruleset.RuleSet;
import java.util.function.Supplier;

/**
 * Gives a stream for each reading of the input; after one in vain, one that takes nothing for granted. That something else
 * demanded to read again says nothing of the log.
 */
final class CaseStreams implements Supplier<CaseStream>, AutoCloseable {

    private final RuleSet ruleSet;
    private final CheckRequest request;
    private CaseStream last;
    private boolean mayStream = true;

    CaseStreams(RuleSet ruleSet, CheckRequest request) {
        this.ruleSet = ruleSet;
        this.request = request;
    }

    @Override
    public CaseStream get() {
        if (last != null) {
            mayStream &= !last.wasInVain();
            last.discard();
        }
        last = new CaseStream(ruleSet, request, mayStream);
        return last;
    }

    /** The one that took all. */
    CaseStream last() {
        return last;
    }

    @Override
    public void close() {
        if (last != null) {
            last.close();
        }
    }
}
