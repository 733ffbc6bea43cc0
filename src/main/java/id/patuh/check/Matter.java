package id.patuh.check;

/** What a check is about. */
public enum Matter {
    /** What was done, held against what binds. */
    CONDUCT,
    /** SOP definitions themselves. */
    DEFINITIONS
}
