package dev.rubedo.orm.session;

/**
 * A savepoint in a session's transaction. Rolling back to it also restores the objects. Closing it without {@link
 * #commit()} rolls back to it. Confined to one thread at a time.
 */
public interface SessionSavepoint extends AutoCloseable {

    /** Flushes and releases the savepoint, which keeps the work done since. */
    void commit();

    /** Undoes the work done since, in the database and in the objects. */
    void rollback();

    /** Returns whether this savepoint has been neither released nor rolled back. */
    boolean isActive();

    /** Rolls back unless this savepoint has ended. */
    @Override
    void close();
}
