package id.patuh.facts;

import id.patuh.intake.Dataset;
import java.util.List;

/**
 * What taking a file came to.
 *
 * @param outcome whether it was taken
 * @param activities rows that were read
 * @param added cases that were not known before
 * @param changed known cases that this log has fuller facts of; these count now
 * @param unchanged cases that were known so already
 * @param passedOver cases that the facts known before are fuller of; these still count
 * @param partial cases of which the facts that count lack a row that the other ones have: an export shows only part of them
 * @param partialCases numbers of the first of these
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
        long passedOver,
        long partial,
        List<String> partialCases,
        List<SurveyPart> surveys,
        List<SurveyPart> replaced,
        Dataset read) {

    /** What became of the file. */
    public enum Outcome {
        /** All that it holds is stored now. */
        TAKEN,
        /** The scope had the very same file already; nothing changed. */
        KNOWN,
        /** There is nothing in it that could be read; nothing changed. */
        WITHOUT_FACTS
    }

    public Taking {
        partialCases = List.copyOf(partialCases);
        surveys = List.copyOf(surveys);
        replaced = List.copyOf(replaced);
    }

    static Taking of(Outcome outcome, Dataset read) {
        return new Taking(outcome, 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), read);
    }
}
