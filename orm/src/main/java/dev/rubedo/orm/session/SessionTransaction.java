package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.DistributedCommitException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.internal.flush.FlushExecutor;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session with its savepoints. Each scope records what flushes did to objects, so that a rollback
 * restores the objects too. This is the only rollback path. Confined to one thread at a time.
 */
final class SessionTransaction {

    private final UnitOfWork unit;
    private final SessionEvents events;
    private final Branches branches;
    private final boolean autobegin;
    private final boolean isDistributed;
    // begin() was called, though no database has begun yet
    private boolean begunByHand;
    private final Deque<ScopeJournal> scopes = new ArrayDeque<>(2);
    private boolean failed;
    // the database rolled back the whole transaction after a failure, and listeners were notified
    private boolean rolledBack;
    private boolean completing;

    /**
     * @param branches the databases
     * @param autobegin whether a transaction begins with the first statement
     * @param isDistributed whether there may be several databases
     */
    SessionTransaction(UnitOfWork unit, SessionEvents events, Branches branches, boolean autobegin,
            boolean isDistributed) {
        this.autobegin = autobegin;
        this.unit = unit;
        this.events = events;
        this.branches = branches;
        this.isDistributed = isDistributed;
    }

    /**
     * Returns the connection of the open transaction to the factory's database. The transaction begins if none is open.
     *
     * @throws ObjectStateException if the session begins none by itself
     */
    Connection connection() {
        requireBegun();
        return begun(branches.home());
    }

    /** Returns the connection of the open transaction to the database of an engine, like {@link #connection()}. */
    Connection connection(Engine engine) {
        requireBegun();
        return begun(branches.of(engine));
    }

    /** Returns the connection of the open transaction to a replica, which is only read. */
    Connection reading(Engine engine) {
        requireBegun();
        return begun(branches.reader(engine));
    }

    /** Closes the connection to a replica. */
    void stopReading(Engine engine) {
        branches.stopReading(engine);
    }

    private void requireBegun() {
        if (!autobegin && !begunByHand && branches.isEmpty()) {
            requireUsable();
            throw new ObjectStateException("No transaction is open, and this session does not begin one automatically:"
                    + " autobegin(false) was set. Call begin() first.");
        }
    }

    /** Begins a transaction if none is open. If there are several databases, each begins with its first statement. */
    void start() {
        if (!isDistributed) {
            begun(branches.home());
            return;
        }
        requireUsable();
        begunByHand = true;
        if (scopes.isEmpty()) {
            push(null);
        }
    }

    private Connection begun(Branch branch) {
        requireUsable();
        Connection open = branches.open(branch);
        boolean begins = branch.joined() == null;
        if (begins) {
            branches.begin(branch, isDistributed);
        }
        if (scopes.isEmpty()) {
            push(null);
        }
        if (begins) {
            joined(branch, open);
        }
        unit.executing(open);
        return open;
    }

    /** Sets the savepoints that are active in the other databases in one that has just begun. */
    private void joined(Branch branch, Connection open) {
        // nothing is undone in a replica, which may be left out before the savepoint ends
        if (scopes.size() > 1 && branches.begun().contains(branch)) {
            scopes.reversed().forEach(scope -> {
                Savepoints savepoints = scope.savepoint();
                if (savepoints != null) {
                    savepoints.add(open.savepoint());
                }
            });
        }
        if (!events.isEmpty()) {
            events.fire((listener, session) -> listener.afterBegin(session, open));
        }
    }

    private ScopeJournal push(@Nullable Savepoints savepoint) {
        ScopeJournal scope = new ScopeJournal(new TransactionScope(scopes.size()), savepoint);
        scopes.push(scope);
        if (!events.isEmpty()) {
            events.fire((listener, session) -> listener.afterTransactionCreate(session, scope.view()));
        }
        return scope;
    }

    /** Notifies listeners that scopes have ended, the innermost first. */
    private void tellEnd(List<ScopeJournal> ended) {
        if (!events.isEmpty()) {
            for (ScopeJournal scope : ended) {
                events.fire((listener, session) -> listener.afterTransactionEnd(session, scope.view()));
            }
        }
    }

