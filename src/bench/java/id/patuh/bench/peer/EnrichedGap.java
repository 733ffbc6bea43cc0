package id.patuh.bench.peer;

/** A mandatory step that a case lacks. */
public final class EnrichedGap {

    public String caseId;
    public int step;
    public boolean passed;
}
