package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.flush.FlushExecutor;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.flush.FlushPlanner;
import dev.rubedo.orm.loading.AttributeLoader;
import dev.rubedo.orm.loading.LoadContext;
import dev.rubedo.orm.loading.RelationshipLoader;
import dev.rubedo.orm.loading.StatementBook;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.Model;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.orm.query.Fetch;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.IdentityMap;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a session: what entities are attached to and what loaders load into. What is to be done with them is kept by {@link
 * PendingObjects}; what flushes and rollbacks make of them is the matter of {@link ObjectStates}. Confined to one thread at a time.
 */
final class Workspace implements LoadContext {

    private final EntitySession session;
    private final Model model;
    private final StatementBook statements;
    private final AttributeLoader loader = new AttributeLoader(this);
    private final @Nullable IdentityMap[] identities;
    private final PendingObjects pending = new PendingObjects(this);
    private final ObjectStates states = new ObjectStates(this);
    private boolean flushing;
    private int autoflushOff;

    Workspace(EntitySession session, Model model, StatementBook statements, boolean autoflush) {
        this.session = session;
        this.model = model;
        this.statements = statements;
        this.identities = new IdentityMap[model.mappers().size()];
        this.autoflushOff = autoflush ? 0 : 1;
    }

    EntitySession session() {
        return session;
    }

    PendingObjects pending() {
        return pending;
    }

