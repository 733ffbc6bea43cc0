package id.patuh.violation;

/** What was found where there was nothing to be found. */
public enum Lack {
    /** None of several things. */
    NONE,
    /** It never came. */
    NEVER,
    /** It has not ended. */
    RUNNING
}
