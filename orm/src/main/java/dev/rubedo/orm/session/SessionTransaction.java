package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.DistributedCommitException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.internal.flush.FlushExecutor;
import dev.rubedo.orm.state.AttributeChanges;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session with its savepoints. Each scope records what flushes did to objects, so that a rollback
 * restores the objects too. This is the only rollback path. Confined to one thread at a time.
 */
final class SessionTransaction {

    /** An object whose key was changed. */
    private record Rekeyed(ManagedEntity entity, Object before) {}

    /** A collection whose changes were flushed. */
    private record Collected(ManagedEntity owner, int attribute) {}

    /** The record of what happened since the transaction or a savepoint began. Confined to one thread at a time. */
    static final class Scope {
        private final TransactionScope view;
        private final @Nullable Savepoints savepoint;
        private final List<Runnable> afterCommit = new ArrayList<>(0);
        private final List<ManagedEntity> inserted = new ArrayList<>();
        private final List<ManagedEntity> deleted = new ArrayList<>();
        private final List<AttributeChanges> written = new ArrayList<>(0);
        private final List<FlushExecutor.Renewed> renewed = new ArrayList<>(0);
        private final List<Collected> collected = new ArrayList<>(0);
        private final List<Rekeyed> rekeyed = new ArrayList<>();
        private final List<ManagedEntity> keyed = new ArrayList<>(0);
        private final @Nullable ObjectSet touched;
        private final @Nullable ObjectSet read;
        private boolean rowsChangedByStatement;

        private Scope(TransactionScope view, @Nullable Savepoints savepoint) {
            this.view = view;
            this.savepoint = savepoint;
            this.touched = savepoint == null ? null : new ObjectSet();
            this.read = savepoint == null ? null : new ObjectSet();
        }

        void flushed(FlushPlan plan, Collection<ManagedEntity> changed) {
            inserted.addAll(plan.inserted());
            deleted.addAll(plan.deleted());
            if (touched != null) {
                changed.forEach(touched::add);
                plan.updated().forEach(touched::add);
            }
        }

        /** Returns the objects that were inserted or updated. */
        private Collection<ManagedEntity> saved() {
            if (written.isEmpty()) {
                return inserted;
            }
            ObjectSet saved = new ObjectSet();
            inserted.forEach(saved::add);
            written.forEach(changes -> saved.add(changes.entity()));
            return saved.all();
        }

        /** Records new objects whose key was set by the application; they keep it. */
        void keyed(List<ManagedEntity> entities) {
            keyed.addAll(entities);
        }

        void vanished(List<ManagedEntity> entities) {
            deleted.addAll(entities);
        }

        /** Records that a statement changed the row of an object, which was synchronized. */
        void changedByStatement(ManagedEntity entity) {
            if (touched != null) {
                touched.add(entity);
            }
        }

        /**
         * Records that a collection or inverse one-to-one was loaded. It may contain rows that no longer exist after a
         * rollback to a savepoint.
         */
        void relationshipRead(ManagedEntity owner) {
            if (read != null) {
                read.add(owner);
            }
        }

        /** Records that a statement of the application changed unknown rows. */
        void rowsChangedByStatement() {
            rowsChangedByStatement = true;
        }

        /** Records an action for the commit of the transaction, unless this scope is rolled back. */
        void afterCommit(Runnable action) {
            afterCommit.add(action);
        }

        /** Records changes that a flush wrote; null for none. */
        void written(@Nullable AttributeChanges changes) {
            if (changes != null) {
                written.add(changes);
            }
        }

        /** Records that a flush wrote the changes of a collection. */
        void collected(ManagedEntity owner, int attribute) {
            collected.add(new Collected(owner, attribute));
        }

        /** Records what a flush set in addition to the changes of the program. */
        void renewed(List<FlushExecutor.Renewed> values) {
            renewed.addAll(values);
        }

        void rekeyed(ManagedEntity entity, Object before) {
            rekeyed.add(new Rekeyed(entity, before));
        }
    }

