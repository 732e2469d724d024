package dev.rubedo.orm.state;

import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of every generated base class; it holds the state of an object in the object itself. The members that
 * generated code and its subclasses see begin with {@code $}, so that attributes cannot clash with them. Everything
 * else is accessed through {@link EntityInternals}.
 *
 * <p>The reason for this design is cost. Loading an object allocates nothing but the object. Reading a loaded attribute
 * is a field read and one branch. Only changed values are recorded, so the cost of a flush depends on the number of
 * changes and not on the number of loaded objects.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
public abstract class ManagedEntity {

    private static final LifecycleState[] STATES = LifecycleState.values();

    /** One bit per attribute below 64, set while the attribute is not loaded; zero for new objects. */
    protected transient long $unloaded;

    /**
     * One bit per attribute below 64, set if the attribute was changed since it was loaded or flushed; for new objects,
     * if it was ever set.
     */
    protected transient long $changed;

    /** Whether old values are recorded because the object has a row, whether it is attached to a session or not. */
    protected transient boolean $tracked;

    /** The session of this object; null if it is transient or detached. */
    protected transient @Nullable EntityContext $context;

    private transient byte lifecycle;
    transient boolean queued;
    private transient boolean keyed;
    transient boolean wasDeleted;
    transient short shard;
    transient @Nullable LoadGroup group;
    transient @Nullable Extra extra;

    /**
     * State that few objects need: old values of changed attributes, and the bits of attributes from 64 on. Confined to
     * one thread at a time.
     */
    static final class Extra {
        @Nullable Object @Nullable [] old;
        @Nullable BitSet unloaded;
        @Nullable BitSet changed;
        @Nullable Map<Integer, Snapshot> snapshots;
        @Nullable List<RelatedCollection> maps;
    }

    /** For generated base classes. */
    protected ManagedEntity() {}

    /** Returns the lifecycle state, which is stored as one byte, 0 for a new object. */
    final LifecycleState lifecycle() {
        return STATES[lifecycle];
    }

    final void lifecycle(LifecycleState state) {
        lifecycle = (byte) state.ordinal();
    }

    /** Returns the definition of this entity. */
    protected abstract EntityDefinition<?> $definition();

    /** Returns the raw field of an attribute without loading it. */
    protected abstract @Nullable Object $get(int attribute);

    /** Writes the raw field of an attribute without tracking a change. */
    protected abstract void $put(int attribute, @Nullable Object value);

    /**
     * Returns the collection of a to-many attribute, created on first access; throws an exception for other attributes.
     */
    protected abstract @Nullable RelatedCollection $collection(int attribute);

    /**
     * Calls the validators of a relationship, before it changes: for an element that is added to or removed from a
     * collection, and for an object that the other side sets. Overridden in entities with such validators.
     *
     * @param isRemoved whether the object is removed rather than added or set
     * @param isFromOtherSide whether the other side of the relationship was changed
     * @return the object, or its replacement
     */
    protected @Nullable Object $validate(int attribute, Object item, boolean isRemoved, boolean isFromOtherSide) {
        return item;
    }

    /** Reads all column attributes in the order of the definition, starting at this result column. */
    protected abstract void $read(RowReader in, int at);

    /**
     * Reads all column attributes except the primary key, which is this integer. Overridden in entities with such a
     * key.
     */
    protected void $read(long key, RowReader in, int at) {
        $read(in, at);
    }

    /** Reads one column attribute from this result column. */
    protected abstract void $read(int attribute, RowReader in, int at);

    /** Writes the value of one column attribute as the next parameter. */
    protected abstract void $bind(int attribute, ParameterWriter out);

    /** Returns whether an attribute is not loaded. */
    protected final boolean $isUnloaded(int attribute) {
        return attribute < 64 ? ($unloaded >>> attribute & 1) != 0
                : extra != null && extra.unloaded != null && extra.unloaded.get(attribute);
    }

    /** Returns whether an attribute was changed since it was loaded or flushed. */
    protected final boolean $isChanged(int attribute) {
        return attribute < 64 ? ($changed >>> attribute & 1) != 0
                : extra != null && extra.changed != null && extra.changed.get(attribute);
    }

    /** Marks an attribute as changed. */
    protected final void $markChanged(int attribute) {
        if (attribute < 64) {
            $changed |= 1L << attribute;
        } else {
            Extra more = extra();
            if (more.changed == null) {
                more.changed = new BitSet();
            }
            more.changed.set(attribute);
        }
    }

    /**
     * Loads an attribute that is not loaded, or throws {@link DetachedInstanceException} if that is impossible. A no-op
     * for new objects.
     */
    protected final void $load(int attribute) {
        if ($definition().attribute(attribute) instanceof FormulaDefinition formula && formula.isPerQuery()) {
            $put(attribute, null);
            markLoaded(attribute);
            return;
        }
        EntityContext context = $context;
        if (context != null) {
            context.touch(this, attribute);
        } else if ($tracked) {
            throw detached(attribute);
        } else {
            markLoaded(attribute);
        }
    }

