package id.patuh.bench.peer;

/** A case as a whole; the steps never done although a later one was, as bits by position, make facts of their own. */
public final class EnrichedCase {

    public String caseId;
    public boolean sopKnown;
}
