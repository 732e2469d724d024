package dev.rubedo.orm.state;

import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityAttribute;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A view of the state of one object. No method loads anything. Confined to one thread at a time, as the object's
 * session is.
 */
public final class InstanceState {

    private final ManagedEntity entity;

    private InstanceState(ManagedEntity entity) {
        this.entity = entity;
    }

    /** Returns the view of this entity's state. */
    public static InstanceState of(Object entity) {
        return new InstanceState(EntityInternals.managed(Objects.requireNonNull(entity, "entity")));
    }

    /** Returns the lifecycle state of the object. */
    public LifecycleState lifecycle() {
        return entity.lifecycle();
    }

    /** Returns whether the object has no row and belongs to no session. */
    public boolean isTransient() {
        return entity.lifecycle() == LifecycleState.TRANSIENT;
    }

    /** Returns whether the object was added to a session and is not inserted yet. */
    public boolean isPending() {
        return entity.lifecycle() == LifecycleState.PENDING;
    }

    /** Returns whether the object has a row and belongs to a session. */
    public boolean isPersistent() {
        return entity.lifecycle() == LifecycleState.PERSISTENT;
    }

    /** Returns whether the object's row was deleted by a flush of a transaction that is still open. */
    public boolean isDeleted() {
        return entity.lifecycle() == LifecycleState.DELETED;
    }

    /** Returns whether the object has, or had, a row but belongs to no session. */
    public boolean isDetached() {
        return entity.lifecycle() == LifecycleState.DETACHED;
    }

    /** Returns whether the object's row was deleted, in the open transaction or in a committed one. */
    public boolean wasDeleted() {
        return EntityInternals.isGone(entity);
    }

    /**
     * Makes the object transient: it is removed from its session and considered never stored, so that it can be added
     * again. It keeps its loaded attributes, including the primary key. To have the database generate another key, set
     * a generated key to {@code null}. As in SQLAlchemy (make_transient).
     */
    public void makeTransient() {
        EntityContext context = entity.$context;
        if (context != null) {
            context.makeTransient(entity);
        } else {
            EntityInternals.becomeTransient(entity);
        }
    }

    /**
     * Makes a new object detached: its attributes that were set, which include the primary key, are considered those of
     * an existing row. Added to a session, it is persistent, and the other attributes are loaded on access. As in
     * SQLAlchemy (make_transient_to_detached).
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the object is not transient, or its key is not set
     */
    public void makeDetached() {
        EntityInternals.becomeDetached(entity);
    }

    /** Returns the object. */
    public Object object() {
        return entity;
    }

    /** Returns the definition of the entity. */
    public EntityDefinition<?> definition() {
        return entity.$definition();
    }

    /** Returns whether the object has, or had, a row, so that it has an identity key. */
    public boolean hasIdentity() {
        return entity.$tracked;
    }

