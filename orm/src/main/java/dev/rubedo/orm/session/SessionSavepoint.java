package dev.rubedo.orm.session;

/**
 * A point in a session's transaction to which it can go back: objects go back with it. Closing it without {@link #commit()} rolls back to it.
 * Confined to one thread at a time.
 */
public interface SessionSavepoint extends AutoCloseable {

    /** Writes what is pending and keeps what was done since. */
    void commit();

    /** Undoes what was done since, in the database and in the objects. */
    void rollback();

    /** Tells whether it has not ended yet. */
    boolean isActive();

    /** Rolls back unless it has ended. */
    @Override
    void close();
}
