package dev.rubedo.backend;

/** How far a transaction is kept apart from others. Immutable. */
public enum IsolationLevel {
    /** Each statement is a transaction of its own; commit and rollback have nothing to do. */
    AUTOCOMMIT(java.sql.Connection.TRANSACTION_NONE),
    /** Sees what others have not committed. */
    READ_UNCOMMITTED(java.sql.Connection.TRANSACTION_READ_UNCOMMITTED),
    /** Each statement sees what was committed before it. */
    READ_COMMITTED(java.sql.Connection.TRANSACTION_READ_COMMITTED),
    /** What was read once stays the same. */
    REPEATABLE_READ(java.sql.Connection.TRANSACTION_REPEATABLE_READ),
    /** As if transactions ran one after the other. */
    SERIALIZABLE(java.sql.Connection.TRANSACTION_SERIALIZABLE);

    private final int jdbc;

    IsolationLevel(int jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns JDBC's number of this level. */
    public int jdbc() {
        return jdbc;
    }
}
