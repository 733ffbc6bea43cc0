package id.patuh.notice;

import java.time.Duration;

/** What an attempt to deliver a message came to. */
sealed interface Outcome {

    /** It was taken. */
    record Sent() implements Outcome {}

    /**
     * It was surely not taken; another time it may be.
     *
     * @param atLeast for how long it is not to be tried again
     */
    record Deferred(Failure failure, Duration atLeast) implements Outcome {

        static Deferred of(String reason, String detail) {
            return new Deferred(new Failure(reason, detail), Duration.ZERO);
        }
    }

    /** It was surely not taken, and will not be. */
    record Refused(Failure failure) implements Outcome {

        static Refused of(String reason, String detail) {
            return new Refused(new Failure(reason, detail));
        }
    }

    /** Nobody knows. */
    record Doubtful(Failure failure) implements Outcome {}

    /** Whoever tried has no say in it: somebody else has it by now, or will when the lease ends. */
    record Lost() implements Outcome {}
}