    void requireUsable() {
        if (completing) {
            throw new ObjectStateException(
                    "The transaction is being completed, and this session cannot be used until then."
                            + " To do something after a commit, call session.afterCommit(...).");
        }
        if (failed) {
            throw new ObjectStateException(
                    "A flush or commit failed, and its transaction was rolled back. Call rollback() before using this session again,"
                            + " so that its objects are restored as well.");
        }
    }

    boolean isOpen() {
        return !scopes.isEmpty();
    }

    boolean isFailed() {
        return failed;
    }

    /** Returns the current scope, which records flushes. */
    ScopeJournal scope() {
        return scopes.isEmpty() ? push(null) : Objects.requireNonNull(scopes.peek());
    }

    /** Called when a flush, a bulk write or a statement has written. */
    void wrote() {
        branches.wrote();
    }

    /** Undoes a partially executed flush in the database. The objects are restored by {@code rollback()}. */
    void flushFailed(FlushPlan plan, FlushExecutor executor) {
        ScopeJournal scope = scopes.peek();
        if (scope == null || branches.isEmpty()) {
            return;
        }
        failed = true;
        scope.failed(plan, executor);
        undo(scope);
    }

    /** Undoes in the database what a statement wrote by mistake. The objects are restored by {@code rollback()}. */
    void writeFailed() {
        ScopeJournal scope = scopes.peek();
        if (scope != null && !branches.isEmpty()) {
            failed = true;
            undo(scope);
        }
    }

    private void undo(ScopeJournal scope) {
        Savepoints savepoints = scope.savepoint();
        if (savepoints != null && savepoints.isActive()) {
            savepoints.rollback();
        } else {
            branches.rollback();
            tellRolledBack();
        }
    }

    private void tellRolledBack() {
        rolledBack = true;
        events.fire(SessionListener::afterRollback);
    }

    /** Prepares the transaction, after which it can only be committed or rolled back. */
    void prepare() {
        if (!isDistributed) {
            connection();
        }
        while (scopes.size() > 1) {
            release(Objects.requireNonNull(scopes.peek()));
        }
        // nothing can be read afterwards
        DatabaseValues.read(unit, scope().saved());
        branches.prepare();
    }

    /**
     * @param ends whether the session ends with this: then what the database filled in is read before
     */
    void commit(boolean expire, boolean ends) {
        requireUsable();
        while (scopes.size() > 1) {
            release(Objects.requireNonNull(scopes.peek()));
        }
        ScopeJournal all = scopes.peek();
        if (ends && all != null) {
            DatabaseValues.read(unit, all.saved());
        }
        DistributedCommitException unfinished = branches.isEmpty() ? null : commitBranches();
        Places places = unit.places();
        if (places != null && !ends) {
            // a session that ends reads nothing afterwards, so the position is not needed
            places.replicas().committed(branches);
        }
        tellCommitted();
        ScopeJournal scope = scopes.poll();
        if (scope != null) {
            scope.committed(unit);
        }
        end();
        if (expire) {
            unit.expiration().expireAll();
        }
        if (scope != null) {
            tellEnd(List.of(scope));
            runAll(scope.afterCommit());
        }
        if (unfinished != null) {
            throw unfinished;
        }
    }

    private void tellCommitted() {
        if (!events.isEmpty()) {
            completing = true;
            try {
                events.fire(SessionListener::afterCommit);
            } finally {
                completing = false;
            }
        }
    }

    /**
     * Runs all actions even if some fail, because the transaction is committed, and then throws the first exception.
     */
    private static void runAll(List<Runnable> actions) {
        Failures failures = new Failures();
        actions.forEach(failures::run);
        failures.throwFirst();
    }

    /**
     * Commits in all databases. If that fails, the objects are restored by {@code rollback()}.
     *
     * @return the exception if the transaction is committed although not all databases could be told, otherwise null
     */
    private @Nullable DistributedCommitException commitBranches() {
        try {
            branches.commit();
            return null;
        } catch (DistributedCommitException e) {
            if (e.outcome() == DistributedCommitException.Outcome.UNFINISHED) {
                return e;
            }
            failed = true;
            tellRolledBack();
            throw e;
        } catch (Throwable e) {
            failed = true;
            tellRolledBack();
            throw e;
        }
    }

