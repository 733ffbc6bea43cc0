package id.patuh.facts;

import id.patuh.intake.Dataset;
import java.util.List;

/**
 * What taking a file came to.
 *
 * @param outcome whether it was taken
 * @param activities rows that were read
 * @param added cases that were not known before
 * @param changed known cases that this log has other facts of; these count now
 * @param unchanged cases that were known so already
 * @param passedOver cases of which this log has nothing that was not known, but less: an older export, or one of a part. The
 *     facts known before still count
 * @param doubted those of them of which a row could not be read: what the facts known before lack may stand there
 * @param partial cases of which this log has more, but not all that was known; its facts count now
 * @param shared cases of which this log has the number, but says nothing: of another unit, or SOP. They stay beside its own
 * @param surveys what it holds of surveys and follow-up reports; all of it counts now
 * @param replaced what of earlier files this took the place of
 * @param read everything else that was found in the file. Whoever took it closes {@link Dataset#rejected}
 */
public record Taking(
        Outcome outcome,
        long activities,
        long added,
        long changed,
        long unchanged,
        Cases passedOver,
        Cases doubted,
        Cases partial,
        Cases shared,
        List<SurveyPart> surveys,
        List<SurveyPart> replaced,
        Dataset read) {

    /**
     * Some of the cases.
     *
     * @param count how many
     * @param first numbers of the first of them
     */
    public record Cases(long count, List<String> first) {

        static final Cases NONE = new Cases(0, List.of());

        public Cases {
            first = List.copyOf(first);
        }
    }

    /** What became of the file. */
    public enum Outcome {
        /** All that it holds is stored now. */
        TAKEN,
        /** The scope had the very same file already; nothing changed. */
        KNOWN,
        /** There is nothing in it that could be read; but what is lost may cast doubt on what is known. */
        WITHOUT_FACTS
    }

    public Taking {
        surveys = List.copyOf(surveys);
        replaced = List.copyOf(replaced);
    }

    static Taking of(Outcome outcome, Dataset read) {
        return new Taking(
                outcome, 0, 0, 0, 0, Cases.NONE, Cases.NONE, Cases.NONE, Cases.NONE, List.of(), List.of(), read);
    }
}
