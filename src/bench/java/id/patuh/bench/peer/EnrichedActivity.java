package id.patuh.bench.peer;

/** An activity with everything worked out that rules should not compute, for an engine that judges facts. */
public final class EnrichedActivity {

    public String caseId;
    public int step;
    public int round;
    public boolean lastRound;
    public boolean sopKnown;
    public boolean stepKnown;
    public boolean inForce;
    public boolean ended;
    public boolean reversed;
    public boolean inFuture;
    public long overrun;
    public boolean roleAllowed;
    public boolean inputMissing;
    public boolean outputMissing;
    public boolean drifting;
    public boolean decisionLacking;
    public boolean outOfOrder;
    public boolean ownWorkApproved;
}
