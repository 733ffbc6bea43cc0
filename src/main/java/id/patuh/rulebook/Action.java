package id.patuh.rulebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What can be done with a version: in which states, and what state that leads to. */
public enum Action {
    /** Concerns a person, and no version. */
    ROLE_GIVEN(null),
    DRAFTED(State.DRAFT),
    TESTED(State.TESTED, State.DRAFT, State.TESTED),
    FAILED(State.DRAFT, State.DRAFT, State.TESTED),
    PROPOSED(State.PROPOSED, State.TESTED),
    APPROVED(State.APPROVED, State.PROPOSED),
    REJECTED(State.REJECTED, State.DRAFT, State.TESTED, State.PROPOSED, State.APPROVED),
    PUBLISHED(State.PUBLISHED, State.APPROVED),
    ROLLED_BACK(State.PUBLISHED, State.PUBLISHED);

    private final State to;
    private final Set<State> from;

    Action(State to, State... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    State to() {
        return to;
    }

    boolean isAllowedIn(State state) {
        return from.contains(state);
    }

    boolean publishes() {
        return to == State.PUBLISHED;
    }

    /** The action as the database and texts name it: {@code rolled-back}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The action of that name, or null. */
    static Action of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
