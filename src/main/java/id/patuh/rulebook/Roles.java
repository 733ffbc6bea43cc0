package id.patuh.rulebook;

import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Who has which role in the rulebook, within transactions that also do something else. */
public final class Roles {

    private final Clock clock;

    public Roles(Clock clock) {
        this.clock = clock;
    }

    /** The role of somebody, as it was given last. */
    public Role of(String person, Transaction transaction) throws SQLException {
        return new RulebookTables(transaction).history().role(Texts.person(person));
    }

    /** Whether there is somebody who may give roles. */
    public boolean hasEngineer(Transaction transaction) throws SQLException {
        return new RulebookTables(transaction).history().roles().containsValue(Role.ENGINEER);
    }

    /**
     * Says what somebody may do. The first engineer may be named by anybody, and all further roles are given by engineers.
     *
     * @param role {@link Role#NONE} to take it away; the only engineer cannot lose it
     * @throws RulebookException if that is not allowed
     */
    public void give(String person, Role role, String actor, Transaction transaction) throws SQLException {
        String whom = Texts.person(person);
        String who = Texts.person(actor);
        RulebookTables tables = new RulebookTables(transaction);
        History history = tables.history();
        Entry entry = history.roleGiven(whom, role, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
        history.add(entry);
        tables.add(entry);
    }
}