    /**
     * Called when the program gets a value that it may change in place. The session compares it with a copy when it
     * flushes; that of a detached object when the object is attached again.
     */
    protected final void $watch(int attribute, @Nullable Object value) {
        if (!$tracked || value == null) {
            return;
        }
        Extra more = extra();
        if (more.snapshots == null) {
            more.snapshots = new HashMap<>();
        }
        Snapshot known = more.snapshots.get(attribute);
        if (known == null || !known.isOf(value)) {
            Snapshot made = Snapshot.of(value);
            if (made != null) {
                more.snapshots.put(attribute, made);
                watchIn($context);
            }
        }
    }

    /** Registers the values that the program obtained earlier for comparison by a session. */
    final void watchIn(@Nullable EntityContext context) {
        if (context != null && extra != null && extra.snapshots != null && !extra.snapshots.isEmpty()) {
            context.watch(this);
        }
    }

    /**
     * Records the changes of values that the program changed in place since it got them. Returns whether there are
     * values that it may still change.
     */
    final boolean detectChanges() {
        Map<Integer, Snapshot> snapshots = extra == null ? null : extra.snapshots;
        if (snapshots == null) {
            return false;
        }
        snapshots.entrySet()
                .removeIf(entry -> $isUnloaded(entry.getKey()) || !entry.getValue().isOf($get(entry.getKey())));
        for (Map.Entry<Integer, Snapshot> entry : snapshots.entrySet()) {
            Snapshot snapshot = entry.getValue();
            if (snapshot.isChanged()) {
                int attribute = entry.getKey();
                Object value = $get(attribute);
                if (!$isChanged(attribute)) {
                    record(attribute, snapshot.before(), value);
                }
                Snapshot next = Snapshot.of(value);
                if (next != null) {
                    entry.setValue(next);
                }
                touch();
            }
        }
        return !snapshots.isEmpty();
    }

    /** Returns the exception for an attribute that is not loaded and cannot be, because there is no session. */
    final DetachedInstanceException detached(int attribute) {
        AttributeDefinition definition = $definition().attribute(attribute);
        String path = $definition().constant() + "." + definition.name();
        String remedy = switch (definition) {
            case AttributeDefinition deferred when deferred.deferral() != null ->
                "It is mapped as deferred: fetch it with the query, .options(undefer(" + path
                        + ")), or read it while the session is open.";
            case ColumnDefinition column ->
                "Read it before the session closes, or let sessions.inTransaction(...) end the session: it does not expire what was loaded.";
            case FormulaDefinition formula ->
                "Read it before the session closes. The database computes it, so it is loaded again after the object was saved.";
            case RelationshipDefinition relationship -> "Fetch it with the query, .options(selectIn(" + path
                    + ")), or access it while the session is open.";
        };
        return new DetachedInstanceException($describe(), definition.name(), remedy);
    }

    /**
     * Called before a column attribute is written. Records the old value, marks the change and notifies the session
     * once.
     */
    protected final void $write(int attribute, @Nullable Object before, @Nullable Object value) {
        if (!$tracked) {
            $markChanged(attribute);
            return;
        }
        boolean unloaded = $isUnloaded(attribute);
        record(attribute, unloaded ? EntityContext.UNKNOWN : before, value);
        if (unloaded) {
            markLoaded(attribute);
        }
        touch();
    }

    /** Returns whether values must be passed to listeners and maps by {@link #$listened} before they are set. */
    protected final boolean $isListened() {
        EntityContext context = $context;
        return keyed || context != null && context.isListening();
    }

    /** Passes a new value to listeners and returns the value to set, which may be a replacement. */
    // a listener returns a value of the attribute's type
    @SuppressWarnings({"unchecked", "NullAway"})
    protected final <T extends @Nullable Object> T $listened(int attribute, T value) {
        EntityContext context = $context;
        T set = context == null || !context.isListening() ? value : (T) context.setting(this, attribute, value);
        // last, because a listener may look into a map
        rekey();
        return set;
    }

    /** Notifies the maps that hold this object that its key may change. */
    final void rekey() {
        if (keyed && extra != null && extra.maps != null) {
            extra.maps.forEach(map -> map.keyChanging(this));
        }
    }

    /** Adds a map that is notified before an attribute changes. */
    final void keyedIn(RelatedCollection map) {
        Extra more = extra();
        if (more.maps == null) {
            more.maps = new ArrayList<>(1);
        }
        more.maps.add(map);
        keyed = true;
    }

    /** Removes a map that no longer holds this object. */
    final void notKeyedIn(RelatedCollection map) {
        if (extra != null && extra.maps != null) {
            extra.maps.removeIf(other -> other == map);
            keyed = !extra.maps.isEmpty();
        }
    }

