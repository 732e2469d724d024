package dev.rubedo.orm.state;

import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Access to the internals of an entity, for the packages of the ORM; applications use {@link InstanceState}. Stateless
 * and thread-safe, but each entity is confined to one thread at a time.
 */
public final class EntityInternals {

    /** A placeholder for a value that is not known yet; equal to no other value. */
    private static final Object COMING = new Object();

    private EntityInternals() {}

    /** Returns an application's object as an entity. */
    public static ManagedEntity managed(Object entity) {
        if (entity instanceof ManagedEntity managed) {
            return managed;
        }
        if (entity instanceof Iterable<?>) {
            throw new IllegalArgumentException("A collection (" + entity.getClass().getName()
                    + ") is not an entity. To pass all its objects, call addAll(...), deleteAll(...) or mergeAll(...); otherwise pass each object.");
        }
        throw new IllegalArgumentException("\"" + entity.getClass().getName()
                + "\" is not an entity: annotate it with @Entity, let it extend its generated base and run the annotation processor.");
    }

    /** Returns the definition of the entity. */
    public static EntityDefinition<?> definition(ManagedEntity entity) {
        return entity.$definition();
    }

    /** Returns the raw value of an attribute without loading it. */
    public static @Nullable Object get(ManagedEntity entity, int attribute) {
        return entity.$get(attribute);
    }

    /** Writes the raw value of an attribute and marks it as loaded, without tracking a change. */
    public static void put(ManagedEntity entity, int attribute, @Nullable Object value) {
        entity.rekey();
        entity.$put(attribute, value);
        entity.markLoaded(attribute);
    }

    /** Registers a map to be notified before an attribute of an object changes. */
    public static void keyedIn(ManagedEntity entity, RelatedCollection map) {
        entity.keyedIn(map);
    }

    /** Ends the notifications of a map. */
    public static void notKeyedIn(ManagedEntity entity, RelatedCollection map) {
        entity.notKeyedIn(map);
    }

    /** Returns a collection, creating it on first access. */
    public static RelatedCollection collection(ManagedEntity entity, int attribute) {
        RelatedCollection collection = entity.$collection(attribute);
        if (collection == null) {
            throw new IllegalStateException(
                    "Attribute " + attribute + " of \"" + entity.$definition().name() + "\" is not a collection.");
        }
        return collection;
    }

    /** Reads all column attributes, starting at this result column. */
    public static void read(ManagedEntity entity, RowReader in, int at) {
        entity.rekey();
        try {
            entity.$read(in, at);
        } catch (RuntimeException e) {
            throw Conversions.unreadable(entity, in, at, e);
        }
    }

    /** Reads all column attributes, starting at this result column, of an entity whose integer key was read before. */
    public static void read(ManagedEntity entity, long key, RowReader in, int at) {
        entity.rekey();
        try {
            entity.$read(key, in, at);
        } catch (RuntimeException e) {
            throw Conversions.unreadable(entity, in, at, e);
        }
    }

    /** Reads one column attribute and marks it as loaded. */
    public static void read(ManagedEntity entity, int attribute, RowReader in, int at) {
        entity.rekey();
        try {
            entity.$read(attribute, in, at);
        } catch (RuntimeException e) {
            throw Conversions.unreadable(entity, attribute, e);
        }
        entity.markLoaded(attribute);
    }

    /** Writes the value of one column attribute as the next parameter. */
    public static void bind(ManagedEntity entity, int attribute, ParameterWriter out) {
        try {
            entity.$bind(attribute, out);
        } catch (RuntimeException e) {
            throw Conversions.unwritable(entity, attribute, e);
        }
    }

    /** Returns the session of the entity, or null. */
    public static @Nullable EntityContext context(ManagedEntity entity) {
        return entity.$context;
    }

    /** Returns the lifecycle state of the entity. */
    public static LifecycleState lifecycle(ManagedEntity entity) {
        return entity.lifecycle();
    }

