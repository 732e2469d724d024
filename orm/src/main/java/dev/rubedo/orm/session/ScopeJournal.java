package dev.rubedo.orm.session;

import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.internal.flush.FlushExecutor;
import dev.rubedo.orm.state.AttributeChanges;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of what flushes and statements did to objects since the transaction or a savepoint began, so that a
 * rollback restores the objects too. Confined to one thread at a time.
 */
final class ScopeJournal {

    /** An object whose key was changed. */
    private record Rekeyed(ManagedEntity entity, Object before) {}

    /** A collection whose changes were flushed. */
    private record Collected(ManagedEntity owner, int attribute) {}

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

    ScopeJournal(TransactionScope view, @Nullable Savepoints savepoint) {
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
    Collection<ManagedEntity> saved() {
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

    /** Records the values that a flush set in addition to the changes of the program. */
    void renewed(List<FlushExecutor.Renewed> values) {
        renewed.addAll(values);
    }

    void rekeyed(ManagedEntity entity, Object before) {
        rekeyed.add(new Rekeyed(entity, before));
    }

    /** Adds what happened in an inner scope whose savepoint is released. */
    void absorb(ScopeJournal inner) {
        inserted.addAll(inner.inserted);
        deleted.addAll(inner.deleted);
        rekeyed.addAll(inner.rekeyed);
        keyed.addAll(inner.keyed);
        collected.addAll(inner.collected);
        written.addAll(inner.written);
        renewed.addAll(inner.renewed);
        afterCommit.addAll(inner.afterCommit);
        if (touched != null && inner.touched != null) {
            inner.touched.all().forEach(touched::add);
        }
        if (read != null && inner.read != null) {
            inner.read.all().forEach(read::add);
        }
        rowsChangedByStatement |= inner.rowsChangedByStatement;
    }

    /** Records the objects of a flush that failed. Some of them already have keys, which no row has. */
    void failed(FlushPlan plan, FlushExecutor executor) {
        inserted.addAll(plan.inserted());
        keyed(executor.keyed());
        renewed(executor.renewed());
    }

    /** Detaches the objects whose deletion is committed. */
    void committed(UnitOfWork unit) {
        for (ManagedEntity entity : deleted) {
            if (EntityInternals.lifecycle(entity) == LifecycleState.DELETED) {
                unit.lifecycle().deletedToDetached(entity);
            }
        }
    }

    /** Returns the view of the scope that listeners receive. */
    TransactionScope view() {
        return view;
    }

    /** Returns the savepoints of the scope, or null for the transaction itself. */
    @Nullable
    Savepoints savepoint() {
        return savepoint;
    }

    /** Returns the actions for the commit of the transaction. */
    List<Runnable> afterCommit() {
        return afterCommit;
    }

    /** Restores the objects to their states at the beginning of a  */
    void restore(UnitOfWork unit) {
        ObjectSet undone = new ObjectSet();
        inserted.forEach(undone::add);
        for (int i = rekeyed.size() - 1; i >= 0; i--) {
            Rekeyed one = rekeyed.get(i);
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
        for (int i = renewed.size() - 1; i >= 0; i--) {
            renewed.get(i).undo();
        }
        for (int i = written.size() - 1; i >= 0; i--) {
            written.get(i).restore();
        }
        for (ManagedEntity entity : inserted) {
            if (EntityInternals.lifecycle(entity) != LifecycleState.DETACHED) {
                unit.states().becomeTransient(entity, undone);
            }
        }
        ObjectSet keeping = new ObjectSet();
        keyed.forEach(keeping::add);
        for (ManagedEntity entity : inserted) {
            if (EntityInternals.lifecycle(entity) == LifecycleState.TRANSIENT && !keeping.contains(entity)) {
                unit.states().takeKeyBack(entity);
            }
        }
        for (ManagedEntity entity : deleted) {
            if (EntityInternals.lifecycle(entity) == LifecycleState.DELETED) {
                unit.states().becomePersistent(entity);
            } else if (EntityInternals.lifecycle(entity) == LifecycleState.DETACHED) {
                unit.lifecycle().deletionUndone(entity);
            }
        }
    }

    /**
     * Expires the collections whose changes are undone with the transaction. Those of new objects keep their content,
     * so that the objects can be added again.
     */
    static void expireCollections(List<ScopeJournal> undone, UnitOfWork unit) {
        if (undone.stream().allMatch(one -> one.collected.isEmpty())) {
            return;
        }
        ObjectSet inserted = new ObjectSet();
        undone.forEach(one -> one.inserted.forEach(inserted::add));
        for (ScopeJournal one : undone) {
            for (Collected change : one.collected) {
                if (isPersistent(change.owner) && !inserted.contains(change.owner)) {
                    unit.expiration().expire(change.owner, change.attribute);
                }
            }
        }
    }

    /** Expires the objects that were possibly changed since a savepoint that is rolled back. */
    static void expire(List<ScopeJournal> undone, List<ManagedEntity> unflushed, UnitOfWork unit) {
        if (undone.stream().anyMatch(one -> one.rowsChangedByStatement)) {
            unit.expiration().expireAll();
            return;
        }
        ObjectSet expired = new ObjectSet();
        unflushed.forEach(expired::add);
        for (ScopeJournal one : undone) {
            if (one.touched != null) {
                one.touched.all().forEach(expired::add);
            }
            one.deleted.forEach(expired::add);
        }
        expired.all().stream().filter(ScopeJournal::isPersistent).forEach(unit.expiration()::expire);
        for (ScopeJournal one : undone) {
            if (one.read != null) {
                one.read.all().stream().filter(ScopeJournal::isPersistent)
                        .forEach(unit.expiration()::expireInverseSides);
            }
        }
    }

    private static boolean isPersistent(ManagedEntity entity) {
        return EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT;
    }
}