    private final UnitOfWork unit;
    private final SessionEvents events;
    private final Branches branches;
    private final boolean autobegin;
    private final boolean isDistributed;
    // begin() was called, though no database has begun yet
    private boolean begunByHand;
    private final Deque<Scope> scopes = new ArrayDeque<>(2);
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
            throw new ObjectStateException("No transaction is open, and this session begins none by itself:"
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
                if (scope.savepoint != null) {
                    scope.savepoint.add(open.savepoint());
                }
            });
        }
        if (!events.isEmpty()) {
            events.fire((listener, session) -> listener.afterBegin(session, open));
        }
    }

    private Scope push(@Nullable Savepoints savepoint) {
        Scope scope = new Scope(new TransactionScope(scopes.size()), savepoint);
        scopes.push(scope);
        if (!events.isEmpty()) {
            events.fire((listener, session) -> listener.afterTransactionCreate(session, scope.view));
        }
        return scope;
    }

    /** Notifies listeners that scopes have ended, the innermost first. */
    private void tellEnd(List<Scope> ended) {
        if (!events.isEmpty()) {
            for (Scope scope : ended) {
                events.fire((listener, session) -> listener.afterTransactionEnd(session, scope.view));
            }
        }
    }

    void requireUsable() {
        if (completing) {
            throw new ObjectStateException(
                    "The transaction is being completed, and this session cannot be used until that is done."
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
    Scope scope() {
        return scopes.isEmpty() ? push(null) : Objects.requireNonNull(scopes.peek());
    }

    /** Undoes a partially executed flush in the database. The objects are restored by {@code rollback()}. */
    void flushFailed(FlushPlan plan, FlushExecutor executor) {
        Scope scope = scopes.peek();
        if (scope == null || branches.isEmpty()) {
            return;
        }
        failed = true;
        // some of them already have keys, which no row has
        scope.inserted.addAll(plan.inserted());
        scope.keyed(executor.keyed());
        scope.renewed(executor.renewed());
        undo(scope);
    }

    /** Undoes in the database what a statement wrote by mistake. The objects are restored by {@code rollback()}. */
    void writeFailed() {
        Scope scope = scopes.peek();
        if (scope != null && !branches.isEmpty()) {
            failed = true;
            undo(scope);
        }
    }

    private void undo(Scope scope) {
        if (scope.savepoint != null && scope.savepoint.isActive()) {
            scope.savepoint.rollback();
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
        Scope all = scopes.peek();
        if (ends && all != null) {
            DatabaseValues.read(unit, all.saved());
        }
        DistributedCommitException unfinished = branches.isEmpty() ? null : commitBranches();
        Places places = unit.places();
        if (places != null && !ends) {
            // a session that ends reads nothing afterwards, so that nobody has to ask for the position
            places.replicas().committed(branches);
        }
        tellCommitted();
        Scope scope = scopes.poll();
        if (scope != null) {
            for (ManagedEntity entity : scope.deleted) {
                if (EntityInternals.lifecycle(entity) == LifecycleState.DELETED) {
                    unit.lifecycle().deletedToDetached(entity);
                }
            }
        }
        end();
        if (expire) {
            unit.expiration().expireAll();
        }
        if (scope != null) {
            tellEnd(List.of(scope));
            runAll(scope.afterCommit);
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
        } catch (RuntimeException | Error e) {
            failed = true;
            tellRolledBack();
            throw e;
        }
    }

    void rollback() {
        boolean begun = isOpen() && !branches.isEmpty();
        boolean tells = begun && !rolledBack;
        List<Scope> all = new ArrayList<>(scopes);
        try {
            if (begun) {
                branches.rollback();
            }
        } finally {
            failed = false;
            rolledBack = false;
            unit.pending().forgetAll();
            scopes.clear();
            for (Scope scope : all) {
                restore(scope);
            }
            end();
            unit.expiration().expireAll();
        }
        tellRollback(tells, all);
    }

    private void tellRollback(boolean inDatabase, List<Scope> ended) {
        if (inDatabase) {
            events.fire(SessionListener::afterRollback);
        }
        tellEnd(ended);
        if (!ended.isEmpty()) {
            TransactionScope outermost = ended.get(ended.size() - 1).view;
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
        List<Scope> all = new ArrayList<>(scopes);
        scopes.clear();
        expireCollections(all);
        all.forEach(this::restore);
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

    Scope begin() {
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

    boolean isActive(Scope scope) {
        return scopes.contains(scope);
    }

    void release(Scope scope) {
        requireUsable();
        requireActive(scope);
        List<Scope> ended = new ArrayList<>();
        while (true) {
            Scope top = Objects.requireNonNull(scopes.pop());
            Scope below = Objects.requireNonNull(scopes.peek());
            below.inserted.addAll(top.inserted);
            below.deleted.addAll(top.deleted);
            below.rekeyed.addAll(top.rekeyed);
            below.keyed.addAll(top.keyed);
            below.collected.addAll(top.collected);
            below.written.addAll(top.written);
            below.renewed.addAll(top.renewed);
            below.afterCommit.addAll(top.afterCommit);
            if (below.touched != null && top.touched != null) {
                top.touched.all().forEach(below.touched::add);
            }
            if (below.read != null && top.read != null) {
                top.read.all().forEach(below.read::add);
            }
            below.rowsChangedByStatement |= top.rowsChangedByStatement;
            ended.add(top);
            if (top == scope) {
                Objects.requireNonNull(top.savepoint).commit();
                tellEnd(ended);
                return;
            }
        }
    }

    void rollbackTo(Scope scope) {
        requireActive(scope);
        Savepoints savepoint = Objects.requireNonNull(scope.savepoint);
        if (savepoint.isActive()) {
            savepoint.rollback();
        }
        failed = false;
        List<ManagedEntity> unflushed = new ArrayList<>(unit.pending().changed());
        unit.pending().forgetAll();
        List<Scope> undone = new ArrayList<>();
        Scope top;
        do {
            top = scopes.pop();
            undone.add(top);
        } while (top != scope);
        for (Scope one : undone) {
            restore(one);
        }
        expire(undone, unflushed);
        tellRollback(false, undone);
    }

    /**
     * Expires the collections whose changes are undone with the transaction. Those of new objects keep their content,
     * so that the objects can be added again.
     */
    private void expireCollections(List<Scope> undone) {
        if (undone.stream().allMatch(one -> one.collected.isEmpty())) {
            return;
        }
        ObjectSet inserted = new ObjectSet();
        undone.forEach(one -> one.inserted.forEach(inserted::add));
        for (Scope one : undone) {
            for (Collected change : one.collected) {
                if (isPersistent(change.owner) && !inserted.contains(change.owner)) {
                    unit.expiration().expire(change.owner, change.attribute);
                }
            }
        }
    }

    /** Expires the objects that were possibly changed since a savepoint that is rolled back. */
    private void expire(List<Scope> undone, List<ManagedEntity> unflushed) {
        if (undone.stream().anyMatch(one -> one.rowsChangedByStatement)) {
            unit.expiration().expireAll();
            return;
        }
        ObjectSet expired = new ObjectSet();
        unflushed.forEach(expired::add);
        for (Scope one : undone) {
            if (one.touched != null) {
                one.touched.all().forEach(expired::add);
            }
            one.deleted.forEach(expired::add);
        }
        expired.all().stream().filter(SessionTransaction::isPersistent).forEach(unit.expiration()::expire);
        for (Scope one : undone) {
            if (one.read != null) {
                one.read.all().stream().filter(SessionTransaction::isPersistent)
                        .forEach(unit.expiration()::expireInverseSides);
            }
        }
    }

    private static boolean isPersistent(ManagedEntity entity) {
        return EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT;
    }

    private void requireActive(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new ObjectStateException(
                    "This savepoint or its transaction has already ended. Set another savepoint.");
        }
    }

    /** Restores the objects to their states at the beginning of a scope. */
    private void restore(Scope scope) {
        ObjectSet undone = new ObjectSet();
        scope.inserted.forEach(undone::add);
        for (int i = scope.rekeyed.size() - 1; i >= 0; i--) {
            Rekeyed one = scope.rekeyed.get(i);
            if (!isPersistent(one.entity)) {
                continue;
            }
            if (undone.contains(one.entity)) {
                // it was found by its last key, and restoring its values brings back an earlier one
                unit.states().forgetKey(one.entity);
            } else {
                unit.states().rekey(one.entity, one.before);
            }
        }
        for (int i = scope.renewed.size() - 1; i >= 0; i--) {
            scope.renewed.get(i).undo();
        }
        for (int i = scope.written.size() - 1; i >= 0; i--) {
            scope.written.get(i).restore();
        }
        for (ManagedEntity entity : scope.inserted) {
            if (EntityInternals.lifecycle(entity) != LifecycleState.DETACHED) {
                unit.states().becomeTransient(entity, undone);
            }
        }
        ObjectSet keyed = new ObjectSet();
        scope.keyed.forEach(keyed::add);
        for (ManagedEntity entity : scope.inserted) {
            if (EntityInternals.lifecycle(entity) == LifecycleState.TRANSIENT && !keyed.contains(entity)) {
                unit.states().takeKeyBack(entity);
            }
        }
        for (ManagedEntity entity : scope.deleted) {
            if (EntityInternals.lifecycle(entity) == LifecycleState.DELETED) {
                unit.states().becomePersistent(entity);
            } else if (EntityInternals.lifecycle(entity) == LifecycleState.DETACHED) {
                unit.lifecycle().deletionUndone(entity);
            }
        }
    }
}
