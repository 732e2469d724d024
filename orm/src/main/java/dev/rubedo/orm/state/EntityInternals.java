package dev.rubedo.orm.state;

import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The inside of an entity, for the packages of the ORM; applications use {@link InstanceState}. No state. Thread-safe, while each
 * entity is confined to one thread at a time.
 */
public final class EntityInternals {

    /** Stands for a value that is not known yet: it is like no other. */
    private static final Object COMING = new Object();

    private EntityInternals() {}

    /** Returns an application's object as an entity. */
    public static ManagedEntity managed(Object entity) {
        if (entity instanceof ManagedEntity managed) {
            return managed;
        }
        if (entity instanceof Iterable<?>) {
            throw new IllegalArgumentException("A " + entity.getClass().getSimpleName()
                    + " is not an entity. To add the objects of a collection, call addAll(...); else pass each object.");
        }
        throw new IllegalArgumentException("\"" + entity.getClass().getName()
                + "\" is not an entity: annotate it with @Entity, let it extend its generated base and run the annotation processor.");
    }

    /** Returns the definition of the entity. */
    public static EntityDefinition<?> definition(ManagedEntity entity) {
        return entity.$definition();
    }

    /** Returns the raw value of an attribute; never loads. */
    public static @Nullable Object get(ManagedEntity entity, int attribute) {
        return entity.$get(attribute);
    }

    /** Writes the raw value of an attribute and marks it as there; nothing is tracked. */
    public static void put(ManagedEntity entity, int attribute, @Nullable Object value) {
        entity.$put(attribute, value);
        entity.markLoaded(attribute);
    }

    /** Returns a collection, made if it was never touched. */
    public static RelatedCollection collection(ManagedEntity entity, int attribute) {
        RelatedCollection collection = entity.$collection(attribute);
        if (collection == null) {
            throw new IllegalStateException(
                    "Attribute " + attribute + " of \"" + entity.$definition().name() + "\" is not a collection.");
        }
        return collection;
    }

    /** Reads all column attributes, the first from this column. */
    public static void read(ManagedEntity entity, RowReader in, int at) {
        try {
            entity.$read(in, at);
        } catch (RuntimeException e) {
            throw Conversions.unreadable(entity, in, at, e);
        }
    }

    /** Reads all column attributes, the first from this column, of an entity whose key is a whole number that was read before. */
    public static void read(ManagedEntity entity, long key, RowReader in, int at) {
        try {
            entity.$read(key, in, at);
        } catch (RuntimeException e) {
            throw Conversions.unreadable(entity, in, at, e);
        }
    }

