package id.patuh.rulebook;

/**
 * A version of the rule set.
 *
 * @param draft what never changes of it
 * @param state what its events have made of it
 */
public record Version(Draft draft, State state) {

    /** Its number. */
    public long id() {
        return draft.id();
    }
}