    void rollback() {
        boolean begun = isOpen() && !branches.isEmpty();
        boolean tells = begun && !rolledBack;
        List<ScopeJournal> all = new ArrayList<>(scopes);
        try {
            if (begun) {
                branches.rollback();
            }
        } finally {
            failed = false;
            rolledBack = false;
            unit.pending().forgetAll();
            scopes.clear();
            for (ScopeJournal scope : all) {
                scope.restore(unit);
            }
            end();
            unit.expiration().expireAll();
        }
        tellRollback(tells, all);
    }

    private void tellRollback(boolean inDatabase, List<ScopeJournal> ended) {
        if (inDatabase) {
            events.fire(SessionListener::afterRollback);
        }
        tellEnd(ended);
        if (!ended.isEmpty()) {
            TransactionScope outermost = ended.get(ended.size() - 1).view();
            events.fire((listener, session) -> listener.afterSoftRollback(session, outermost));
        }
    }

    private void end() {
        unit.ended();
        begunByHand = false;
        forgetReads();
        branches.end();
    }

    /** Closes the physical connections of the transaction, which are lost. */
    void invalidate() {
        branches.invalidate();
        close();
    }

    /** Ends the transaction without a commit. Objects return to their earlier states, but nothing is reloaded. */
    void close() {
        unit.ended();
        List<ScopeJournal> all = new ArrayList<>(scopes);
        scopes.clear();
        ScopeJournal.expireCollections(all, unit);
        all.forEach(scope -> scope.restore(unit));
        failed = false;
        begunByHand = false;
        boolean tells = !branches.isEmpty() && !rolledBack;
        rolledBack = false;
        forgetReads();
        tells &= branches.close();
        tellRollback(tells, all);
    }

    private void forgetReads() {
        Places places = unit.places();
        if (places != null) {
            places.replicas().ended();
        }
    }

    ScopeJournal begin() {
        requireUsable();
        if (!isDistributed) {
            connection();
        } else if (scopes.isEmpty()) {
            requireBegun();
            push(null);
        }
        Savepoints savepoints = new Savepoints();
        for (Branch branch : branches.begun()) {
            savepoints.add(Objects.requireNonNull(branch.connection(), "open").savepoint());
        }
        return push(savepoints);
    }

    boolean isActive(ScopeJournal scope) {
        return scopes.contains(scope);
    }

    void release(ScopeJournal scope) {
        requireUsable();
        requireActive(scope);
        List<ScopeJournal> ended = new ArrayList<>();
        while (true) {
            ScopeJournal top = Objects.requireNonNull(scopes.pop());
            ScopeJournal below = Objects.requireNonNull(scopes.peek());
            below.absorb(top);
            ended.add(top);
            if (top == scope) {
                Objects.requireNonNull(top.savepoint()).commit();
                tellEnd(ended);
                return;
            }
        }
    }

    void rollbackTo(ScopeJournal scope) {
        requireActive(scope);
        Savepoints savepoint = Objects.requireNonNull(scope.savepoint());
        if (savepoint.isActive()) {
            savepoint.rollback();
        }
        failed = false;
        List<ManagedEntity> unflushed = new ArrayList<>(unit.pending().changed());
        unit.pending().forgetAll();
        List<ScopeJournal> undone = new ArrayList<>();
        ScopeJournal top;
        do {
            top = scopes.pop();
            undone.add(top);
        } while (top != scope);
        for (ScopeJournal one : undone) {
            one.restore(unit);
        }
        ScopeJournal.expire(undone, unflushed, unit);
        tellRollback(false, undone);
    }

    private void requireActive(ScopeJournal scope) {
        if (!scopes.contains(scope)) {
            throw new ObjectStateException(
                    "This savepoint or its transaction has already ended. Set another savepoint.");
        }
    }
}
