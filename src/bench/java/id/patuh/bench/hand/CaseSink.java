package id.patuh.bench.hand;

/** Takes one case after the other. */
@FunctionalInterface
public interface CaseSink {

    /** Judges a case, whose rows are in no order yet; they are gone with the next case. */
    void judge(CaseRows rows);
}
