package id.patuh.ledger.followup;

import id.patuh.skm.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Whether the unsur of an item that is done rose in the next survey.
 *
 * @param outcome of all its unsur that can be compared the worst
 * @param reason why they cannot be compared; null where any can, or there is no next survey
 * @param next id of the next survey; null where there is none, or it is not known which
 * @param period what that covers, or null
 * @param run number of the run from which on all that it depends on is known as it is; 0 without a next survey
 * @param unsur each unsur, in the order of the plan; empty where there is nothing to compare
 */
public record Effect(Outcome outcome, Reason reason, String next, Period period, long run, List<OfUnsur> unsur) {

    public Effect {
        unsur = List.copyOf(unsur);
    }

    /**
     * What became of an unsur.
     *
     * @param name its name in the regulation of the survey followed; as written, where that knows none
     * @param before its mean in the survey followed; its index from 25 to 100 where the regulations differ; null where it has none
     * @param after the same in the next survey
     * @param outcome never {@link Outcome#NO_NEXT}
     * @param reason why both cannot be compared; else null
     */
    public record OfUnsur(String name, BigDecimal before, BigDecimal after, Outcome outcome, Reason reason) {}

    /** What became of unsur, the worst first. */
    public enum Outcome {
        FELL,
        UNCHANGED,
        ROSE,
        NOT_COMPARABLE,
        /** There is no next survey yet. */
        NO_NEXT;

        /** The word that users read: {@code not-comparable}. */
        public String word() {
            return Effect.word(this);
        }

        /** Whether what was done did not help. */
        public boolean isNone() {
            return this == FELL || this == UNCHANGED;
        }
    }

    /** Why two surveys cannot be compared. */
    public enum Reason {
        /** The item names no unsur that the survey's regulation knows. */
        UNSUR_UNKNOWN,
        /** The survey followed is not known, or what it covers. */
        SURVEY_UNKNOWN,
        /** Several surveys of one period come next, and do not say the same. */
        SEVERAL_NEXT,
        /** One of both surveys has no grade, as when too few people answered. */
        NOT_GRADED,
        /** The unsur has no mean in one of both surveys. */
        NO_MEAN,
        /** The next survey is under another regulation, which has no unsur of that name. */
        OTHER_UNSUR;

        /** The word that users read: {@code not-graded}. */
        public String word() {
            return Effect.word(this);
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Effect notComparable(Reason reason) {
        return new Effect(Outcome.NOT_COMPARABLE, reason, null, null, 0, List.of());
    }
}
