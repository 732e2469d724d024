package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.flush.FlushExecutor;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.flush.FlushPlanner;
import dev.rubedo.orm.flush.PendingWork;
import dev.rubedo.orm.loading.AttributeLoader;
import dev.rubedo.orm.loading.Fetch;
import dev.rubedo.orm.loading.LoadContext;
import dev.rubedo.orm.loading.RelationshipLoader;
import dev.rubedo.orm.loading.StatementBook;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.Model;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.IdentityMap;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects of a session and what is to be done with them: what entities are attached to, what the planner plans for and what loaders load
 * into. All changes of state happen here. Confined to one thread at a time.
 */
final class Workspace implements LoadContext, PendingWork {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final EntitySession session;
    private final Model model;
    private final StatementBook statements;
    private final AttributeLoader loader = new AttributeLoader(this);
    private final @Nullable IdentityMap[] identities;
    private final List<ManagedEntity> added = new ArrayList<>();
    private final List<ManagedEntity> changed = new ArrayList<>();
    private final ObjectSet deleting = new ObjectSet();
    private final ObjectSet cascaded = new ObjectSet();
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
        changed.add(entity);
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
            deleting.remove(target);
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
            forget(child);
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
                added.add(entity);
            }
            case DETACHED -> reattach(entity);
            case PERSISTENT -> deleting.remove(entity);
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
        if (EntityInternals.lifecycle(entity) == LifecycleState.DETACHED) {
            attach(entity);
        }
        if (EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT || EntityInternals.context(entity) != this) {
            throw new ObjectStateException(EntityInternals.describe(entity) + " cannot be deleted: it is "
                    + EntityInternals.lifecycle(entity).name().toLowerCase(java.util.Locale.ROOT)
                    + (EntityInternals.context(entity) == null || EntityInternals.context(entity) == this ? ""
                            : " in another session")
                    + ". Only an object with a row can be; a pending one is let go by detach(...).");
        }
        deleting.add(entity);
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
            case PENDING -> forget(entity);
            case PERSISTENT -> {
                Mapper<?> mapper = model.mapper(entity);
                identities(mapper).remove(mapper.storedKey(entity), entity);
                changed.removeIf(other -> other == entity);
                deleting.remove(entity);
                EntityInternals.move(entity, LifecycleState.DETACHED, null);
            }
            case DELETED -> EntityInternals.move(entity, LifecycleState.DETACHED, null);
            case TRANSIENT, DETACHED -> {}
        }
    }

    void detachAll() {
        for (ManagedEntity entity : added) {
            EntityInternals.move(entity, LifecycleState.TRANSIENT, null);
        }
        added.clear();
        changed.clear();
        deleting.clear();
        for (int i = 0; i < identities.length; i++) {
            IdentityMap map = identities[i];
            if (map != null) {
                for (ManagedEntity entity : map.all()) {
                    EntityInternals.move(entity, LifecycleState.DETACHED, null);
                }
                identities[i] = null;
            }
        }
    }

    @Override
    public void forget(ManagedEntity object) {
        added.removeIf(other -> other == object);
        EntityInternals.move(object, LifecycleState.TRANSIENT, null);
    }

    // --- expiring and loading

    void expire(ManagedEntity entity) {
        Mapper<?> mapper = model.mapper(entity);
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
        changed.clear();
        for (IdentityMap map : identities) {
            if (map != null) {
                map.forEach(this::expire);
            }
        }
    }

    void expire(ManagedEntity entity, int attribute) {
        Mapper<?> mapper = model.mapper(entity);
        if (mapper.isPrimaryKey(attribute)) {
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

    AttributeLoader loader() {
        return loader;
    }

    @Override
    public @Nullable ManagedEntity find(Mapper<?> mapper, Object key) {
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
        return added.isEmpty() && changed.isEmpty() && deleting.isEmpty();
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
            FlushPlan plan = new FlushPlanner(this).plan();
            if (!plan.isEmpty()) {
                Connection connection = connection();
                try {
                    new FlushExecutor(connection, statements).execute(plan);
                } catch (RuntimeException | Error e) {
                    session.transaction().flushFailed();
                    throw e;
                }
            }
            flushed(plan);
        } finally {
            endFlush();
        }
    }

    /** What was found to be deleted with something else is found again by the next flush, if it still is so. */
    private void endFlush() {
        flushing = false;
        cascaded.clear();
    }

    FlushPlan plan() {
        flushing = true;
        try {
            return new FlushPlanner(this).plan();
        } finally {
            endFlush();
        }
    }

    private void flushed(FlushPlan plan) {
        SessionTransaction.Scope scope = session.transaction().scope();
        for (ManagedEntity entity : plan.inserted()) {
            inserted(entity);
        }
        for (ManagedEntity entity : plan.deleted()) {
            Mapper<?> mapper = model.mapper(entity);
            identities(mapper).remove(mapper.storedKey(entity), entity);
            EntityInternals.move(entity, LifecycleState.DELETED, this);
            EntityInternals.flushed(entity);
        }
        for (ManagedEntity entity : changed) {
            updated(entity, scope);
        }
        for (ManagedEntity entity : plan.updated()) {
            updated(entity, scope);
        }
        scope.flushed(plan, changed);
        added.clear();
        changed.clear();
        deleting.clear();
    }

    private void inserted(ManagedEntity entity) {
        Mapper<?> mapper = model.mapper(entity);
        Object key = Objects.requireNonNull(mapper.key(entity), "key");
        EntityInternals.move(entity, LifecycleState.PERSISTENT, this);
        EntityInternals.flushed(entity);
        identities(mapper).put(key, entity);
        for (int attribute : mapper.serverDefaults()) {
            if (EntityInternals.get(entity, attribute) == null) {
                EntityInternals.markUnloaded(entity, attribute);
            }
        }
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            if (EntityInternals.get(entity, relationship.index()) == null
                    && EntityInternals.get(entity, relationship.local()[0]) != null) {
                EntityInternals.markUnloaded(entity, relationship.index());
            }
        }
        collectionsFlushed(mapper, entity);
    }

    private static void collectionsFlushed(Mapper<?> mapper, ManagedEntity entity) {
        for (int attribute : mapper.collections()) {
            if (EntityInternals.get(entity, attribute) instanceof RelatedCollection collection) {
                collection.flushed();
            }
        }
    }

    private void updated(ManagedEntity entity, SessionTransaction.Scope scope) {
        if (EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT || EntityInternals.context(entity) != this) {
            return;
        }
        Mapper<?> mapper = model.mapper(entity);
        for (int attribute : mapper.primaryKey()) {
            if (EntityInternals.isChanged(entity, attribute)) {
                Object before = mapper.storedKey(entity);
                identities(mapper).remove(before, entity);
                identities(mapper).put(Objects.requireNonNull(mapper.key(entity), "key"), entity);
                scope.rekeyed(entity, before);
                break;
            }
        }
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            if (!EntityInternals.isChanged(entity, relationship.index())
                    && EntityInternals.isChanged(entity, relationship.local()[0])) {
                EntityInternals.markUnloaded(entity, relationship.index());
            }
        }
        EntityInternals.flushed(entity);
        collectionsFlushed(mapper, entity);
    }

    /** Rows were deleted by a statement: their objects are deleted as if by a flush. */
    void vanished(List<ManagedEntity> entities) {
        for (ManagedEntity entity : entities) {
            Mapper<?> mapper = model.mapper(entity);
            identities(mapper).remove(mapper.storedKey(entity), entity);
            changed.removeIf(other -> other == entity);
            deleting.remove(entity);
            EntityInternals.flushed(entity);
            EntityInternals.move(entity, LifecycleState.DELETED, this);
        }
        session.transaction().scope().vanished(entities);
    }

    // --- what rollback undoes

    /** A new object whose INSERT is undone: the key that the database made and those copied from others are taken back. */
    void becomeTransient(ManagedEntity entity, ObjectSet undone) {
        Mapper<?> mapper = model.mapper(entity);
        if (EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT) {
            Object key = mapper.key(entity);
            if (key != null) {
                identities(mapper).remove(key, entity);
            }
        }
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            if (EntityInternals.get(entity, relationship.index()) instanceof ManagedEntity parent
                    && undone.contains(parent)) {
                for (int attribute : relationship.local()) {
                    EntityInternals.put(entity, attribute, null);
                }
            }
        }
        EntityInternals.becomeTransient(entity);
    }

    /** Takes the key back that the database made. */
    void takeKeyBack(ManagedEntity entity) {
        int generated = model.mapper(entity).generated();
        if (generated >= 0) {
            EntityInternals.put(entity, generated, null);
            EntityInternals.flushed(entity, generated);
        }
    }

    void becomePersistent(ManagedEntity entity) {
        Mapper<?> mapper = model.mapper(entity);
        EntityInternals.move(entity, LifecycleState.PERSISTENT, this);
        identities(mapper).put(mapper.storedKey(entity), entity);
    }

    void forgetPending() {
        for (ManagedEntity entity : List.copyOf(added)) {
            EntityInternals.move(entity, LifecycleState.TRANSIENT, null);
        }
        added.clear();
        changed.clear();
        deleting.clear();
    }

    void rekey(ManagedEntity entity, Object before) {
        Mapper<?> mapper = model.mapper(entity);
        Object now = mapper.key(entity);
        if (now != null) {
            identities(mapper).remove(now, entity);
        }
        int[] key = mapper.primaryKey();
        for (int i = 0; i < key.length; i++) {
            Object value = key.length == 1 ? before : ((List<?>) before).get(i);
            Class<?> type = mapper.column(key[i]).type().javaType();
            EntityInternals.put(entity, key[i], Keys.sized(type, value));
        }
        identities(mapper).put(before, entity);
    }

    // --- what the planner asks

    @Override
    public Collection<ManagedEntity> added() {
        return added;
    }

    @Override
    public Collection<ManagedEntity> changed() {
        return changed;
    }

    @Override
    public Collection<ManagedEntity> deleted() {
        if (cascaded.isEmpty()) {
            return deleting.all();
        }
        List<ManagedEntity> all = new ArrayList<>(deleting.all());
        all.addAll(cascaded.all());
        return all;
    }

    @Override
    public boolean contains(ManagedEntity object) {
        return EntityInternals.context(object) == this && EntityInternals.lifecycle(object) != LifecycleState.DELETED;
    }

    @Override
    public boolean isDeleting(ManagedEntity object) {
        return deleting.contains(object) || cascaded.contains(object);
    }

    @Override
    public void deleting(ManagedEntity object) {
        if (!deleting.contains(object)) {
            cascaded.add(object);
        }
    }

    @Override
    public void load(List<ManagedEntity> owners, RelationshipProperty relationship) {
        new RelationshipLoader(this).load(owners, relationship, Fetch.DEFAULT);
    }

    @Override
    public void notInSession(RelationshipProperty relationship, ManagedEntity object) {
        String message = "\"" + relationship + "\" leads to " + EntityInternals.describe(object)
                + ", which is in no session, and does not cascade SAVE_UPDATE: add it to the session.";
        boolean required = relationship.kind() == Kind.MANY_TO_ONE
                && !relationship.owner().columnDefinition(relationship.local()[0]).isNullable();
        if (required) {
            throw new FlushException(message);
        }
        LOG.warn("{} This link is not written.", message);
    }
}
