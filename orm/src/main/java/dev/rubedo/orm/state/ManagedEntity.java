package dev.rubedo.orm.state;

import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of every generated base: the state of an object lives in the object. What generated code and its subclasses see begins
 * with {@code $}, so that no attribute can clash; the rest is reached through {@link EntityInternals}.
 *
 * <p>Why so: loading an object allocates the object and nothing else, reading a loaded attribute is a field read and one branch, and
 * only what was written is remembered, so that a flush costs what changed and never what was loaded.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
public abstract class ManagedEntity {

    private static final LifecycleState[] STATES = LifecycleState.values();

    /** One bit per attribute below 64, set while its value is not there; zero for new objects. */
    protected transient long $unloaded;

    /** One bit per attribute below 64, set when it was written since it was loaded or flushed; for new objects: was set at all. */
    protected transient long $changed;

    /** Whether old values are remembered: the object has a row, attached to a session or not. */
    protected transient boolean $tracked;

    /** The session this belongs to; null = transient or detached. */
    protected transient @Nullable EntityContext $context;

    private transient byte lifecycle;
    transient boolean queued;
    transient boolean wasDeleted;
    transient @Nullable LoadGroup group;
    transient @Nullable Extra extra;

    /** What few objects have: old values of what was written, and the bits of attributes from 64 on. Confined to one thread at a time. */
    static final class Extra {
        @Nullable Object @Nullable [] old;
        @Nullable BitSet unloaded;
        @Nullable BitSet changed;
    }

    /** For generated bases. */
    protected ManagedEntity() {}

    /** Returns where the object stands; kept as one byte, which is 0 for a new object. */
    final LifecycleState lifecycle() {
        return STATES[lifecycle];
    }

    final void lifecycle(LifecycleState state) {
        lifecycle = (byte) state.ordinal();
    }

    /** Returns what the processor found out about this entity. */
    protected abstract EntityDefinition<?> $definition();

    /** Returns the raw field of an attribute; never loads. */
    protected abstract @Nullable Object $get(int attribute);

    /** Writes the raw field of an attribute; nothing is tracked. */
    protected abstract void $put(int attribute, @Nullable Object value);

    /** Returns the collection of a to-many attribute, made at first access; throws for other attributes. */
    protected abstract @Nullable RelatedCollection $collection(int attribute);

    /** Reads all column attributes in the order of the definition, the first from this column. */
    protected abstract void $read(RowReader in, int at);

    /** Reads all column attributes but the primary key, which is this whole number; overridden where a key is one. */
    protected void $read(long key, RowReader in, int at) {
        $read(in, at);
    }

    /** Reads one column attribute from this column. */
    protected abstract void $read(int attribute, RowReader in, int at);

    /** Writes the value of one column attribute as the next parameter. */
    protected abstract void $bind(int attribute, ParameterWriter out);

    /** Tells whether the value of an attribute is not there. */
    protected final boolean $isUnloaded(int attribute) {
        return attribute < 64 ? ($unloaded >>> attribute & 1) != 0
                : extra != null && extra.unloaded != null && extra.unloaded.get(attribute);
    }

    /** Tells whether an attribute was written since it was loaded or flushed. */
    protected final boolean $isChanged(int attribute) {
        return attribute < 64 ? ($changed >>> attribute & 1) != 0
                : extra != null && extra.changed != null && extra.changed.get(attribute);
    }

    /** Marks an attribute as written. */
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

    /** Brings the value of an attribute that is not there, or throws {@link DetachedInstanceException}; nothing for new objects. */
    protected final void $load(int attribute) {
        EntityContext context = $context;
        if (context != null) {
            context.load(this, attribute);
        } else if ($tracked) {
            throw detached(attribute);
        } else {
            markLoaded(attribute);
        }
    }

    /** Returns the exception for an attribute that is not there while there is no session to load it. */
    final DetachedInstanceException detached(int attribute) {
        AttributeDefinition definition = $definition().attribute(attribute);
        String path = $definition().constant() + "." + definition.name();
        String remedy = switch (definition) {
            case ColumnDefinition column ->
                "Read it before the session closes, or let sessions.inTransaction(...) end the session: it does not expire what was loaded.";
            case RelationshipDefinition relationship -> "Fetch it with the query, .options(selectIn(" + path
                    + ")), or touch it while the session is open.";
        };
        return new DetachedInstanceException($describe(), definition.name(), remedy);
    }

    /** Is called before a column attribute is written: remembers the old value, marks the change and tells the session once. */
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

    /** Tells whether values that are set have to be shown to listeners by {@link #$listened}. */
    protected final boolean $isListened() {
        EntityContext context = $context;
        return context != null && context.isListening();
    }

    /** Shows a value that is to be set to listeners; returns the value to set, which may be another one. */
    // a listener gives what the attribute takes
    @SuppressWarnings({"unchecked", "NullAway"})
    protected final <T extends @Nullable Object> T $listened(int attribute, T value) {
        EntityContext context = $context;
        return context == null ? value : (T) context.setting(this, attribute, value);
    }

    /** Returns a component of an embedded record that others of its components are there with, or refuses a row that lacks it. */
    protected final <T> T $required(int attribute, @Nullable T value) {
        if (value == null) {
            ColumnDefinition column = (ColumnDefinition) $definition().attribute(attribute);
            throw new MappingException("Column \"" + column.column() + "\" is NULL in the row of " + $describe()
                    + ", but other columns of the embedded record are not, and this component is never null. Mark the"
                    + " component @Nullable, or complete the row.");
        }
        return value;
    }

    /** Sets a to-one attribute: remembers the old value, keeps the other side in step, adds the new one to the session. */
    protected final void $assign(int attribute, @Nullable ManagedEntity value) {
        Backrefs.assign(this, attribute, value);
    }

    /** Returns the entity's name and primary key, such as {@code User[id=5]}; never loads. */
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

    /** Remembers the value before a change, once, and notices when a change is taken back. */
    final void record(int attribute, @Nullable Object before, @Nullable Object value) {
        if (!$tracked) {
            $markChanged(attribute);
        } else if ($isChanged(attribute)) {
            @Nullable Object[] old = old();
            if (old != null && Values.same(old[attribute], value)) {
                if (Values.mayHaveChanged(old[attribute], value)) {
                    old[attribute] = EntityContext.UNKNOWN;
                } else {
                    markUnchanged(attribute);
                    old[attribute] = null;
                }
            }
        } else if (!Values.same(before, value) || Values.mayHaveChanged(before, value)) {
            Extra more = extra();
            if (more.old == null) {
                more.old = new Object[$definition().attributes().size()];
            }
            // nobody knows what an object was that was changed in place
            more.old[attribute] = before == value ? EntityContext.UNKNOWN : before;
            $markChanged(attribute);
        }
    }

    /** Tells the session, once, that this differs from its row. */
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

    /** Returns the values before the changes by attribute, or null when there was no change; to be written to. */
    final @Nullable Object @Nullable [] old() {
        return extra == null ? null : extra.old;
    }

    /** Forgets all changes, with the old values. */
    final void forgetChanges() {
        $changed = 0;
        if (extra != null) {
            extra.old = null;
            extra.changed = null;
        }
    }

    /** All attributes count as there. */
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
