package id.patuh.ledger.life;

/**
 * A violation's life, in the numbers of runs of its scope. A run that does not judge it anew had the same result as the one
 * before, so that a run's number and these values tell its state.
 *
 * @param opened the run that found it, for the first time or again
 * @param openedAs {@link State#NEW} or {@link State#REOPENED}
 * @param resolved the run that no longer found it; null while it is open
 * @param unevaluated the first of the runs, up to now, that could not evaluate it; null where the last one could, or it is
 *     resolved
 */
record Life(long opened, State openedAs, Long resolved, Long unevaluated) {

    /**
     * What a judgement changes; null where it changes nothing.
     *
     * @param life null where the violation was never found
     */
    static Change change(Life life, Judgement judgement) {
        if (life == null) {
            return judgement == Judgement.FOUND ? Change.NEW : null;
        }
        if (life.resolved != null) {
            return judgement == Judgement.FOUND ? Change.REOPENED : null;
        }
        return switch (judgement) {
            case FOUND -> life.unevaluated == null ? null : Change.EVALUATED;
            case ABSENT -> Change.RESOLVED;
            case NOT_EVALUATED -> life.unevaluated == null ? Change.NOT_EVALUATED : null;
        };
    }

    /**
     * The life after a change.
     *
     * @param life null where the violation was never found
     * @param run the run that changed it
     */
    static Life after(Life life, Change change, long run) {
        return switch (change) {
            case NEW -> new Life(run, State.NEW, null, null);
            case REOPENED -> new Life(run, State.REOPENED, null, null);
            case RESOLVED -> new Life(life.opened, life.openedAs, run, null);
            case NOT_EVALUATED -> new Life(life.opened, life.openedAs, null, run);
            case EVALUATED -> new Life(life.opened, life.openedAs, null, null);
            case SEVERITY -> life;
        };
    }

    /** The state after a run, of which this is the life. */
    State state(long run) {
        if (resolved != null) {
            return State.RESOLVED;
        }
        boolean neverSeenAgain = run == opened || unevaluated != null && unevaluated == opened + 1;
        return neverSeenAgain ? openedAs : State.PERSISTING;
    }
}
