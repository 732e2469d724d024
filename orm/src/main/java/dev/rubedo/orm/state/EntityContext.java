package dev.rubedo.orm.state;

import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session of an object, as entities see it. Called by entities only, not by applications. Confined to one thread at
 * a time.
 */
public interface EntityContext {

    /** The result of {@link #peek} if the value cannot be determined without querying the database. */
    Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "UNKNOWN";
        }
    };

    /** Returns the name of the shard that has the row of an object; empty if it is not in a shard. */
    String shard(ManagedEntity entity);

    /** Called once when an object begins to differ from its row. */
    void changed(ManagedEntity entity);

    /** Called when the program got a value of an object that it may change in place. */
    void watch(ManagedEntity entity);

    /**
     * Loads a column or to-one attribute that is not loaded and that the program accesses.
     *
     * @throws dev.rubedo.orm.error.LazyLoadException if access to it is an error
     */
    void touch(ManagedEntity entity, int attribute);

    /** Loads a column or to-one attribute that is not loaded, for the session itself. */
    void load(ManagedEntity entity, int attribute);

    /** Loads the content of a collection and passes it to {@link RelatedCollection#fill}. */
    void loadCollection(ManagedEntity owner, int attribute, RelatedCollection collection);

    /**
     * Returns the value of a to-one attribute that is not loaded, if it can be determined cheaply: the related object,
     * null, or {@link #UNKNOWN}.
     *
     * @param mayLoad whether the database may be queried if the foreign key is not on this side
     */
    @Nullable
    Object peek(ManagedEntity entity, int attribute, boolean mayLoad);

    /**
     * Checks, before it happens, that an object of this context can be related to another one.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the other object would have to be saved but cannot be
     */
    void requireRelatable(ManagedEntity owner, int attribute, ManagedEntity target);

    /** Returns whether an unloaded collection may contain an object in the database, judging without a query. */
    boolean mayHold(ManagedEntity owner, int attribute, ManagedEntity item);

    /** Returns a relationship of an object for use in statements. */
    Relationship<?, ?> relationship(ManagedEntity owner, int attribute);

    /** Returns the order of the targets of a relationship; possibly empty. */
    OrderTerm[] order(ManagedEntity owner, int attribute);

    /** Executes a query and returns its results. Pending changes are flushed first. */
    <T> List<T> all(Select<T> query);

    /** Returns the number of results of a query. Pending changes are flushed first. */
    long count(Select<?> query);

    /** Returns whether {@link #setting}, {@link #appending} and {@link #removed} must be called. */
    boolean isListening();

    /** Called before a column or to-one attribute is set. Returns the value to set. */
    @Nullable
    Object setting(ManagedEntity entity, int attribute, @Nullable Object value);

    /** Called when an object is added to a collection. */
    void appending(ManagedEntity owner, int attribute, ManagedEntity item);

    /** Called after an object was removed from a collection. */
    void removed(ManagedEntity owner, int attribute, ManagedEntity item);

    /** Removes an object from the session and makes it transient. */
    void makeTransient(ManagedEntity entity);

    /** Called when an object of this context was related to another one, which may have to be added too. */
    void related(ManagedEntity owner, int attribute, ManagedEntity target);

    /** Called when an object of this context is no longer related to another one, which may now be an orphan. */
    void unrelated(ManagedEntity owner, int attribute, ManagedEntity target);
}
