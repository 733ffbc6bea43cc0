package id.patuh.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Refuses, in H2, to change or remove a row; PostgreSQL has a trigger of its own. */
public final class AppendOnly implements Trigger {

    /** What the database says to whoever tries; SQL state of a violated constraint. */
    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("rows of this table are never changed nor removed", "23000");
    }
}