    /**
     * Returns a component of an embedded record that has a value in other components, or throws an exception if the row
     * lacks this one.
     */
    protected final <T> T $required(int attribute, @Nullable T value) {
        if (value == null) {
            ColumnDefinition column = (ColumnDefinition) $definition().attribute(attribute);
            throw new MappingException("Column \"" + column.column() + "\" is NULL in the row of " + $describe()
                    + ", but other columns of the embedded record are not, and this component is never null. Mark the"
                    + " component @Nullable, or complete the row.");
        }
        return value;
    }

    /**
     * Sets a to-one attribute: records the old value, synchronizes the other side and adds the new target to the
     * session.
     */
    protected final void $assign(int attribute, @Nullable ManagedEntity value) {
        Backrefs.assign(this, attribute, value);
    }

    /** Sets the content of a collection; for setters. A map has the objects under their own keys. */
    protected final void $replace(int attribute, @Nullable Object content) {
        Backrefs.requireWritable(this, attribute);
        RelatedCollection collection = Objects.requireNonNull($collection(attribute), "collection");
        switch (content) {
            case Collection<?> items -> collection.replace(items);
            case Map<?, ?> items -> collection.replace(items);
            case null, default -> throw new IllegalArgumentException("\"" + $definition().attribute(attribute).name()
                    + "\" of " + $describe() + " is a collection, which cannot be set to " + content
                    + ". Set it to a collection of the same kind, which may be empty.");
        }
    }

    /** Returns the entity's name and primary key, such as {@code User[id=5]}, without loading anything. */
    protected final String $describe() {
        EntityDefinition<?> definition = $definition();
        StringBuilder text = new StringBuilder(definition.name()).append('[');
        String separator = "";
        for (int key : definition.primaryKey()) {
            AttributeDefinition attribute = definition.attribute(key);
            text.append(separator).append(attribute.name()).append('=').append($get(key));
            separator = ", ";
        }
        return text.append(']').toString();
    }

    /** Returns the value of the discriminator that a new row of this object's class gets, or null. */
    protected final @Nullable Object $discriminator() {
        // a row may have none if its class is unknown
        return $tracked && $definition().root().isUnknownAsRoot() ? null : $definition().discriminatorValue();
    }

    /** Records the value before the first change, and clears the change if the old value is set again. */
    final void record(int attribute, @Nullable Object before, @Nullable Object value) {
        if (!$tracked) {
            $markChanged(attribute);
        } else if ($isChanged(attribute)) {
            @Nullable Object[] old = old();
            if (old != null && ValueComparison.same(old[attribute], value)) {
                if (ValueComparison.mayHaveChanged(old[attribute], value)) {
                    old[attribute] = EntityContext.UNKNOWN;
                } else {
                    markUnchanged(attribute);
                    old[attribute] = null;
                }
            }
        } else if (!ValueComparison.same(before, value) || ValueComparison.mayHaveChanged(before, value)) {
            Extra more = extra();
            if (more.old == null) {
                more.old = new Object[$definition().attributes().size()];
            }
            // the old value of an object that was changed in place is unknown
            more.old[attribute] = before == value ? EntityContext.UNKNOWN : before;
            $markChanged(attribute);
        }
    }

    /** Notifies the session, once, that this object differs from its row. */
    final void touch() {
        if (!queued && $tracked && $context != null) {
            queued = true;
            $context.changed(this);
        }
    }

    private Extra extra() {
        Extra more = extra;
        if (more == null) {
            more = new Extra();
            extra = more;
        }
        return more;
    }

    /** Returns the values before the changes by attribute, or null if there is no change. The array is modifiable. */
    final @Nullable Object @Nullable [] old() {
        return extra == null ? null : extra.old;
    }

    /** Clears all changes and their old values. */
    final void forgetChanges() {
        $changed = 0;
        if (extra != null) {
            extra.old = null;
            extra.changed = null;
        }
    }

    /** Marks all attributes as loaded. */
    final void markAllLoaded() {
        $unloaded = 0;
        if (extra != null) {
            extra.unloaded = null;
        }
    }

    final boolean isAnyChanged() {
        return $changed != 0 || extra != null && extra.changed != null && !extra.changed.isEmpty();
    }

    final void markLoaded(int attribute) {
        if (attribute < 64) {
            $unloaded &= ~(1L << attribute);
        } else if (extra != null && extra.unloaded != null) {
            extra.unloaded.clear(attribute);
        }
    }

    final void markUnloaded(int attribute) {
        rekey();
        if (attribute < 64) {
            $unloaded |= 1L << attribute;
        } else {
            Extra more = extra();
            if (more.unloaded == null) {
                more.unloaded = new BitSet();
            }
            more.unloaded.set(attribute);
        }
    }

    final void markUnchanged(int attribute) {
        if (attribute < 64) {
            $changed &= ~(1L << attribute);
        } else if (extra != null && extra.changed != null) {
            extra.changed.clear(attribute);
        }
    }
}