    ObjectStates states() {
        return states;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public StatementBook statements() {
        return statements;
    }

    @Override
    public Connection connection() {
        return session.transaction().connection();
    }

    @Override
    public IdentityMap identities(Mapper<?> mapper) {
        IdentityMap map = identities[mapper.position()];
        if (map == null) {
            map = new IdentityMap();
            identities[mapper.position()] = map;
        }
        return map;
    }

    List<ManagedEntity> persistent() {
        List<ManagedEntity> all = new ArrayList<>();
        for (IdentityMap map : identities) {
            if (map != null) {
                all.addAll(map.all());
            }
        }
        return all;
    }

    // --- what entities tell

    @Override
    public void changed(ManagedEntity entity) {
        pending.change(entity);
    }

    @Override
    public void load(ManagedEntity entity, int attribute) {
        session.enter();
        try {
            loader.load(entity, attribute);
        } finally {
            session.leave();
        }
    }

    @Override
    public void loadCollection(ManagedEntity owner, int attribute, RelatedCollection collection) {
        session.enter();
        try {
            if (EntityInternals.lifecycle(owner) == LifecycleState.DELETED) {
                collection.fill(List.of());
                return;
            }
            loader.relationship(owner, model.mapper(owner).relationship(attribute));
        } finally {
            session.leave();
        }
    }

    @Override
    public @Nullable Object peek(ManagedEntity entity, int attribute, boolean mayLoad) {
        return loader.peek(entity, attribute, mayLoad);
    }

    @Override
    public void relationshipRead(ManagedEntity owner) {
        session.transaction().scope().relationshipRead(owner);
    }

    @Override
    public void requireRelatable(ManagedEntity owner, int attribute, ManagedEntity target) {
        if (EntityInternals.isGone(target)) {
            throw deleted(target);
        }
        if (EntityInternals.context(target) != this
                && model.mapper(owner).relationship(attribute).cascades(Cascade.SAVE_UPDATE)) {
            requireNotElsewhere(target);
        }
    }

    @Override
    public void related(ManagedEntity owner, int attribute, ManagedEntity target) {
        RelationshipProperty relationship = model.mapper(owner).relationship(attribute);
        if (!relationship.cascades(Cascade.SAVE_UPDATE)) {
            return;
        }
        if (EntityInternals.context(target) != this) {
            add(target);
        } else if (relationship.kind() == Kind.ONE_TO_MANY) {
            pending.keep(target);
        }
    }

    @Override
    public boolean mayHold(ManagedEntity owner, int attribute, ManagedEntity item) {
        RelationshipProperty relationship = model.mapper(owner).relationship(attribute);
        return relationship.kind() != Kind.ONE_TO_MANY || RelationshipLoader.mayRefer(owner, relationship, item);
    }

    @Override
    public void release(ManagedEntity entity) {
        letGo(entity);
    }

    @Override
    public void unrelated(ManagedEntity owner, int attribute, ManagedEntity target) {
        RelationshipProperty relationship = model.mapper(owner).relationship(attribute);
        RelationshipProperty inverse = relationship.inverse();
        if (relationship.cascades(Cascade.DELETE_ORPHAN)) {
            forgetOrphan(target, relationship);
        } else if (inverse != null && inverse.cascades(Cascade.DELETE_ORPHAN)) {
            forgetOrphan(owner, inverse);
        }
    }

    /** A new object that lost its parent is not inserted. */
    private void forgetOrphan(ManagedEntity child, RelationshipProperty relationship) {
        if (EntityInternals.lifecycle(child) != LifecycleState.PENDING || EntityInternals.context(child) != this) {
            return;
        }
        RelationshipProperty inverse = relationship.inverse();
        if (inverse == null || EntityInternals.get(child, inverse.index()) == null) {
            pending.forget(child);
        }
    }

    // --- adding, deleting, letting go

    void add(ManagedEntity root) {
        Deque<ManagedEntity> open = new ArrayDeque<>();
        attach(root);
        open.push(root);
        while (!open.isEmpty()) {
            ManagedEntity entity = open.pop();
            for (RelationshipProperty relationship : model.mapper(entity).relationships()) {
                if (!relationship.cascades(Cascade.SAVE_UPDATE)) {
                    continue;
                }
                for (ManagedEntity target : RelationshipLoader.current(entity, relationship)) {
                    if (isLeftOver(entity, target)) {
                        continue;
                    }
                    if (EntityInternals.context(target) != this || EntityInternals.isGone(target)) {
                        attach(target);
                        open.push(target);
                    }
                }
            }
        }
    }

    /** A deleted object may still stand in what was loaded before: only who is new must not lead to it. */
    private static boolean isLeftOver(ManagedEntity owner, ManagedEntity target) {
        return EntityInternals.isGone(target) && EntityInternals.isTracked(owner);
    }

    private void requireNotElsewhere(ManagedEntity entity) {
        if (EntityInternals.context(entity) != null && EntityInternals.context(entity) != this) {
            throw new ObjectStateException(EntityInternals.describe(entity)
                    + " belongs to another session. Detach it there first, or merge(...) a copy of it here.");
        }
    }

    private static ObjectStateException deleted(ManagedEntity entity) {
        return new ObjectStateException(EntityInternals.describe(entity) + (EntityInternals.isTracked(entity)
                && EntityInternals.context(entity) != null
                        ? " was deleted by a flush of this transaction. Roll back to have it again, or"
                        : " was deleted. To store it again,")
                + " call InstanceState.of(object).makeTransient() first, or add a new object.");
    }

    private void attach(ManagedEntity entity) {
        requireNotElsewhere(entity);
        if (EntityInternals.isGone(entity)) {
            throw deleted(entity);
        }
        switch (EntityInternals.lifecycle(entity)) {
            case TRANSIENT -> {
                EntityInternals.move(entity, LifecycleState.PENDING, this);
                pending.add(entity);
            }
            case DETACHED -> reattach(entity);
            case PERSISTENT -> pending.keep(entity);
            case PENDING, DELETED -> {}
        }
    }

    private void reattach(ManagedEntity entity) {
        Mapper<?> mapper = model.mapper(entity);
        Object key = mapper.storedKey(entity);
        ManagedEntity other = identities(mapper).get(key);
        if (other != null && other != entity) {
            throw new ObjectStateException(
                    "This session has another object for the row of " + EntityInternals.describe(entity)
                            + " already. Use merge(...), which copies onto that one.");
        }
        identities(mapper).put(key, entity);
        EntityInternals.move(entity, LifecycleState.PERSISTENT, this);
        if (EntityInternals.isAnyChanged(entity)) {
            EntityInternals.touch(entity);
        }
    }

    void delete(ManagedEntity entity) {
        requireNotElsewhere(entity);
        if (EntityInternals.lifecycle(entity) == LifecycleState.DETACHED) {
            attach(entity);
        }
        if (EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT) {
            throw new ObjectStateException(EntityInternals.describe(entity) + " cannot be deleted: it is "
                    + EntityInternals.lifecycle(entity).name().toLowerCase(Locale.ROOT)
                    + ". Only an object with a row can be; a pending one is let go by detach(...).");
        }
        pending.delete(entity);
    }

    void detach(ManagedEntity root) {
        Deque<ManagedEntity> open = new ArrayDeque<>();
        if (EntityInternals.context(root) != this) {
            throw new ObjectStateException(EntityInternals.describe(root) + " does not belong to this session.");
        }
        open.push(root);
        while (!open.isEmpty()) {
            ManagedEntity entity = open.pop();
            if (EntityInternals.context(entity) != this) {
                continue;
            }
            for (RelationshipProperty relationship : model.mapper(entity).relationships()) {
                if (relationship.cascades(Cascade.DETACH)) {
                    RelationshipLoader.current(entity, relationship).forEach(open::push);
                }
            }
            letGo(entity);
        }
    }

    private void letGo(ManagedEntity entity) {
        switch (EntityInternals.lifecycle(entity)) {
            case PENDING -> pending.forget(entity);
            case PERSISTENT -> {
                Mapper<?> mapper = model.mapper(entity);
                identities(mapper).remove(mapper.storedKey(entity), entity);
                pending.release(entity);
                EntityInternals.move(entity, LifecycleState.DETACHED, null);
            }
            case DELETED -> EntityInternals.detachDeleted(entity);
            case TRANSIENT, DETACHED -> {}
        }
    }

    void detachAll() {
        pending.forgetAll();
        for (int i = 0; i < identities.length; i++) {
            IdentityMap map = identities[i];
            if (map != null) {
                map.forEach(entity -> EntityInternals.move(entity, LifecycleState.DETACHED, null));
                identities[i] = null;
            }
        }
    }

    // --- expiring and loading

    void expire(ManagedEntity entity) {
        Mapper<?> mapper = model.mapper(entity);
        if (EntityInternals.isAnyChanged(entity)) {
            ObjectStates.takeKeyChangesBack(mapper, entity);
        }
        pending.forgetChange(entity);
        EntityInternals.expire(entity, mapper.expiredBits());
        for (int attribute : mapper.expiredBeyond()) {
            EntityInternals.markUnloaded(entity, attribute);
        }
        for (int attribute : mapper.collections()) {
            if (EntityInternals.get(entity, attribute) instanceof RelatedCollection collection) {
                collection.expire();
            }
        }
    }

    /** Expires an object and, by the cascade "refresh-expire", what is loaded of the objects it leads to. */
    void expireWithRelated(ManagedEntity root) {
        Set<ManagedEntity> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<ManagedEntity> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            ManagedEntity entity = open.pop();
            if (EntityInternals.context(entity) != this
                    || EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT || !seen.add(entity)) {
                continue;
            }
            for (RelationshipProperty relationship : model.mapper(entity).relationships()) {
                if (relationship.cascades(Cascade.REFRESH_EXPIRE)) {
                    RelationshipLoader.current(entity, relationship).forEach(open::push);
                }
            }
            expire(entity);
        }
    }