    /** Returns whether the entity has a row, whether it is attached to a session or not. */
    public static boolean isTracked(ManagedEntity entity) {
        return entity.$tracked;
    }

    /** Moves the entity to another lifecycle state, in this session or without one. */
    public static void move(ManagedEntity entity, LifecycleState state, @Nullable EntityContext context) {
        entity.lifecycle(state);
        entity.$context = context;
        entity.$tracked = state != LifecycleState.TRANSIENT && state != LifecycleState.PENDING;
        entity.wasDeleted = false;
        if (context == null) {
            entity.queued = false;
            entity.group = null;
        } else if (entity.$tracked) {
            entity.watchIn(context);
        }
    }

    /** Detaches an entity whose deletion was committed. */
    public static void detachDeleted(ManagedEntity entity) {
        move(entity, LifecycleState.DETACHED, null);
        entity.wasDeleted = true;
    }

    /** Returns whether the row of the entity was deleted, in the open transaction or in a committed one. */
    public static boolean isGone(ManagedEntity entity) {
        return entity.lifecycle() == LifecycleState.DELETED || entity.wasDeleted;
    }

    /**
     * Makes an entity that was just created from a row persistent; {@code unloaded} has the bits of the attributes
     * below 64 that are not loaded.
     */
    public static void loaded(ManagedEntity entity, EntityContext context, long unloaded) {
        entity.lifecycle(LifecycleState.PERSISTENT);
        entity.$context = context;
        entity.$tracked = true;
        entity.$unloaded = unloaded;
        entity.forgetChanges();
    }

    /**
     * Makes an entity whose row was never committed transient again. If it was inserted, every attribute that its row
     * had is marked as set; if it was pending, it keeps the attributes that were set.
     */
    public static void becomeTransient(ManagedEntity entity) {
        boolean hadRow = entity.$tracked;
        move(entity, LifecycleState.TRANSIENT, null);
        entity.shard = 0;
        if (hadRow) {
            entity.forgetChanges();
        }
        int count = entity.$definition().attributes().size();
        for (int i = 0; i < count; i++) {
            Object value = entity.$get(i);
            if (value instanceof RelatedCollection collection) {
                collection.becomeTransient();
            }
            if (entity.$definition().attribute(i) instanceof FormulaDefinition) {
                entity.$put(i, null);
            } else if (hadRow && wasInRow(entity, i, value)) {
                entity.$markChanged(i);
            }
        }
        entity.markAllLoaded();
    }

    /** Makes a transient entity detached: the attributes that were set are those of its row, the others are unloaded. */
    public static void becomeDetached(ManagedEntity entity) {
        EntityDefinition<?> definition = entity.$definition();
        if (entity.lifecycle() != LifecycleState.TRANSIENT || entity.wasDeleted) {
            throw new ObjectStateException(entity.$describe() + " is not transient, so it cannot be made detached."
                    + " Use session.detach(...) for an object of a session.");
        }
        for (int key : definition.primaryKey()) {
            if (isMissing(entity, key)) {
                throw new ObjectStateException(entity.$describe() + " has no value for \""
                        + definition.attribute(key).name() + "\". Set the primary key before it is made detached.");
            }
        }
        int count = definition.attributes().size();
        boolean[] isSet = new boolean[count];
        for (int i = 0; i < count; i++) {
            isSet[i] = entity.$isChanged(i);
        }
        move(entity, LifecycleState.DETACHED, null);
        entity.forgetChanges();
        for (int i = 0; i < count; i++) {
            if (entity.$get(i) instanceof RelatedCollection collection) {
                collection.expire();
            } else if (!isSet[i] && !(definition.attribute(i) instanceof RelationshipDefinition relationship
                    && relationship.isToMany())) {
                entity.markUnloaded(i);
            }
        }
        for (int key : definition.primaryKey()) {
            entity.markLoaded(key);
        }
    }

