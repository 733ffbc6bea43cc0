package id.patuh.law;

/** Which time a limit counts. */
public enum Clock {
    /** Working time of a working calendar: office hours of working days. */
    WORKING,
    /** Time as it passes, nights and holidays included. */
    ELAPSED
}
