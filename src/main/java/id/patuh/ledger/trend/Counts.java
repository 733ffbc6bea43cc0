package id.patuh.ledger.trend;

/**
 * How many violations there are, and how they got there.
 *
 * @param open those open at the end of a period
 * @param appeared those found for the first time in the period
 * @param reopened how often one came again in the period
 * @param resolved how often one was no longer there in the period
 * @param notEvaluated those open ones that could not be evaluated at its end
 */
public record Counts(long open, long appeared, long reopened, long resolved, long notEvaluated) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                open + other.open,
                appeared + other.appeared,
                reopened + other.reopened,
                resolved + other.resolved,
                notEvaluated + other.notEvaluated);
    }

    /** What is left at the beginning of the next period. */
    Counts carried() {
        return new Counts(open, 0, 0, 0, notEvaluated);
    }
}