    /** Reads one column attribute and marks it as there. */
    public static void read(ManagedEntity entity, int attribute, RowReader in, int at) {
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

    /** Returns where the entity stands. */
    public static LifecycleState lifecycle(ManagedEntity entity) {
        return entity.lifecycle();
    }

    /** Tells whether the entity has a row, attached to a session or not. */
    public static boolean isTracked(ManagedEntity entity) {
        return entity.$tracked;
    }

    /** Moves the entity to another state, in this session or in none. */
    public static void move(ManagedEntity entity, LifecycleState state, @Nullable EntityContext context) {
        entity.lifecycle(state);
        entity.$context = context;
        entity.$tracked = state != LifecycleState.TRANSIENT && state != LifecycleState.PENDING;
        entity.wasDeleted = false;
        if (context == null) {
            entity.queued = false;
            entity.group = null;
        }
    }

    /** Detaches an entity whose row was deleted for good. */
    public static void detachDeleted(ManagedEntity entity) {
        move(entity, LifecycleState.DETACHED, null);
        entity.wasDeleted = true;
    }

    /** Tells whether the row of the entity was deleted, by a flush of the open transaction or for good. */
    public static boolean isGone(ManagedEntity entity) {
        return entity.lifecycle() == LifecycleState.DELETED || entity.wasDeleted;
    }

    /** Makes an entity that was just created from a row persistent; {@code unloaded} says which attributes below 64 are not there. */
    public static void loaded(ManagedEntity entity, EntityContext context, long unloaded) {
        entity.lifecycle(LifecycleState.PERSISTENT);
        entity.$context = context;
        entity.$tracked = true;
        entity.$unloaded = unloaded;
        entity.forgetChanges();
    }

    /**
     * Makes an entity whose row was never committed transient again. Of one that had its row everything counts as set that its row had; one
     * that waited for its INSERT keeps what was set.
     */
    public static void becomeTransient(ManagedEntity entity) {
        boolean hadRow = entity.$tracked;
        move(entity, LifecycleState.TRANSIENT, null);
        if (hadRow) {
            entity.forgetChanges();
        }
        int count = entity.$definition().attributes().size();
        for (int i = 0; i < count; i++) {
            Object value = entity.$get(i);
            if (value instanceof RelatedCollection collection) {
                collection.becomeTransient();
            }
            if (hadRow && wasInRow(entity, i, value)) {
                entity.$markChanged(i);
            }
        }
        entity.markAllLoaded();
    }

    /** A column that the database filled and nobody read since is null here, or the zero of a primitive: it is filled again. */
    private static boolean wasInRow(ManagedEntity entity, int attribute, @Nullable Object value) {
        boolean hasDefault = entity.$definition().attribute(attribute) instanceof ColumnDefinition column
                && column.serverDefault() != null;
        if (hasDefault && entity.$isUnloaded(attribute)) {
            return value != null && !value.equals(Boolean.FALSE)
                    && !(value instanceof Number number && number.doubleValue() == 0);
        }
        return hasDefault || value != null;
    }

    /** Forgets the values of column and to-one attributes but the primary key, and all changes; collections forget their content. */
    public static void expire(ManagedEntity entity, long bits) {
        entity.forgetChanges();
        entity.queued = false;
        entity.$unloaded |= bits;
    }

    /** Tells whether the value of an attribute is not there. */
    public static boolean isUnloaded(ManagedEntity entity, int attribute) {
        return entity.$isUnloaded(attribute);
    }

    /** Tells whether any of these attributes, given as bits below 64, is not there. */
    public static boolean isAnyUnloaded(ManagedEntity entity, long attributes) {
        return (entity.$unloaded & attributes) != 0;
    }

    /** Marks the value of an attribute as not there. */
    public static void markUnloaded(ManagedEntity entity, int attribute) {
        entity.markUnloaded(attribute);
    }

    /** Tells whether an attribute was written since it was loaded or flushed. */
    public static boolean isChanged(ManagedEntity entity, int attribute) {
        return entity.$isChanged(attribute);
    }

    /** Tells whether any attribute was written since the entity was loaded or flushed. */
    public static boolean isAnyChanged(ManagedEntity entity) {
        return entity.isAnyChanged();
    }

    /** Tells whether a new entity has no value for a key: null, or the zero of a primitive that was never set. */
    public static boolean isMissing(ManagedEntity entity, int attribute) {
        Object value = entity.$get(attribute);
        return value == null || !entity.$tracked && !entity.$isChanged(attribute)
                && (value instanceof Long || value instanceof Integer || value instanceof Short)
                && ((Number) value).longValue() == 0;
    }

    /**
     * Tells whether a new entity has a value for a column with a default in the database, so that its INSERT names the column: it was set,
     * a primitive too, and not to null where the column takes none.
     */
    public static boolean isGiven(ManagedEntity entity, int attribute, boolean isNullable) {
        return entity.$isChanged(attribute) && (isNullable || entity.$get(attribute) != null);
    }

    /** Writes the raw value of an attribute, which counts as set if the entity is new; otherwise nothing is tracked. */
    public static void give(ManagedEntity entity, int attribute, @Nullable Object value) {
        put(entity, attribute, value);
        if (!entity.$tracked) {
            entity.$markChanged(attribute);
        }
    }

    /** Returns the bits of the attributes below 64 that were written. */
    public static long changedBits(ManagedEntity entity) {
        return entity.$changed;
    }

    /**
     * Marks an attribute as written whose new value is known only when another row is there: what it was is remembered. The session is not
     * told.
     */
    public static void willChange(ManagedEntity entity, int attribute) {
        entity.record(attribute, entity.$isUnloaded(attribute) ? EntityContext.UNKNOWN : entity.$get(attribute),
                COMING);
    }

    /** Writes a column or to-one attribute as the unit of work does: remembers the old value and marks the change. */
    public static void write(ManagedEntity entity, int attribute, @Nullable Object value) {
        boolean unloaded = entity.$isUnloaded(attribute);
        entity.record(attribute, unloaded ? EntityContext.UNKNOWN : entity.$get(attribute), value);
        entity.$put(attribute, value);
        entity.markLoaded(attribute);
    }

    /** Makes a column or to-one attribute what it was, with what is known of its change. */
    public static void restore(ManagedEntity entity, int attribute, @Nullable Object value, boolean isUnloaded,
            boolean isChanged, @Nullable Object before) {
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
                Object wanted = entity.$isListened() ? entity.$listened(attribute, value) : value;
                entity.$write(attribute, entity.$get(attribute), wanted);
                entity.$put(attribute, wanted);
            }
            case RelationshipDefinition relationship -> {
                if (relationship.isToMany()) {
                    throw new IllegalArgumentException(
                            "\"" + relationship.name() + "\" is a collection: change its content.");
                }
                entity.$assign(attribute, (ManagedEntity) value);
            }
        }
    }

    /** Returns the value an attribute had before it was written; {@link EntityContext#UNKNOWN} when it was not there. */
    public static @Nullable Object before(ManagedEntity entity, int attribute) {
        @Nullable Object[] old = entity.old();
        return old == null || !entity.$isChanged(attribute) ? entity.$get(attribute) : old[attribute];
    }

    /** Tells whether an attribute was written while its value was not there, so that nobody knows what it was. */
    public static boolean isOverwrittenUnread(ManagedEntity entity, int attribute) {
        return entity.$isChanged(attribute) && before(entity, attribute) == EntityContext.UNKNOWN;
    }

    /** Reads what an attribute was that was written while its value was not there. */
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

    /** Forgets one change: the attribute is as in the database. */
    public static void flushed(ManagedEntity entity, int attribute) {
        entity.markUnchanged(attribute);
        @Nullable Object[] old = entity.old();
        if (old != null) {
            old[attribute] = null;
        }
    }

    /** Forgets all changes: the entity is as in the database. */
    public static void flushed(ManagedEntity entity) {
        entity.forgetChanges();
        entity.queued = false;
    }

    /** Tells whether the collection of a new entity was read and never written to: that it is empty says nothing about the database. */
    public static boolean isOnlyRead(ManagedEntity entity, int attribute, RelatedCollection collection) {
        return !entity.$tracked && !entity.$isChanged(attribute) && collection.known().isEmpty();
    }

    /** Returns the changes of an entity, or null if there is none; to be kept before they are forgotten. */
    public static @Nullable AttributeChanges changes(ManagedEntity entity) {
        @Nullable Object[] old = entity.old();
        return old == null ? null
                : new AttributeChanges(entity, entity.$changed, Objects.requireNonNull(entity.extra).changed, old);
    }

    /** Tells whether the entity is in the session's list of changed ones. */
    public static boolean isQueued(ManagedEntity entity) {
        return entity.queued;
    }

    /** Says whether the entity is in the session's list of changed ones. */
    public static void queued(ManagedEntity entity, boolean value) {
        entity.queued = value;
    }

    /** Tells the session, once, that the entity differs from its row. */
    public static void touch(ManagedEntity entity) {
        entity.touch();
    }

    /** Returns the objects that came from the same result, or null. */
    public static @Nullable LoadGroup group(ManagedEntity entity) {
        return entity.group;
    }

    /** Sets the objects that came from the same result. */
    public static void group(ManagedEntity entity, @Nullable LoadGroup group) {
        entity.group = group;
    }

    /** Is called by a collection before the program adds an object to it: refuses what could not be saved. */
    public static void adding(ManagedEntity owner, int attribute, ManagedEntity item) {
        Backrefs.requireRelatable(owner, attribute, item);
        Backrefs.appending(owner, attribute, item);
    }

    /** Is called by a collection to which the program added an object. */
    public static void added(ManagedEntity owner, int attribute, ManagedEntity item) {
        Backrefs.added(owner, attribute, item);
    }

    /** Is called by a collection from which the program removed an object. */
    public static void removed(ManagedEntity owner, int attribute, ManagedEntity item) {
        Backrefs.removed(owner, attribute, item);
    }

    /** Is called by a collection that was changed from the other side. */
    public static void changed(ManagedEntity owner, int attribute) {
        Backrefs.changedCollection(owner, attribute);
    }

    /** Loads an attribute that is not there. */
    public static void load(ManagedEntity entity, int attribute) {
        entity.$load(attribute);
    }

    /** Returns the exception for an attribute that is not there while there is no session to load it. */
    public static DetachedInstanceException detached(ManagedEntity entity, int attribute) {
        return entity.detached(attribute);
    }

    /** Returns the entity's name and primary key, such as {@code User[id=5]}. */
    public static String describe(ManagedEntity entity) {
        return entity.$describe();
    }
}
