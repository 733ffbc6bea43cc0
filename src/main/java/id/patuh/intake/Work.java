package id.patuh.intake;

/** What one or two events of a case make: an activity, unless it turns out to be none. */
final class Work {

    private final LogEvent first;
    private LogEvent last;
    private State state;

    /** How far it has come. */
    enum State {
        /** Begun. */
        OPEN,
        /** Ended. */
        DONE,
        /** Broken off. */
        ABORTED,
        /** It cannot be told which step it is. */
        UNTOLD,
        /** Whether or when it began or ended cannot be told. */
        LOST
    }

    Work(LogEvent first, State state) {
        this.first = first;
        this.state = state;
    }

    LogEvent first() {
        return first;
    }

    /** The event that ended it, where another one began it; else null. */
    LogEvent last() {
        return last;
    }

    State state() {
        return state;
    }

    void end(LogEvent event) {
        last = event;
        state = State.DONE;
    }

    void abort() {
        state = State.ABORTED;
    }

    void lose() {
        state = State.LOST;
    }
}
