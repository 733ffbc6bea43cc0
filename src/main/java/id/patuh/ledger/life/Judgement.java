package id.patuh.ledger.life;

/** What a run tells of a violation. */
public enum Judgement {
    /** It is there. */
    FOUND,
    /** Its rule was applied, and it is not there. */
    ABSENT,
    /** Its rule lacked a fact, is switched off or is no longer in the rule set. */
    NOT_EVALUATED
}
