package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A listener to the events of sessions. {@link SessionFactory#listen} registers it for all sessions of a factory,
 * {@link Session#listen} for one session. The listeners of the factory are called first, each group in the order of
 * registration.
 *
 * <p>Order of calls:
 * <ul>
 * <li>A transaction: {@code afterTransactionCreate}, {@code afterBegin}, work, {@code beforeCommit}, a flush, (COMMIT)
 * {@code afterCommit}, {@code deletedToDetached} for each deleted object, {@code afterTransactionEnd}; or work,
 * (ROLLBACK) the reverse transitions of objects, {@code afterRollback}, {@code afterTransactionEnd}, {@code
 * afterSoftRollback}.
 * <li>A savepoint: a flush, {@code afterTransactionCreate}, work, {@code afterTransactionEnd}; before the latter, a
 * flush if it is released, and the reverse transitions of objects if it is rolled back, followed by {@code
 * afterSoftRollback}. Its end is neither a commit nor a rollback of the transaction.
 * <li>A flush with changes to write: {@code beforeFlush}, the {@code before} methods of {@link
 * dev.rubedo.orm.model.MapperListener}, (statements) its {@code after} methods, {@code afterFlush}, the transitions of
 * inserted and then of deleted objects, {@code afterFlushPostExec}. A flush that fails after its first statement rolls
 * back: {@code afterRollback} follows, and the rest of the rollback with {@link Session#rollback()}.
 * <li>A statement of the application: {@code aroundExecute}; inside it an autoflush, the statement, and {@code
 * afterBulkUpdate} or {@code afterBulkDelete}.
 * <li>An object that is attached to the session: {@code beforeAttach}, {@code afterAttach}, {@code transientToPending}
 * or {@code detachedToPersistent}.
 * </ul>
 *
 * <p>Methods are called on the thread of the session. An exception is propagated to the caller of the session; after
 * COMMIT or ROLLBACK it no longer affects the database. A listener of a factory must be thread-safe. Without listeners
 * there is no overhead: no calls and no objects created for them.
 */
public interface SessionListener {

    /** Called when a transaction or savepoint of the session begins, before a connection is requested. */
    default void afterTransactionCreate(Session session, TransactionScope scope) {}

    /** Called when a transaction or savepoint of the session has ended, whether it was kept or rolled back. */
    default void afterTransactionEnd(Session session, TransactionScope scope) {}

    /** Called when the session has obtained a connection for a transaction, before its first statement. */
    default void afterBegin(Session session, Connection connection) {}

    /** Called before the flush of a commit. Changes made here are committed too. */
    default void beforeCommit(Session session) {}

    /**
     * Called after the transaction was committed. Objects still have their values. The session cannot execute
     * statements until {@code commit} has returned.
     */
    default void afterCommit(Session session) {}

    /**
     * Called once after the transaction was rolled back in the database: by the application, by closing the session, or
     * because a flush or commit failed. In the last case the session cannot be used until {@link Session#rollback()}.
     */
    default void afterRollback(Session session) {}

    /**
     * Called when the objects were restored after a rollback of the transaction or a savepoint, even if the database
     * had already rolled back.
     */
    default void afterSoftRollback(Session session, TransactionScope scope) {}

    /** Called before a flush is planned. Objects that are added, deleted or changed here are part of the flush. */
    default void beforeFlush(Session session) {}

    /**
     * Called after the statements of a flush were executed. The session and {@code InstanceState} still report what was
     * new, changed and deleted. Changing objects of the flush throws an {@link
     * dev.rubedo.orm.error.ObjectStateException}. Other objects may be added and changed; the next flush writes them.
     */
    default void afterFlush(Session session, FlushPlan plan) {}

    /** Called when a flush has completed. Objects have their new states; changes made here belong to the next flush. */
    default void afterFlushPostExec(Session session, FlushPlan plan) {}

    /** Called before a new or detached object is attached to the session. */
    default void beforeAttach(Session session, Object entity) {}

    /** Called after a new or detached object was attached to the session. */
    default void afterAttach(Session session, Object entity) {}

    /** Called when a new object was added. */
    default void transientToPending(Session session, Object entity) {}

    /**
     * Called when a pending object left the session before it was inserted, or because its transaction was rolled back.
     */
    default void pendingToTransient(Session session, Object entity) {}

    /** Called when an INSERT was rolled back, or {@code makeTransient} removed the object from the session. */
    default void persistentToTransient(Session session, Object entity) {}

    /** Called when a flush inserted the object. */
    default void pendingToPersistent(Session session, Object entity) {}

    /** Called when a detached object was attached. */
    default void detachedToPersistent(Session session, Object entity) {}

    /** Called when an object was loaded from a row. The result is still being read: do not execute statements here. */
    default void loadedAsPersistent(Session session, Object entity) {}

    /** Called when a flush or a statement deleted the row of the object. */
    default void persistentToDeleted(Session session, Object entity) {}

    /** Called when a deletion was rolled back. */
    default void deletedToPersistent(Session session, Object entity) {}

    /** Called when a deletion was committed, or the deleted object was detached before. */
    default void deletedToDetached(Session session, Object entity) {}

    /** Called when a persistent object left the session, including each object of a session that is closed. */
    default void persistentToDetached(Session session, Object entity) {}

    /**
     * Called after an UPDATE statement of the application for an entity was executed and the objects of the session
     * were synchronized with it.
     */
    default void afterBulkUpdate(Session session, BulkChange change) {}

    /**
     * Called after a DELETE statement of the application for an entity was executed and the objects of the session were
     * synchronized with it.
     */
    default void afterBulkDelete(Session session, BulkChange change) {}

    /**
     * Called around each statement that the application executes on the session. An implementation returns {@code
     * execution.proceed()}, which calls the next listener and finally the database; or proceeds with {@link
     * StatementExecution#withStatement another statement} or {@link StatementExecution#withOptions more options}; or
     * returns another result without proceeding. {@code get} and the loading of relationships and single attributes do
     * not call this method.
     */
    default <T extends @Nullable Object> Result<T> aroundExecute(StatementExecution<T> execution) {
        return execution.proceed();
    }
}