    /**
     * Returns whether an attribute had a value in the row. A column with a database default that was not read since is
     * null here, or the zero of a primitive; the database fills it again.
     */
    private static boolean wasInRow(ManagedEntity entity, int attribute, @Nullable Object value) {
        ColumnDefinition column = entity.$definition().attribute(attribute) instanceof ColumnDefinition own ? own
                : null;
        if (column != null && column.computed() != null) {
            return false;
        }
        boolean hasDefault = column != null && column.isFilledOnInsert();
        if (hasDefault && entity.$isUnloaded(attribute)) {
            return value != null && !value.equals(Boolean.FALSE)
                    && !(value instanceof Number number && number.doubleValue() == 0);
        }
        return hasDefault || value != null;
    }

    /**
     * Expires all column and to-one attributes except the primary key, and discards all changes. Collections discard
     * their content.
     */
    public static void expire(ManagedEntity entity, long bits) {
        entity.rekey();
        entity.forgetChanges();
        entity.queued = false;
        entity.$unloaded |= bits;
    }

    /** Returns whether an attribute is not loaded. */
    public static boolean isUnloaded(ManagedEntity entity, int attribute) {
        return entity.$isUnloaded(attribute);
    }

    /** Returns whether any of these attributes, given as bits below 64, is not loaded. */
    public static boolean isAnyUnloaded(ManagedEntity entity, long attributes) {
        return (entity.$unloaded & attributes) != 0;
    }

    /** Marks an attribute as not loaded. */
    public static void markUnloaded(ManagedEntity entity, int attribute) {
        entity.markUnloaded(attribute);
    }

    /** Returns whether an attribute was changed since it was loaded or flushed. */
    public static boolean isChanged(ManagedEntity entity, int attribute) {
        return entity.$isChanged(attribute);
    }

    /** Returns whether any attribute was changed since the entity was loaded or flushed. */
    public static boolean isAnyChanged(ManagedEntity entity) {
        return entity.isAnyChanged();
    }

    /** Returns whether a new entity has no value for a key: null, or the zero of a primitive that was never set. */
    public static boolean isMissing(ManagedEntity entity, int attribute) {
        if ((entity.$tracked || entity.$isChanged(attribute))
                && entity.$definition().attribute(attribute) instanceof ColumnDefinition column
                && column.isPrimitive()) {
            return false;
        }
        Object value = entity.$get(attribute);
        return value == null || !entity.$tracked && !entity.$isChanged(attribute)
                && (value instanceof Long || value instanceof Integer || value instanceof Short)
                && ((Number) value).longValue() == 0;
    }

    /**
     * Returns whether a new entity has a value for a column with a default in the database, so that its INSERT includes
     * the column: the attribute, which may be a primitive, was set, and not to null if the column is NOT NULL.
     */
    public static boolean isGiven(ManagedEntity entity, int attribute, ColumnDefinition column) {
        return entity.$isChanged(attribute)
                && (column.isNullable() || column.isPrimitive() || entity.$get(attribute) != null);
    }

    /**
     * Writes the raw value of an attribute. It is marked as set if the entity is new; otherwise no change is tracked.
     */
    public static void give(ManagedEntity entity, int attribute, @Nullable Object value) {
        put(entity, attribute, value);
        if (!entity.$tracked) {
            entity.$markChanged(attribute);
        }
    }

    /**
     * Records the changes of values that the program changed in place. Returns whether there are values that it may
     * still change.
     */
    public static boolean detectChanges(ManagedEntity entity) {
        return entity.detectChanges();
    }

    /** Returns the bits of the attributes below 64 that were changed. */
    public static long changedBits(ManagedEntity entity) {
        return entity.$changed;
    }

    /**
     * Marks an attribute as changed whose new value is known only after another row is inserted, and records its old
     * value. The session is not notified.
     */
    public static void willChange(ManagedEntity entity, int attribute) {
        entity.record(attribute, entity.$isUnloaded(attribute) ? EntityContext.UNKNOWN : entity.$get(attribute),
                COMING);
    }

