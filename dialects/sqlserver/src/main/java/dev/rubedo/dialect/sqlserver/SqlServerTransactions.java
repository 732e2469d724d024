package dev.rubedo.dialect.sqlserver;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.TransactionControl;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * The transactions of SQL Server. A savepoint cannot be released but ends with its transaction; setting one with the
 * same name again would only move it. Immutable.
 */
final class SqlServerTransactions extends TransactionControl {

    static final SqlServerTransactions INSTANCE = new SqlServerTransactions();

    private SqlServerTransactions() {}

    /** The driver defines its own constant for SNAPSHOT, which is that of this level. */
    @Override
    public void setIsolation(java.sql.Connection connection, IsolationLevel level) throws SQLException {
        connection.setTransactionIsolation(level.jdbc());
    }

    /** The driver accepts the call and ignores it. */
    @Override
    public void setReadOnly(java.sql.Connection connection, boolean readOnly) throws SQLException {
        if (readOnly) {
            throw new SQLFeatureNotSupportedException("SQL Server has no read-only transactions. Connect as a user "
                    + "who may only read, or with applicationIntent=ReadOnly to a replica.");
        }
    }

    @Override
    public void savepoint(java.sql.Connection connection, String name) throws SQLException {
        execute(connection, "SAVE TRANSACTION " + name);
    }

    @Override
    public void rollbackTo(java.sql.Connection connection, String name) throws SQLException {
        execute(connection, "ROLLBACK TRANSACTION " + name);
    }

    /** The changes since the savepoint are kept until the transaction ends. */
    @Override
    public void release(java.sql.Connection connection, String name) {
        // SQL Server has no statement for it
    }
}
