package id.patuh.intake;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;

/** Takes the activities of logs as they are read, in the order of the input. */
public interface ActivitySink {

    /**
     * That the sink needs everything once more, from the beginning: what it took for granted of the order turned out to be
     * otherwise.
     */
    final class ReadAgain extends RuntimeException {

        private static final long serialVersionUID = 1;

        public ReadAgain() {
            super(null, null, false, false);
        }
    }

    /** What a sink threw, on its way through readers, which take other exceptions for faults of the file. */
    final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient RuntimeException thrown;

        Failure(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        RuntimeException thrown() {
            return thrown;
        }
    }

    /**
     * Takes a row.
     *
     * @throws ReadAgain see there
     */
    void add(ActivityRecord activity);

    /**
     * Takes note of a row that could not be read.
     *
     * @throws ReadAgain see there
     */
    void lose(LostActivity lost);

    /**
     * Whether a case is known by now whose number is made like this one.
     *
     * @param shape see {@link id.patuh.wording.Wording#shape}
     */
    boolean hasCaseOfShape(String shape);

    /**
     * Everything has been read.
     *
     * @throws ReadAgain see there
     */
    void end(Dataset read);
}
