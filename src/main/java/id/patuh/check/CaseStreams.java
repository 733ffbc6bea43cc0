package id.patuh.check;

import id.patuh.ruleset.RuleSet;
import java.util.function.Supplier;

/** Gives a stream for each reading of the input; after one in vain, one that takes nothing for granted. */
final class CaseStreams implements Supplier<CaseStream>, AutoCloseable {

    private final RuleSet ruleSet;
    private final CheckRequest request;
    private final Limits limits;
    private CaseStream last;
    private int given;

    CaseStreams(RuleSet ruleSet, CheckRequest request, Limits limits) {
        this.ruleSet = ruleSet;
        this.request = request;
        this.limits = limits;
    }

    @Override
    public CaseStream get() {
        close();
        last = new CaseStream(ruleSet, request, limits, given++ == 0);
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
