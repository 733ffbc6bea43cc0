package id.patuh.rulebook;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One event of the history.
 *
 * @param number from 1, without gaps
 * @param draft the version that it is about; null where a role was given
 * @param person who was given a role, or null
 * @param role the role that was given, or null
 * @param action what was done; null where a database that was tampered with names none
 * @param actor who did it
 * @param at when, in microseconds; never before the entry before
 * @param effectiveFrom from when on the version is in force; null where nothing is published
 * @param reportSha256 hash of the report of tests or of the simulation; null where nothing was tested or simulated
 * @param comment why, or empty
 * @param previousHash hash of the entry before; null for the first
 * @param hash over all of the above
 */
public record Entry(
        long number,
        Draft draft,
        String person,
        Role role,
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
                person,
                role,
                action,
                actor,
                at,
                effectiveFrom,
                reportSha256,
                comment,
                previousHash,
                Sha256.of("patuh rulebook 1", hashed()));
    }

    boolean isSealed() {
        return equals(sealed());
    }

    /** Whether it has all that its action needs, and concerns a version, or gives a role to somebody. */
    boolean isWhole() {
        boolean givesRole = action == Action.ROLE_GIVEN;
        return action != null
                && actor != null
                && at != null
                && comment != null
                && (effectiveFrom != null) == action.publishes()
                && (draft == null) == givesRole
                && (person != null) == givesRole
                && (role != null) == givesRole;
    }

    private List<Object> hashed() {
        return Arrays.asList(
                number,
                draft == null ? null : draft.id(),
                draft == null ? null : draft.parent(),
                draft == null ? null : draft.contentSha256(),
                draft == null ? null : draft.codeSha256(),
                draft == null ? null : draft.author(),
                person,
                role == null ? null : role.word(),
                action == null ? null : action.word(),
                actor,
                at,
                effectiveFrom,
                reportSha256,
                comment,
                previousHash);
    }
}