    /** Marks a loaded attribute as changed whose old value is not known, and notifies the session. */
    public static void markChanged(ManagedEntity entity, int attribute) {
        entity.record(attribute, EntityContext.UNKNOWN, COMING);
        entity.touch();
    }

    /**
     * Writes a column or to-one attribute on behalf of the unit of work: records the old value and marks the change.
     */
    public static void write(ManagedEntity entity, int attribute, @Nullable Object value) {
        entity.rekey();
        boolean unloaded = entity.$isUnloaded(attribute);
        entity.record(attribute, unloaded ? EntityContext.UNKNOWN : entity.$get(attribute), value);
        entity.$put(attribute, value);
        entity.markLoaded(attribute);
    }

    /** Restores a column or to-one attribute to an earlier value, including its tracked change. */
    public static void restore(ManagedEntity entity, int attribute, @Nullable Object value, boolean isUnloaded,
            boolean isChanged, @Nullable Object before) {
        entity.rekey();
        entity.$put(attribute, value);
        if (isUnloaded) {
            entity.markUnloaded(attribute);
        } else {
            entity.markLoaded(attribute);
        }
        flushed(entity, attribute);
        if (isChanged) {
            entity.record(attribute, before, COMING);
        }
    }

    /** Sets a column or to-one attribute as its setter does. */
    public static void set(ManagedEntity entity, int attribute, @Nullable Object value) {
        switch (entity.$definition().attribute(attribute)) {
            case ColumnDefinition column -> {
                if (column.computed() != null) {
                    throw new IllegalArgumentException("\"" + column.name() + "\" of \"" + entity.$definition().name()
                            + "\" is computed by the database and cannot be set.");
                }
                Object wanted = entity.$isListened() ? entity.$listened(attribute, value) : value;
                entity.$write(attribute, entity.$get(attribute), wanted);
                entity.$put(attribute, wanted);
            }
            case FormulaDefinition formula -> throw new IllegalArgumentException("\"" + describe(entity) + "."
                    + formula.name() + "\" is a formula, which the database computes, and cannot be set. Set the"
                    + " attributes that it is computed from.");
            case RelationshipDefinition relationship -> {
                if (relationship.isToMany()) {
                    entity.$replace(attribute, value);
                    return;
                }
                entity.$assign(attribute, (ManagedEntity) value);
            }
        }
    }

    /**
     * Returns the value of an attribute before it was changed, or {@link EntityContext#UNKNOWN} if it was not loaded.
     */
    public static @Nullable Object before(ManagedEntity entity, int attribute) {
        @Nullable Object[] old = entity.old();
        return old == null || !entity.$isChanged(attribute) ? entity.$get(attribute) : old[attribute];
    }

    /** Returns whether an attribute was changed while it was not loaded, so that its old value is unknown. */
    public static boolean isOverwrittenUnread(ManagedEntity entity, int attribute) {
        return entity.$isChanged(attribute) && before(entity, attribute) == EntityContext.UNKNOWN;
    }

    /** Reads the old value of an attribute that was changed while it was not loaded. */
    public static void readBefore(ManagedEntity entity, int attribute, RowReader in, int at) {
        Object now = entity.$get(attribute);
        entity.$read(attribute, in, at);
        Object before = entity.$get(attribute);
        entity.$put(attribute, now);
        @Nullable Object[] old = entity.old();
        if (old != null) {
            old[attribute] = before;
        }
    }

    /** Clears one change: the attribute is as in the database. */
    public static void flushed(ManagedEntity entity, int attribute) {
        entity.markUnchanged(attribute);
        @Nullable Object[] old = entity.old();
        if (old != null) {
            old[attribute] = null;
        }
    }