    void expireAll() {
        pending.forgetChanges();
        for (IdentityMap map : identities) {
            if (map != null) {
                map.forEach(this::expire);
            }
        }
    }

    void expire(ManagedEntity entity, int attribute) {
        Mapper<?> mapper = model.mapper(entity);
        if (mapper.isPrimaryKey(attribute)) {
            ObjectStates.takeKeyChangesBack(mapper, entity);
            return;
        }
        if (EntityInternals.get(entity, attribute) instanceof RelatedCollection collection) {
            collection.expire();
            EntityInternals.flushed(entity, attribute);
        } else {
            EntityInternals.flushed(entity, attribute);
            EntityInternals.markUnloaded(entity, attribute);
        }
    }

    /** Forgets what other rows say of an object: its collections, and a one-to-one whose foreign key is on the other side. */
    void expireWhatOthersSay(ManagedEntity entity) {
        for (RelationshipProperty relationship : model.mapper(entity).relationships()) {
            if (relationship.kind() != Kind.MANY_TO_ONE && RelationshipLoader.isLoaded(entity, relationship)) {
                expire(entity, relationship.index());
            }
        }
    }

    AttributeLoader loader() {
        return loader;
    }

    @Nullable
    ManagedEntity find(Mapper<?> mapper, Object key) {
        return identities(mapper).get(key);
    }

    @Nullable
    ManagedEntity load(Mapper<?> mapper, Object[] key, Fetch fetch, boolean lock) {
        autoflush();
        return loader.get(mapper, key, fetch, lock, lock);
    }

    @Override
    public void autoflush() {
        if (autoflushOff == 0 && !flushing && !isClean()) {
            flush();
        }
    }

    void autoflushOff(boolean off) {
        autoflushOff += off ? 1 : -1;
    }

    boolean isClean() {
        return pending.isEmpty();
    }

    // --- flushing

    void flush() {
        if (isClean()) {
            return;
        }
        if (flushing) {
            throw new FlushException("This session is flushing already.");
        }
        flushing = true;
        try {
            FlushPlan plan = new FlushPlanner(pending).plan();
            if (!plan.isEmpty()) {
                Connection connection = connection();
                FlushExecutor executor = new FlushExecutor(connection, statements);
                try {
                    executor.execute(plan);
                } catch (RuntimeException | Error e) {
                    undo(plan, executor, e);
                    throw e;
                }
                session.transaction().scope().keyed(executor.keyed());
            }
            states.flushed(plan, pending.changed(), session.transaction().scope());
            pending.clear();
        } finally {
            endFlush();
        }
    }

    /** What goes wrong while going back must not hide why. */
    private void undo(FlushPlan plan, FlushExecutor executor, Throwable failure) {
        try {
            session.transaction().flushFailed(plan, executor.keyed());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void endFlush() {
        flushing = false;
        pending.endFlush();
    }

    FlushPlan plan() {
        flushing = true;
        FlushPlanner planner = new FlushPlanner(pending);
        try {
            return planner.plan();
        } finally {
            planner.takeBack();
            endFlush();
        }
    }

    /** A row was changed by a statement: a savepoint that is undone has to read it again. */
    void changedByStatement(ManagedEntity entity) {
        session.transaction().scope().changedByStatement(entity);
    }

    /** A statement of the program may change any rows: a savepoint that is undone cannot know which objects were read from them. */
    void rowsChangedByStatement() {
        session.transaction().scope().rowsChangedByStatement();
    }

    /** Rows were deleted by a statement: their objects are deleted as if by a flush. */
    void vanished(List<ManagedEntity> entities) {
        entities.forEach(pending::release);
        states.vanished(entities, session.transaction().scope());
    }
}
