package dev.rubedo.dialect.h2;

import dev.rubedo.backend.TwoPhaseControl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * H2's prepared transactions. A prepared transaction must be ended by the connection that prepared it. Only a database
 * in a file preserves it across a crash, and lists it when it is opened again. Immutable.
 */
final class H2TwoPhase implements TwoPhaseControl {

    static final H2TwoPhase INSTANCE = new H2TwoPhase();

    private H2TwoPhase() {}

    private static void execute(java.sql.Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void begin(java.sql.Connection connection, String xid) {
        // the first statement begins the transaction, which gets its identifier when it is prepared
    }

    @Override
    public void prepare(java.sql.Connection connection, String xid) throws SQLException {
        execute(connection, "PREPARE COMMIT \"" + xid + "\"");
    }

    @Override
    public void commit(java.sql.Connection connection, String xid) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(java.sql.Connection connection, String xid) throws SQLException {
        connection.rollback();
    }

    @Override
    public void commitPrepared(java.sql.Connection connection, String xid) throws SQLException {
        execute(connection, "COMMIT TRANSACTION \"" + xid + "\"");
    }

    @Override
    public void rollbackPrepared(java.sql.Connection connection, String xid) throws SQLException {
        execute(connection, "ROLLBACK TRANSACTION \"" + xid + "\"");
    }

    @Override
    public List<String> recover(java.sql.Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT TRANSACTION_NAME FROM INFORMATION_SCHEMA.IN_DOUBT")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
