package id.patuh.sop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a constraint demands of a case: the templates of Declare, and those about persons and time. */
public enum ConstraintKind {
    /** a is done at least {@code count} times. */
    EXISTENCE(1, 1, Option.COUNT),
    /** a is done fewer than {@code count} times. */
    ABSENCE(1, 1, Option.COUNT),
    /** a is done {@code count} times. */
    EXACTLY(1, 1, Option.COUNT),
    /** The case begins with a. */
    INIT(1, 1, Option.NONE),
    /** The case ends with a. */
    END(1, 1, Option.NONE),
    /** Where a is done, b is done, before or after it. */
    RESPONDED_EXISTENCE(2, 2, Option.NONE),
    /** Where one of a and b is done, the other is. */
    CO_EXISTENCE(2, 2, Option.NONE),
    /** Each a is followed by a b. */
    RESPONSE(2, 2, Option.NONE),
    /** Each b is preceded by an a. */
    PRECEDENCE(2, 2, Option.NONE),
    /** Response and precedence. */
    SUCCESSION(2, 2, Option.NONE),
    /** Each a is followed by a b before a is done again. */
    ALTERNATE_RESPONSE(2, 2, Option.NONE),
    /** Each b is preceded by an a, with no other b in between. */
    ALTERNATE_PRECEDENCE(2, 2, Option.NONE),
    /** Alternate response and alternate precedence. */
    ALTERNATE_SUCCESSION(2, 2, Option.NONE),
    /** Directly after each a comes b. */
    CHAIN_RESPONSE(2, 2, Option.NONE),
    /** Directly before each b stands a. */
    CHAIN_PRECEDENCE(2, 2, Option.NONE),
    /** Chain response and chain precedence. */
    CHAIN_SUCCESSION(2, 2, Option.NONE),
    /** a and b are not both done. */
    NOT_CO_EXISTENCE(2, 2, Option.NONE),
    /** No b comes after an a. */
    NOT_SUCCESSION(2, 2, Option.NONE),
    /** No b comes directly after an a. */
    NOT_CHAIN_SUCCESSION(2, 2, Option.NONE),
    /** a or b is done, or both. */
    CHOICE(2, 2, Option.NONE),
    /** Either a or b is done. */
    EXCLUSIVE_CHOICE(2, 2, Option.NONE),
    /** Nobody did both a and b. */
    FOUR_EYES(2, 2, Option.NONE),
    /** All activities of the steps are by one person. */
    SAME_PERSON(1, Integer.MAX_VALUE, Option.NONE),
    /** No two activities of the steps are by the same person. */
    DIFFERENT_PERSONS(1, Integer.MAX_VALUE, Option.NONE),
    /** From the first a to the first b after it no more time passes than the limit. */
    WITHIN(2, 2, Option.LIMIT);

    private enum Option {
        NONE,
        COUNT,
        LIMIT
    }

    private final int fewestSteps;
    private final int mostSteps;
    private final Option option;

    ConstraintKind(int fewestSteps, int mostSteps, Option option) {
        this.fewestSteps = fewestSteps;
        this.mostSteps = mostSteps;
        this.option = option;
    }

    /** The kind that the word names. */
    public static Optional<ConstraintKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }

    /** The words of all kinds. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ConstraintKind::word).toList();
    }

    /** The word that SOP files use: {@code not-co-existence}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The id of the rule that judges it. */
    public String rule() {
        return "constraint-" + word();
    }

    /** Whether a constraint of this kind may name so many steps. */
    public boolean takes(int steps) {
        return steps >= fewestSteps && steps <= mostSteps;
    }

    /** How many steps it takes, for people: {@code 2}, or {@code 1+} for one or more. */
    public String arity() {
        return fewestSteps + (mostSteps > fewestSteps ? "+" : "");
    }

    /** Whether it counts how often a step is done. */
    public boolean isCounted() {
        return option == Option.COUNT;
    }

    /** Whether it limits a time. */
    public boolean isLimited() {
        return option == Option.LIMIT;
    }
}
