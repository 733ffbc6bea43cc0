package id.patuh.engine;

import id.patuh.engine.guard.JoinLimit;

/**
 * What the joins of one check may cost in all, in proportion to its facts: however many sessions the facts are judged in, and
 * though each of these stays within its own limit, no rule makes a check hundreds of times as slow. Shared by the threads
 * of a check.
 */
public final class JoinBudget {

    /** Twice as many as where each fact is compared with a thousand others: about 100 microseconds. */
    private static final long PAIRS_PER_FACT = 2_000;

    /** Each may become a violation, and a check of a million facts is to end before the disk is full. */
    private static final long MATCHES_PER_FACT = 50;

    private long facts;
    private long pairs;
    private long matches;

    /** Takes what a session cost, which one session alone may always cost. */
    synchronized void spend(int sessionFacts, JoinLimit session) {
        facts += sessionFacts;
        pairs += session.pairs();
        matches += session.matches();
        refuse("pairs", pairs, JoinLimit.MOST_PAIRS + PAIRS_PER_FACT * facts);
        refuse("matches", matches, JoinLimit.MOST_MATCHES + MATCHES_PER_FACT * facts);
    }

    private void refuse(String what, long spent, long most) {
        if (spent > most) {
            throw new RuleLimitException(what + "=" + most + ", facts=" + facts);
        }
    }
}
