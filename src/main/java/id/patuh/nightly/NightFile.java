package id.patuh.nightly;

import id.patuh.facts.Taking;
import id.patuh.intake.InputNote;
import java.util.List;
import java.util.Locale;

/**
 * What became of a file that was collected: from the inbox of a night, or handed in by day.
 *
 * @param name as evidence names it; with the folders of the inbox that it stood in
 * @param sha256 of its bytes; null where it could not be opened
 * @param outcome where it went
 * @param activities rows that were read
 * @param rejected rows that could not be read
 * @param added cases that were not known before
 * @param changed known cases that it has fuller facts of
 * @param passedOver cases that the facts known before are fuller of
 * @param partial cases of which it has more, but not all that was known
 * @param shared cases of which the number had cases of other units or SOPs, which stay beside them
 * @param surveys parts of surveys and follow-up reports that it holds
 * @param replaced parts of earlier files that these took the place of
 * @param notes by which mappings of its unit it was read, or why by none; of what was noted by earlier versions none
 */
public record NightFile(
        String name,
        String sha256,
        Outcome outcome,
        long activities,
        long rejected,
        long added,
        long changed,
        long passedOver,
        long partial,
        long shared,
        long surveys,
        long replaced,
        List<InputNote> notes) {

    public NightFile {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** What taking a file came to. */
    public static NightFile of(String name, Taking taking) {
        return new NightFile(
                name,
                taking.read().inputs().get(0).sha256(),
                Outcome.of(taking.outcome()),
                taking.activities(),
                taking.read().rejected().size(),
                taking.added(),
                taking.changed(),
                taking.passedOver().count(),
                taking.partial().count(),
                taking.shared().count(),
                taking.surveys().size(),
                taking.replaced().size(),
                taking.read().inputs().stream()
                        .flatMap(input -> input.notes().stream())
                        .filter(InputNote::tellsOfOwnMapping)
                        .toList());
    }

    /** Why mappings of its unit did not read what they were most likely saved for; none where that is not so. */
    public List<InputNote> unusedMappings() {
        return notes.stream().filter(InputNote::tellsOfUnusedMapping).toList();
    }

    /** Where a file went, and why. */
    public enum Outcome {
        /** To the archive: its facts are stored. */
        TAKEN,
        /** To the archive: the very same file was there before. */
        KNOWN,
        /** To the quarantine: nothing in it could be read. */
        UNREADABLE;

        private static Outcome of(Taking.Outcome outcome) {
            return switch (outcome) {
                case TAKEN -> TAKEN;
                case KNOWN -> KNOWN;
                case WITHOUT_FACTS -> UNREADABLE;
            };
        }

        /** The outcome in the database, JSON and the keys of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
