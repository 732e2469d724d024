package dev.rubedo.orm.collection;

import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.LinkDefinition;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of a to-many relationship that is never loaded as a whole, because it may be large. Objects are added and
 * removed without loading anything, and read by statements. Confined to one thread at a time.
 *
 * @param <T> the target entity of the relationship
 */
public abstract sealed class QueriedCollection<T> implements TrackedCollection permits WriteOnly, Dynamic {

    private final CollectionState<ArrayList<ManagedEntity>> state;

    QueriedCollection(ManagedEntity owner, int attribute) {
        state = new CollectionState<>(owner, attribute, new ArrayList<>(0));
    }

    /** Adds an object at the next flush. */
    public final void add(T item) {
        ManagedEntity added = EntityInternals
                .managed(Objects.requireNonNull(item, "a collection of entities cannot hold null"));
        EntityInternals.adding(state.owner, state.attribute, added);
        include(added);
        EntityInternals.added(state.owner, state.attribute, added);
    }

    private void include(ManagedEntity item) {
        state.beforeChange();
        if (state.isLoaded()) {
            state.content().add(item);
        } else {
            state.addUnloaded(item);
        }
    }

    /** Adds objects at the next flush. */
    public final void addAll(Collection<? extends T> items) {
        new ArrayList<>(items).forEach(this::add);
    }

    /** Removes an object at the next flush. Whether it belongs to the owner is not checked. */
    public final void remove(T item) {
        ManagedEntity removed = EntityInternals.managed(Objects.requireNonNull(item, "item"));
        EntityInternals.removing(state.owner, state.attribute, removed);
        state.beforeChange();
        if (state.isLoaded()) {
            state.removeIdentical(removed);
        } else {
            state.removeUnloaded(removed);
        }
        EntityInternals.removed(state.owner, state.attribute, removed);
    }

    /**
     * Returns a query of the objects of the owner, in the order of the mapping, to which conditions can be added.
     *
     * @throws ObjectStateException if the owner has no row yet, or no session
     */
    public final Select<T> select() {
        EntityPath<T> target = target();
        Select<T> select = Sql.select(target).where(ofOwner());
        return select.orderBy(context().order(state.owner, state.attribute));
    }

    /**
     * Returns an INSERT of objects of the owner: its foreign key has the values of the owner's key.
     *
     * @throws ObjectStateException if the owner has no row yet, or no session
     * @throws UnsupportedOperationException if the relationship has no foreign key in the table of its target
     */
    public final Insert<Void> insert() {
        context();
        if (!(definition().link() instanceof LinkDefinition.InverseForeignKey link)) {
            throw new UnsupportedOperationException("\"" + definition().name() + "\" of "
                    + EntityInternals.describe(state.owner)
                    + " is linked by a join table, so an INSERT of objects would not link them. Use addAll(...).");
        }
        EntityPath<T> target = target();
        Insert<Void> insert = Sql.insertInto(target);
        for (int i = 0; i < link.attributes().size(); i++) {
            insert = withKey(insert, target.$column(target.$definition().indexOf(link.attributes().get(i))),
                    EntityInternals.get(state.owner,
                            EntityInternals.definition(state.owner).indexOf(link.referenced().get(i))));
        }
        return insert;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a foreign key has the type of the key that it refers to
    private static <V> Insert<Void> withKey(Insert<Void> insert, Attribute<?, V> column, @Nullable Object key) {
        return insert.values(column, (V) key);
    }

    /**
     * Returns an UPDATE of all objects of the owner.
     *
     * @throws ObjectStateException if the owner has no row yet, or no session
     */
    public final Update<?> update() {
        return Sql.update(target()).where(ofOwner());
    }

    /**
     * Returns a DELETE of all objects of the owner.
     *
     * @throws ObjectStateException if the owner has no row yet, or no session
     */
    public final Delete<?> delete() {
        return Sql.deleteFrom(target()).where(ofOwner());
    }

    @SuppressWarnings("unchecked") // the target of the relationship
    private EntityPath<T> target() {
        return (EntityPath<T>) definition().targetPath();
    }

    private RelationshipDefinition definition() {
        return (RelationshipDefinition) EntityInternals.definition(state.owner).attribute(state.attribute);
    }

    private Condition ofOwner() {
        Relationship<?, ?> relationship = context().relationship(state.owner, state.attribute);
        return relationship.isOf(state.owner);
    }

    final EntityContext context() {
        EntityContext context = EntityInternals.context(state.owner);
        if (context == null || EntityInternals.lifecycle(state.owner) != LifecycleState.PERSISTENT) {
            throw new ObjectStateException(EntityInternals.describe(state.owner)
                    + " has no row in a session, so \""
                    + EntityInternals.definition(state.owner).attribute(state.attribute).name()
                    + "\" cannot be queried. Add it to a session and flush first.");
        }
        return context;
    }

    @Override
    public CollectionState<?> $state() {
        return state;
    }

    @Override
    public List<ManagedEntity> content() {
        return known();
    }

    @Override
    public void change(List<ManagedEntity> excluded, List<ManagedEntity> included) {
        for (ManagedEntity item : included) {
            EntityInternals.adding(state.owner, state.attribute, item);
            include(item);
            EntityInternals.added(state.owner, state.attribute, item);
        }
    }

    @Override
    public void replace(Collection<?> items) {
        throw new UnsupportedOperationException("\"" + EntityInternals.definition(state.owner)
                .attribute(state.attribute).name() + "\" of " + EntityInternals.describe(state.owner)
                + " is never loaded as a whole, so it cannot be replaced. Add and remove objects, or use delete().");
    }

    /** Discards the recorded additions, which are in the database now. */
    @Override
    public void flushed() {
        state.flushed();
        if (state.isLoaded() && EntityInternals.isTracked(state.owner)) {
            state.expire();
        }
    }

    @Override
    public String toString() {
        return "the content of \"" + EntityInternals.definition(state.owner).attribute(state.attribute).name()
                + "\" of " + EntityInternals.describe(state.owner) + ", which is read by select()";
    }
}