    /** Clears all changes: the entity is as in the database. */
    public static void flushed(ManagedEntity entity) {
        entity.forgetChanges();
        entity.queued = false;
    }

    /**
     * Returns whether the collection of a new entity was only read and never changed, so that its being empty does not
     * reflect the database.
     */
    public static boolean isOnlyRead(ManagedEntity entity, int attribute, RelatedCollection collection) {
        return !entity.$tracked && !entity.$isChanged(attribute) && collection.known().isEmpty();
    }

    /** Returns the changes of an entity, or null if there are none. Called before the changes are cleared. */
    public static @Nullable AttributeChanges changes(ManagedEntity entity) {
        @Nullable Object[] old = entity.old();
        return old == null ? null
                : new AttributeChanges(entity, entity.$changed, Objects.requireNonNull(entity.extra).changed, old);
    }

    /** Returns whether the entity is in the session's list of changed objects. */
    public static boolean isQueued(ManagedEntity entity) {
        return entity.queued;
    }

    /** Sets whether the entity is in the session's list of changed objects. */
    public static void queued(ManagedEntity entity, boolean value) {
        entity.queued = value;
    }

    /** Notifies the session, once, that the entity differs from its row. */
    public static void touch(ManagedEntity entity) {
        entity.touch();
    }

    /** Returns the number of the shard that has the object's row; 0 if it has none or is not in a shard. */
    public static int shard(ManagedEntity entity) {
        return entity.shard;
    }

    /** Sets the number of the shard that has the object's row. */
    public static void shard(ManagedEntity entity, int shard) {
        entity.shard = (short) shard;
    }

    /** Returns the objects that came from the same result, or null. */
    public static @Nullable LoadGroup group(ManagedEntity entity) {
        return entity.group;
    }

    /** Sets the objects that came from the same result. */
    public static void group(ManagedEntity entity, @Nullable LoadGroup group) {
        entity.group = group;
    }

    /**
     * Checks that a relationship can be changed.
     *
     * @throws UnsupportedOperationException if it is view-only
     */
    public static void requireWritable(ManagedEntity owner, int attribute) {
        Backrefs.requireWritable(owner, attribute);
    }

    /**
     * Called by a collection before the application adds an object to it. Rejects an object that could not be saved or that
     * a validator does not accept.
     */
    public static void adding(ManagedEntity owner, int attribute, ManagedEntity item) {
        Backrefs.requireRelatable(owner, attribute, item);
        Backrefs.validate(owner, attribute, item, false);
        Backrefs.appending(owner, attribute, item);
    }

    /** Called by a collection before the application removes an object from it. */
    public static void removing(ManagedEntity owner, int attribute, ManagedEntity item) {
        Backrefs.validate(owner, attribute, item, true);
    }

    /** Called by a collection after the application added an object to it. */
    public static void added(ManagedEntity owner, int attribute, ManagedEntity item) {
        Backrefs.added(owner, attribute, item);
    }

    /** Called by a collection after the application removed an object from it. */
    public static void removed(ManagedEntity owner, int attribute, ManagedEntity item) {
        Backrefs.removed(owner, attribute, item);
    }

    /** Called by a collection that was changed from the other side. */
    public static void changed(ManagedEntity owner, int attribute) {
        Backrefs.changedCollection(owner, attribute);
    }

    /** Loads an attribute that is not loaded. */
    public static void load(ManagedEntity entity, int attribute) {
        EntityContext context = entity.$context;
        if (context != null) {
            context.load(entity, attribute);
        } else {
            entity.$load(attribute);
        }
    }

    /** Returns the exception for an attribute that is not loaded and cannot be, because there is no session. */
    public static DetachedInstanceException detached(ManagedEntity entity, int attribute) {
        return entity.detached(attribute);
    }

    /** Returns the entity's name and primary key, such as {@code User[id=5]}. */
    public static String describe(ManagedEntity entity) {
        return entity.$describe();
    }
}
