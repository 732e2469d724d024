package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A listener to what sessions do. It is registered for all sessions of a factory by {@link SessionFactory#listen}, or for one by
 * {@link Session#listen}; those of the factory are called first, each in the order of registration.
 *
 * <p>Order of calls:
 * <ul>
 * <li>A transaction: {@code afterTransactionCreate}, {@code afterBegin}, work, {@code beforeCommit}, a flush, (COMMIT) {@code afterCommit},
 * {@code deletedToDetached} for each deleted object, {@code afterTransactionEnd}; or work, (ROLLBACK) the transitions back of objects, {@code afterRollback},
 * {@code afterTransactionEnd}, {@code afterSoftRollback}.
 * <li>A savepoint: a flush, {@code afterTransactionCreate}, work, {@code afterTransactionEnd}; before the latter a flush if it is kept, and the
 * transitions back of objects if it is not, which {@code afterSoftRollback} follows. Its end is no commit and no rollback of the transaction.
 * <li>A flush with something to do: {@code beforeFlush}, the {@code before} methods of {@link dev.rubedo.orm.model.MapperListener},
 * (statements) its {@code after} methods, {@code afterFlush}, the transitions of inserted and then of deleted objects, {@code afterFlushPostExec}. A flush that fails after
 * its first statement rolls back: {@code afterRollback} follows, and the rest of the rollback with {@link Session#rollback()}.
 * <li>A statement of the program: {@code aroundExecute}, in it an automatic flush, the statement, and {@code afterBulkUpdate} or {@code afterBulkDelete}.
 * <li>An object that comes into the session: {@code beforeAttach}, {@code afterAttach}, {@code transientToPending} or {@code detachedToPersistent}.
 * </ul>
 *
 * <p>Called on the thread of the session. What a method throws reaches the caller of the session; after COMMIT and ROLLBACK it changes nothing
 * in the database any more. A listener of a factory must be thread-safe. Without listeners nothing is called and nothing is made.
 */
public interface SessionListener {

    /** Called when a transaction or savepoint of the session begins; the connection is not asked for yet. */
    default void afterTransactionCreate(Session session, TransactionScope scope) {}

    /** Called when a transaction or savepoint of the session has ended in whichever way. */
    default void afterTransactionEnd(Session session, TransactionScope scope) {}

    /** Called when the session has taken a connection for a transaction, before its first statement. */
    default void afterBegin(Session session, Connection connection) {}

    /** Called before the flush of a commit: what is changed here is committed too. */
    default void beforeCommit(Session session) {}

    /** Called when the transaction was committed. Objects still have their values; the session cannot execute statements until the commit has returned. */
    default void afterCommit(Session session) {}

    /**
     * Called once when the transaction was rolled back in the database: by the program, by closing the session, or since a flush or commit failed. In the
     * last case the session cannot be used before {@link Session#rollback()}.
     */
    default void afterRollback(Session session) {}

    /** Called when the objects went back after a rollback of the transaction or a savepoint, also if the database had rolled back before. */
    default void afterSoftRollback(Session session, TransactionScope scope) {}

    /** Called before a flush plans anything: objects may be added, deleted and changed, and are part of the flush. */
    default void beforeFlush(Session session) {}

    /**
     * Called when the statements of a flush were executed. The session and {@code InstanceState} still tell what was new, changed and deleted. Objects of the
     * flush must not be changed, which is an {@link dev.rubedo.orm.error.ObjectStateException}; others may be, and are added and changed for the next flush.
     */
    default void afterFlush(Session session, FlushPlan plan) {}

    /** Called when a flush is over: objects have their new states, and changes are for the next flush. */
    default void afterFlushPostExec(Session session, FlushPlan plan) {}

    /** Called before a new or detached object comes into the session. */
    default void beforeAttach(Session session, Object entity) {}

    /** Called when a new or detached object belongs to the session. */
    default void afterAttach(Session session, Object entity) {}

    /** Called when a new object was added. */
    default void transientToPending(Session session, Object entity) {}

    /** Called when a new object left the session before it was inserted, or its transaction was rolled back. */
    default void pendingToTransient(Session session, Object entity) {}

    /** Called when an INSERT was rolled back, or {@code makeTransient} took the object out of the session. */
    default void persistentToTransient(Session session, Object entity) {}

    /** Called when a flush inserted the object. */
    default void pendingToPersistent(Session session, Object entity) {}

    /** Called when a detached object was attached. */
    default void detachedToPersistent(Session session, Object entity) {}

    /** Called when an object was made from a row. The rows are still being read: do not execute statements here. */
    default void loadedAsPersistent(Session session, Object entity) {}

    /** Called when a flush or a statement deleted the row of the object. */
    default void persistentToDeleted(Session session, Object entity) {}

    /** Called when a deletion was rolled back. */
    default void deletedToPersistent(Session session, Object entity) {}

    /** Called when a deletion was committed, or the deleted object was detached before. */
    default void deletedToDetached(Session session, Object entity) {}

    /** Called when an object with a row left the session, also for each object of a session that is closed. */
    default void persistentToDetached(Session session, Object entity) {}

    /** Called when an UPDATE statement of the program about an entity was executed and the objects of the session have followed. */
    default void afterBulkUpdate(Session session, BulkChange change) {}

    /** Called when a DELETE statement of the program about an entity was executed and the objects of the session have followed. */
    default void afterBulkDelete(Session session, BulkChange change) {}

    /**
     * Called around each statement that the program executes on the session. An override returns {@code execution.proceed()}, which calls the
     * next listener and at last the database; or proceeds with {@link StatementExecution#withStatement another statement} or
     * {@link StatementExecution#withOptions more options}; or returns another result and does not proceed. {@code get} and the loading of
     * relationships and single attributes are not statements of the program.
     */
    default <T extends @Nullable Object> Result<T> aroundExecute(StatementExecution<T> execution) {
        return execution.proceed();
    }
}
