package id.patuh.rulebook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One event of the history.
 *
 * @param number from 1, without gaps
 * @param draft the version that it is about
 * @param action what was done; null where a database that was tampered with names none
 * @param actor who did it
 * @param at when, in microseconds; never before the entry before
 * @param effectiveFrom from when on the version is in force; null where nothing is published
 * @param reportSha256 hash of the tests' report; null where nothing was tested
 * @param comment why, or empty
 * @param previousHash hash of the entry before; null for the first
 * @param hash over all of the above
 */
public record Entry(
        long number,
        Draft draft,
        Action action,
        String actor,
        Instant at,
        Instant effectiveFrom,
        String reportSha256,
        String comment,
        String previousHash,
        String hash) {

    /** This entry with the hash that its other values have. */
    Entry sealed() {
        return new Entry(
                number,
                draft,
                action,
                actor,
                at,
                effectiveFrom,
                reportSha256,
                comment,
                previousHash,
                Sha256.of(hashed()));
    }

    boolean isSealed() {
        return equals(sealed());
    }

    /** Every value with its length before it, so that nothing can pass from one to the next. */
    private byte[] hashed() {
        StringBuilder text = new StringBuilder("patuh rulebook 1\n");
        for (Object value : Arrays.asList(
                number,
                draft.id(),
                draft.parent(),
                draft.contentSha256(),
                draft.author(),
                action == null ? null : action.word(),
                actor,
                at,
                effectiveFrom,
                reportSha256,
                comment,
                previousHash)) {
            String written = Objects.toString(value, "");
            text.append(value == null ? -1 : written.length()).append(':').append(written);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
