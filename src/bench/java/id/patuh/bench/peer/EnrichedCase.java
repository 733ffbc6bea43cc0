package id.patuh.bench.peer;

/** A case as a whole. */
public final class EnrichedCase {

    public String caseId;
    public boolean sopKnown;
}
