package id.patuh.ledger.waiver;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.life.Openings;
import id.patuh.ledger.waiver.WaiverStep.Action;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Texts;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.wording.Wording;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Waivers that are asked for, approved by somebody else, and ended. Names are compared as the rulebook compares them. May be
 * used by many threads, and by many processes on one database.
 */
public final class Waivers {

    private final Store store;
    private final Clock clock;
    private final Function<Waiver, Transaction.Step> along;

    public Waivers(Store store, Clock clock) {
        this(store, clock, waiver -> Transaction.Step.NONE);
    }

    /** @param along what is done in the transaction that adds a step, with the waiver after it */
    public Waivers(Store store, Clock clock, Function<Waiver, Transaction.Step> along) {
        this.store = store;
        this.clock = clock;
        this.along = along;
    }

    /**
     * Asks for a waiver. It covers nothing before somebody else approves. Whoever asks again for what he still waits for, as
     * programs do that got no answer, gets the waiver that is there.
     *
     * @throws LedgerException if there is no such scope, or its last moment has passed
     * @throws RulebookException if the name or a text cannot be used
     */
    public Waiver request(WaiverTerms terms, String requester) {
        WaiverStep step = step(Action.REQUESTED, requester, "");
        terms.refuseIfOver(step.at());
        Texts.refuseLong(terms.reason());
        Texts.refuseLong(terms.basis());
        long scope = store.read(transaction -> Scopes.find(transaction, terms.scope()))
                .orElseThrow(() -> new LedgerException("scope-unknown", "scope", terms.scope()));
        WaiverTerms meant = terms.of(target(terms.target(), scope));
        return store.write(transaction -> {
            WaiverTables tables = new WaiverTables(transaction);
            Optional<Waiver> asked = tables.of(terms.scope()).stream()
                    .filter(waiver -> waiver.asksFor(meant, step))
                    .findFirst();
            if (asked.isPresent()) {
                return asked.get();
            }
            Waiver waiver = new Waiver(tables.nextNumber(), meant, List.of(step));
            tables.add(scope, waiver);
            along.apply(waiver).in(transaction);
            return waiver;
        });
    }

    /** Units may number their cases alike: what is asked for one of them is not to cover another one's, now or later. */
    private Target target(Target asked, long scope) {
        if (asked.caseId() == null || asked.unit() != null) {
            return asked;
        }
        Map<String, String> units = new TreeMap<>();
        asked.find(
                new Openings(store),
                scope,
                open -> units.putIfAbsent(Wording.normalise(open.unit()), Objects.toString(open.unit(), "-")));
        if (units.size() > 1) {
            throw new LedgerException(
                    "waiver-case-shared", Map.of("case", asked.caseId(), "units", String.join("; ", units.values())));
        }
        return units.isEmpty() || units.containsKey("")
                ? asked
                : asked.in(units.values().iterator().next());
    }

    /**
     * Approves a waiver that was asked for.
     *
     * @param comment may be empty
     * @throws LedgerException if that is not allowed: it is the requester, or too late, or the waiver is no mere request
     */
    public Waiver approve(long number, String approver, String comment) {
        return add(number, step(Action.APPROVED, approver, Texts.optional(comment)));
    }

    /**
     * Refuses a waiver that was asked for.
     *
     * @param comment why
     * @throws LedgerException if it is no mere request
     */
    public Waiver reject(long number, String actor, String comment) {
        return add(number, step(Action.REJECTED, actor, Texts.required(comment)));
    }

    /**
     * Ends a waiver, from now on.
     *
     * @param comment why
     * @throws LedgerException if it was rejected or withdrawn before
     */
    public Waiver withdraw(long number, String actor, String comment) {
        return add(number, step(Action.WITHDRAWN, actor, Texts.required(comment)));
    }

    /**
     * Ends one's own waiver, from now on.
     *
     * @param comment why
     * @throws LedgerException if somebody else asked for it, or it was rejected or withdrawn before
     */
    public Waiver withdrawOwn(long number, String actor, String comment) {
        if (!waiver(number).requester().equals(Texts.person(actor))) {
            throw new LedgerException("waiver-of-others", "waiver", number);
        }
        return withdraw(number, actor, comment);
    }

    private WaiverStep step(Action action, String actor, String comment) {
        Texts.refuseLong(comment);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new WaiverStep(action, Texts.person(actor), now, comment);
    }

    private Waiver add(long number, WaiverStep step) {
        return store.write(transaction -> {
            WaiverTables tables = new WaiverTables(transaction);
            Waiver waiver = numbered(tables, number).after(step);
            tables.addLastStep(waiver);
            along.apply(waiver).in(transaction);
            return waiver;
        });
    }

    /** @throws LedgerException if there is no waiver with this number */
    public Waiver waiver(long number) {
        return store.read(transaction -> numbered(new WaiverTables(transaction), number));
    }

    private static Waiver numbered(WaiverTables tables, long number) throws SQLException {
        return tables.numbered(number).stream()
                .findFirst()
                .orElseThrow(() -> new LedgerException("waiver-unknown", "waiver", number));
    }

    /** All waivers, whatever became of them, in the order in which they were asked for. */
    public List<Waiver> all() {
        return store.read(transaction -> new WaiverTables(transaction).all());
    }

    /** Those of a scope. */
    public List<Waiver> of(String scope) {
        return store.read(transaction -> new WaiverTables(transaction).of(scope));
    }

    /** Those of a scope that cover a violation, did, or would if they were in force; in the order of their numbers. */
    public List<Waiver> about(String scope, LifeViolation violation) {
        return new InForce(of(scope))
                .covering(violation).stream()
                        .sorted(Comparator.comparing(Waiver::number))
                        .toList();
    }
}
