package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;

/** Whoever writes for a run no longer holds it: it was taken over, abandoned or completed meanwhile. Nothing was written. */
public final class TakenOverException extends LedgerException {

    private static final long serialVersionUID = 1L;

    TakenOverException(LifeRun run) {
        super("run-taken-over", "scope", run.scope());
    }
}
