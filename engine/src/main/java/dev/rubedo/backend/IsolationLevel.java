package dev.rubedo.backend;

/** The isolation of a transaction from concurrent ones. Immutable. */
public enum IsolationLevel {
    /** Each statement is its own transaction; commit and rollback have no effect. */
    AUTOCOMMIT(java.sql.Connection.TRANSACTION_NONE),
    /** Uncommitted changes of other transactions are visible. */
    READ_UNCOMMITTED(java.sql.Connection.TRANSACTION_READ_UNCOMMITTED),
    /** Each statement sees what was committed before it. */
    READ_COMMITTED(java.sql.Connection.TRANSACTION_READ_COMMITTED),
    /** Rows that were read do not change within the transaction. */
    REPEATABLE_READ(java.sql.Connection.TRANSACTION_REPEATABLE_READ),
    /** Transactions behave as if executed one after the other. */
    SERIALIZABLE(java.sql.Connection.TRANSACTION_SERIALIZABLE),
    /**
     * All statements see what was committed before the first one. Only SQL Server has this level, for databases that
     * allow it ({@code ALLOW_SNAPSHOT_ISOLATION}).
     */
    SNAPSHOT(4096);

    private final int jdbc;

    IsolationLevel(int jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the JDBC constant of this level. */
    public int jdbc() {
        return jdbc;
    }
}
