package dev.rubedo.dialect.postgresql;

import dev.rubedo.backend.TwoPhaseControl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's prepared transactions. The server needs {@code max_prepared_transactions} above zero, which is not its
 * default. Immutable.
 */
final class PostgresTwoPhase implements TwoPhaseControl {

    static final PostgresTwoPhase INSTANCE = new PostgresTwoPhase();

    private PostgresTwoPhase() {}

    @Override
    public void begin(java.sql.Connection connection, String xid) {
        // the first statement begins the transaction, which gets its identifier when it is prepared
    }

    @Override
    public void prepare(java.sql.Connection connection, String xid) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PREPARE TRANSACTION '" + xid + "'");
        }
    }

    @Override
    public void commit(java.sql.Connection connection, String xid) throws SQLException {
        PostgresBackend.commit(connection);
    }

    @Override
    public void rollback(java.sql.Connection connection, String xid) throws SQLException {
        connection.rollback();
    }

    @Override
    public void commitPrepared(java.sql.Connection connection, String xid) throws SQLException {
        TwoPhaseControl.executeAlone(connection, "COMMIT PREPARED '" + xid + "'");
    }

    @Override
    public void rollbackPrepared(java.sql.Connection connection, String xid) throws SQLException {
        TwoPhaseControl.executeAlone(connection, "ROLLBACK PREPARED '" + xid + "'");
    }

    @Override
    public List<String> recover(java.sql.Connection connection) throws SQLException {
        return TwoPhaseControl.alone(connection, statement -> {
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }
}
