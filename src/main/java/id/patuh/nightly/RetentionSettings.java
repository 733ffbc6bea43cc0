package id.patuh.nightly;

import java.time.Duration;

/**
 * For how long raw facts are kept.
 *
 * @param personal names of persons in cases that are over, files in archive and quarantine, words of violations that were
 *     resolved and of messages that were not delivered; null for ever
 * @param facts rows of cases that are over, surveys and follow-up reports that are judged for good; not shorter than that;
 *     null for ever
 */
public record RetentionSettings(Duration personal, Duration facts) {

    /** Everything is kept for ever. */
    public static final RetentionSettings NONE = new RetentionSettings(null, null);
}
