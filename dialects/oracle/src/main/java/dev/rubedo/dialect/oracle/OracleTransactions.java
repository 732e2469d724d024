package dev.rubedo.dialect.oracle;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.TransactionControl;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * The transactions of Oracle. A read-only transaction must be declared by its first statement; a savepoint ends with
 * its transaction. Immutable.
 */
final class OracleTransactions extends TransactionControl {

    static final OracleTransactions INSTANCE = new OracleTransactions();

    private OracleTransactions() {}

    /** The driver's read-only setting has no effect on the server. */
    @Override
    public void begin(java.sql.Connection connection, boolean immediate) throws SQLException {
        if (connection.isReadOnly()) {
            execute(connection, "SET TRANSACTION READ ONLY");
        }
    }

    @Override
    public void setIsolation(java.sql.Connection connection, IsolationLevel level) throws SQLException {
        if (level != IsolationLevel.READ_COMMITTED && level != IsolationLevel.SERIALIZABLE) {
            throw new SQLFeatureNotSupportedException(
                    "Oracle has only the isolation levels READ_COMMITTED, SERIALIZABLE and "
                            + "AUTOCOMMIT, not " + level + ".");
        }
        connection.setTransactionIsolation(level.jdbc());
    }

    /** The changes since the savepoint are kept until the transaction ends. */
    @Override
    public void release(java.sql.Connection connection, String name) {
        // Oracle has no statement for it
    }
}
