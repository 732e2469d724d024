package dev.rubedo.dialect.mysql;

import dev.rubedo.backend.TwoPhaseControl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The XA statements of MySQL and MariaDB. Immutable. */
final class MysqlTwoPhase implements TwoPhaseControl {

    static final MysqlTwoPhase INSTANCE = new MysqlTwoPhase();

    /** The error XAER_OUTSIDE. */
    private static final int OUTSIDE = 1400;

    private MysqlTwoPhase() {}

    private static void execute(java.sql.Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void begin(java.sql.Connection connection, String xid) throws SQLException {
        // outside auto-commit mode, a query of the driver (the isolation level) may have begun a transaction
        connection.rollback();
        execute(connection, "XA START '" + xid + "'");
    }

    @Override
    public void prepare(java.sql.Connection connection, String xid) throws SQLException {
        execute(connection, "XA END '" + xid + "'");
        execute(connection, "XA PREPARE '" + xid + "'");
    }

    @Override
    public void commit(java.sql.Connection connection, String xid) throws SQLException {
        execute(connection, "XA END '" + xid + "'");
        execute(connection, "XA COMMIT '" + xid + "' ONE PHASE");
    }

    @Override
    public void rollback(java.sql.Connection connection, String xid) throws SQLException {
        try {
            execute(connection, "XA END '" + xid + "'");
        } catch (SQLException e) {
            // preparing or committing failed after the end of the work, or a deadlock has ended it
        }
        execute(connection, "XA ROLLBACK '" + xid + "'");
    }

    @Override
    public void commitPrepared(java.sql.Connection connection, String xid) throws SQLException {
        end(connection, "XA COMMIT '" + xid + "'");
    }

    @Override
    public void rollbackPrepared(java.sql.Connection connection, String xid) throws SQLException {
        end(connection, "XA ROLLBACK '" + xid + "'");
    }

    /**
     * Ends a prepared transaction: that of this connection, which accepts no other statements, or that of another
     * connection, which MariaDB allows only in auto-commit mode.
     */
    private static void end(java.sql.Connection connection, String sql) throws SQLException {
        try {
            execute(connection, sql);
        } catch (SQLException e) {
            if (e.getErrorCode() != OUTSIDE) {
                throw e;
            }
            TwoPhaseControl.executeAlone(connection, sql);
        }
    }

    @Override
    public List<String> recover(java.sql.Connection connection) throws SQLException {
        return TwoPhaseControl.alone(connection, statement -> {
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery("XA RECOVER")) {
                while (rows.next()) {
                    found.add(rows.getString("data"));
                }
            }
            return found;
        });
    }
}
