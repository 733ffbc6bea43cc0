package id.patuh.ledger.outcome;

import id.patuh.ledger.Ledger;
import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.life.LifeBook;
import id.patuh.rulebook.Texts;
import id.patuh.scope.Scopes;
import id.patuh.spool.TemporaryFile;
import id.patuh.spool.WholeFile;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * Settles by hand what rules could not evaluate. May be used by many threads, and by many processes on one database.
 */
public final class Outcomes {

    private final Store store;
    private final Vault vault;
    private final Clock clock;
    private final Function<Outcome, Transaction.Step> along;

    public Outcomes(Store store, Clock clock) {
        this(store, clock, outcome -> Transaction.Step.NONE);
    }

    /** @param along what is done in the transaction that settles or withdraws, with the outcome after it */
    public Outcomes(Store store, Clock clock, Function<Outcome, Transaction.Step> along) {
        this.store = store;
        this.vault = Ledger.vault(store);
        this.clock = clock;
        this.along = along;
    }

    /**
     * Settles what the last completed run of a scope could not evaluate. Where it was settled before, the later outcome holds.
     *
     * @param of what, and which rule
     * @param evidence a file that proves it; it is kept
     * @param actor who found it
     * @throws LedgerException if nothing of that is lacking, or the file cannot be kept
     * @throws id.patuh.rulebook.RulebookException if the name or a text cannot be used
     */
    public Outcome settle(String scope, LackSubject of, Verdict verdict, Path evidence, String actor) {
        return settle(scope, of, verdict, evidence.getFileName().toString(), evidence, actor);
    }

    /**
     * The same with a file that has a name of our own.
     *
     * @param name that its owner gave it
     */
    public Outcome settle(String scope, LackSubject of, Verdict verdict, String name, Path evidence, String actor) {
        String who = Texts.person(actor);
        Texts.refuseLong(verdict.reason());
        EvidenceFile kept = EvidenceFile.keep(name, evidence, vault);
        Instant now = now();
        return store.write(transaction -> {
            long id = Scopes.find(transaction, scope)
                    .orElseThrow(() -> new LedgerException("scope-unknown", "scope", scope));
            Lack lack = LifeBook.lack(transaction, id, of)
                    .orElseThrow(() -> new LedgerException("nothing-lacking", "rule", of.rule()));
            OutcomeTables tables = new OutcomeTables(transaction);
            Outcome outcome = new Outcome(tables.nextNumber(), scope, lack, verdict, kept, who, now, null);
            tables.add(id, outcome);
            along.apply(outcome).in(transaction);
            return outcome;
        });
    }

    /**
     * Withdraws an outcome, from now on.
     *
     * @param comment why
     * @throws LedgerException if it was withdrawn before
     */
    public Outcome withdraw(long number, String actor, String comment) {
        String who = Texts.person(actor);
        String why = Texts.required(comment);
        Texts.refuseLong(why);
        Instant now = now();
        return store.write(transaction -> {
            OutcomeTables tables = new OutcomeTables(transaction);
            Outcome outcome = numbered(tables, number);
            if (outcome.withdrawal() != null) {
                throw new LedgerException("outcome-is-withdrawn", "outcome", number);
            }
            // Where the clock was set back.
            tables.withdraw(number, new Withdrawal(who, now.isBefore(outcome.at()) ? outcome.at() : now, why));
            Outcome withdrawn = numbered(tables, number);
            along.apply(withdrawn).in(transaction);
            return withdrawn;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws LedgerException if there is no outcome with this number */
    public Outcome outcome(long number) {
        return store.read(transaction -> numbered(new OutcomeTables(transaction), number));
    }

    private static Outcome numbered(OutcomeTables tables, long number) throws SQLException {
        return tables.numbered(number).orElseThrow(() -> new LedgerException("outcome-unknown", "outcome", number));
    }

    /**
     * Writes the evidence of an outcome as it was kept, whole or not at all.
     *
     * @throws LedgerException if it is missing or altered
     * @throws IOException if the file cannot be written
     */
    public void evidence(long number, Path into) throws IOException {
        EvidenceFile evidence = outcome(number).evidence();
        Path copy = TemporaryFile.create(".evidence");
        try {
            vault.get(evidence.sha256(), evidence.name(), copy);
            WholeFile.write(into, to -> Files.copy(copy, to));
        } catch (VaultException e) {
            throw LedgerException.of(e);
        } finally {
            TemporaryFile.delete(copy);
        }
    }

    /** All outcomes, whatever became of them, in the order in which they were settled. */
    public List<Outcome> all() {
        return store.read(transaction -> new OutcomeTables(transaction).all());
    }

    /** Those of a scope. */
    public List<Outcome> of(String scope) {
        return store.read(transaction -> new OutcomeTables(transaction).of(scope));
    }
}
