package id.patuh.rulebook;

/**
 * What looking through the rulebook found.
 *
 * @param entries how many entries fit, from the first on
 * @param head hash of the last of these; null where there is none. Kept elsewhere, it shows later that nothing up to it was
 *     changed or cut off
 * @param problem what does not fit first; null where all does
 */
public record Verification(int entries, String head, Problem problem) {

    /** Whether nothing was found amiss. */
    public boolean isSound() {
        return problem == null;
    }
}