    /** Returns whether all columns but the primary key are unloaded, as after a commit, so that they are read on access. */
    public boolean isExpired() {
        EntityDefinition<?> definition = entity.$definition();
        boolean any = false;
        for (int i = 0; i < definition.attributes().size(); i++) {
            if (definition.attribute(i) instanceof ColumnDefinition column && !column.isPrimaryKey()) {
                if (!entity.$isUnloaded(i)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** Returns the names of the attributes that were not changed since they were loaded, in declaration order. */
    public List<String> unmodified() {
        EntityDefinition<?> definition = entity.$definition();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < definition.attributes().size(); i++) {
            if (!entity.$isChanged(i) || !history(i).hasChanges()) {
                names.add(definition.attribute(i).name());
            }
        }
        return names;
    }

    /** Returns whether a loaded attribute differs from the row. */
    public boolean isModified() {
        EntityInternals.detectChanges(entity);
        List<AttributeDefinition> attributes = entity.$definition().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            if (entity.$isChanged(i) && history(i).hasChanges()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the identity of the object's row; empty for new objects. The shard is known while the object belongs to a
     * session.
     */
    public Optional<IdentityKey> identityKey() {
        if (!entity.$tracked) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int key : entity.$definition().primaryKey()) {
            values.add(Objects.requireNonNull(EntityInternals.before(entity, key)));
        }
        EntityContext context = entity.$context;
        return Optional.of(new IdentityKey(entity.$definition().root().type(), values,
                context == null ? "" : context.shard(entity)));
    }

    /** Returns the session the object belongs to, or null. */
    public @Nullable EntityContext context() {
        return entity.$context;
    }

    /**
     * Returns the names of the attributes that are not loaded, in declaration order; see {@link #isLoaded} for a single
     * one.
     */
    public List<String> unloaded() {
        EntityDefinition<?> definition = entity.$definition();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < definition.attributes().size(); i++) {
            if (isUnloaded(i)) {
                names.add(definition.attribute(i).name());
            }
        }
        return names;
    }

    private boolean isUnloaded(int attribute) {
        if (entity.$definition().attribute(attribute) instanceof RelationshipDefinition relationship
                && relationship.isToMany()) {
            return entity.$tracked
                    && !(entity.$get(attribute) instanceof RelatedCollection collection && collection.isLoaded());
        }
        return entity.$isUnloaded(attribute);
    }

    /**
     * Returns the loaded values by attribute name, in declaration order. Values can be null. {@link #value} returns a
     * single one.
     */
    public Map<String, @Nullable Object> values() {
        EntityDefinition<?> definition = entity.$definition();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < definition.attributes().size(); i++) {
            if (!isUnloaded(i)) {
                values.put(definition.attribute(i).name(), entity.$get(i));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** Returns whether an attribute is loaded, so that reading it needs no statement. */
    public boolean isLoaded(EntityAttribute attribute) {
        return !isUnloaded(index(attribute));
    }

    /**
     * Loads those of the attributes that are not loaded, as reading them would. Attributes of a new object have nothing
     * to load.
     *
     * @throws dev.rubedo.orm.error.DetachedInstanceException if one is not loaded and the object is detached
     */
    public void load(EntityAttribute... attributes) {
        for (EntityAttribute attribute : attributes) {
            int index = index(attribute);
            if (!isUnloaded(index)) {
                continue;
            }
            EntityContext context = entity.$context;
            RelatedCollection collection = entity.$collection(index);
            if (context == null) {
                throw entity.detached(index);
            } else if (collection == null) {
                context.load(entity, index);
            } else {
                context.loadCollection(entity, index, collection);
            }
        }
    }

    /** Returns the value of a column attribute, or null if it is null or not loaded. */
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> @Nullable T value(Attribute<?, T> attribute) {
        int index = index(attribute);
        return isUnloaded(index) ? null : (T) entity.$get(index);
    }

    /**
     * Returns the net change of an attribute.
     *
     * @throws IllegalArgumentException if the attribute belongs to another entity
     */
    public AttributeHistory history(EntityAttribute attribute) {
        return history(index(attribute));
    }

    /**
     * Returns the net change of the attribute with this name. For code that iterates over all attributes; otherwise use
     * {@link #history(EntityAttribute)}.
     */
    public AttributeHistory history(String attribute) {
        return history(index(attribute));
    }

    /**
     * Sets a column attribute as its setter does, even if the entity declares no public setter.
     *
     * @throws IllegalArgumentException if the attribute belongs to another entity
     */
    public <T extends @Nullable Object> void set(Attribute<?, T> attribute, T value) {
        index(attribute);
        set(attribute.name(), value);
    }

    /**
     * Sets a column attribute to a value that is considered that of its row: it is not written by a flush. No listener is
     * called. As in SQLAlchemy (set_committed_value).
     */
    public <T extends @Nullable Object> void setCommitted(Attribute<?, T> attribute, T value) {
        int index = index(attribute);
        EntityInternals.flushed(entity, index);
        EntityInternals.put(entity, index, value);
    }

    /**
     * Marks a column attribute as changed, so that the next flush writes it: for a value that was changed in place, which
     * is not detected. As in SQLAlchemy (flag_modified).
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the attribute is not loaded
     */
    public void markModified(Attribute<?, ?> attribute) {
        int index = index(attribute);
        if (!(entity.$definition().attribute(index) instanceof ColumnDefinition)) {
            throw new IllegalArgumentException("\"" + attribute + "\" is not stored in a column, so it cannot be"
                    + " written. Mark the attribute that was changed.");
        }
        if (entity.$isUnloaded(index)) {
            throw new ObjectStateException("\"" + attribute + "\" of " + entity.$describe()
                    + " is not loaded, so it was not changed. Read or set it first.");
        }
        EntityInternals.markChanged(entity, index);
    }

    /**
     * Sets a to-one attribute as its setter does, even if the entity declares no public setter.
     *
     * @throws IllegalArgumentException if the attribute belongs to another entity
     */
    public <T> void set(ToOne<?, T> attribute, @Nullable T value) {
        index(attribute);
        set(attribute.name(), value);
    }

    /**
     * Sets the content of a collection, even if the entity declares no setter. Only the differences are removed and
     * added.
     *
     * @throws IllegalArgumentException if the attribute belongs to another entity
     * @throws UnsupportedOperationException if the collection is view-only, or never loaded as a whole
     */
    public <T> void set(ToMany<?, T> attribute, Collection<? extends T> content) {
        index(attribute);
        set(attribute.name(), content);
    }

    /**
     * Sets the attribute with this name as its setter does. For code that receives names at run time, such as the
     * fields of a form. A collection is set to another one, or to a map.
     *
     * @throws IllegalArgumentException if there is no such attribute, or the value has another type
     */
    public void set(String attribute, @Nullable Object value) {
        int index = index(attribute);
        checkDiscriminator(index, value);
        Class<?> type = switch (entity.$definition().attribute(index)) {
            case ColumnDefinition column -> column.type().javaType();
            // formulas are rejected below, and collections check their kind
            case FormulaDefinition formula -> Object.class;
            case RelationshipDefinition relationship -> {
                if (relationship.isToMany()) {
                    checkContent(relationship, value);
                }
                yield relationship.isToMany() ? Object.class : relationship.target().type();
            }
        };
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("\"" + entity.$definition().name() + "." + attribute + "\" is a "
                    + type.getSimpleName() + ": it cannot be set to a " + value.getClass().getSimpleName() + ".");
        }
        EntityInternals.set(entity, index, value);
    }

    /** Rejects the discriminator of another class: an object cannot change its class. */
    private void checkDiscriminator(int index, @Nullable Object value) {
        EntityDefinition<?> definition = entity.$definition();
        Object own = definition.discriminatorValue();
        if (index == definition.discriminator() && own != null && !own.equals(value)
                && !definition.root().isUnknownAsRoot()) {
            throw new IllegalArgumentException("\"" + definition.name() + "." + definition.attribute(index).name()
                    + "\" is the discriminator, which is " + own + " in rows of this class: it cannot be set to "
                    + value
                    + ". Add an object of the other class instead.");
        }
    }

    private void checkContent(RelationshipDefinition relationship, @Nullable Object value) {
        Collection<?> content = value instanceof Map<?, ?> map ? map.values()
                : value instanceof Collection<?> collection ? collection : List.of();
        for (Object item : content) {
            if (!relationship.target().type().isInstance(item)) {
                throw new IllegalArgumentException("\"" + entity.$definition().name() + "." + relationship.name()
                        + "\" holds " + relationship.target().type().getSimpleName() + " objects: it cannot hold "
                        + (item == null ? "null" : "a " + item.getClass().getSimpleName()) + ".");
            }
        }
    }

    private int index(EntityAttribute attribute) {
        if (!entity.$definition().isA(attribute.owner().$definition())) {
            throw new IllegalArgumentException("\"" + attribute + "\" is not an attribute of \""
                    + entity.$definition().name() + "\".");
        }
        return attribute.index();
    }

    private int index(String attribute) {
        int index = entity.$definition().indexOf(attribute);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "Entity \"" + entity.$definition().name() + "\" has no attribute \"" + attribute + "\".");
        }
        return index;
    }

    private AttributeHistory history(int attribute) {
        AttributeDefinition definition = entity.$definition().attribute(attribute);
        if (definition instanceof RelationshipDefinition relationship && relationship.isToMany()) {
            return entity.$get(attribute) instanceof RelatedCollection collection
                    ? new AttributeHistory(new ArrayList<>(collection.added()), new ArrayList<>(collection.unchanged()),
                            new ArrayList<>(collection.removed()))
                    : new AttributeHistory(List.of(), List.of(), List.of());
        }
        if (entity.$isUnloaded(attribute)) {
            return new AttributeHistory(List.of(), List.of(), List.of());
        }
        List<@Nullable Object> value = Collections.singletonList(entity.$get(attribute));
        if (!entity.$isChanged(attribute)) {
            boolean never = !entity.$tracked;
            return new AttributeHistory(List.of(), never ? List.of() : value, List.of());
        }
        if (!entity.$tracked) {
            return new AttributeHistory(value, List.of(), List.of());
        }
        Object before = EntityInternals.before(entity, attribute);
        boolean known = before != EntityContext.UNKNOWN && (before != null || definition instanceof ColumnDefinition);
        return new AttributeHistory(value, List.of(), known ? Collections.singletonList(before) : List.of());
    }

    @Override
    public String toString() {
        return entity.$describe() + " " + entity.lifecycle();
    }
}
