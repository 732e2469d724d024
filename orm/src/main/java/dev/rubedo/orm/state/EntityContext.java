package dev.rubedo.orm.state;

import org.jspecify.annotations.Nullable;

/** What an object is attached to: the session. Entities call it; applications do not. Confined to one thread at a time. */
public interface EntityContext {

    /** The answer of {@link #peek} when the value cannot be known without asking the database. */
    Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "UNKNOWN";
        }
    };

    /** Is told once that an object begins to differ from its row. */
    void changed(ManagedEntity entity);

    /** Loads a column or to-one attribute that is not there. */
    void load(ManagedEntity entity, int attribute);

    /** Loads the content of a collection and hands it to {@link RelatedCollection#fill}. */
    void loadCollection(ManagedEntity owner, int attribute, RelatedCollection collection);

    /**
     * Returns the value of a to-one attribute that is not there, as far as it can be known cheaply: the related object, null, or
     * {@link #UNKNOWN}.
     *
     * @param mayLoad whether the database may be asked where this side does not hold the foreign key
     */
    @Nullable
    Object peek(ManagedEntity entity, int attribute, boolean mayLoad);

    /**
     * Is asked before an object of this context is made to lead to another one.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the other one would have to be saved and cannot be
     */
    void requireRelatable(ManagedEntity owner, int attribute, ManagedEntity target);

    /** Tells whether, as far as is known without asking, the database may have an object in a collection that is not loaded. */
    boolean mayHold(ManagedEntity owner, int attribute, ManagedEntity item);

    /** Tells whether {@link #setting}, {@link #appending} and {@link #removed} want to be called. */
    boolean isListening();

    /** Is asked before a column or to-one attribute is set; returns the value to set. */
    @Nullable
    Object setting(ManagedEntity entity, int attribute, @Nullable Object value);

    /** Is told that an object is added to a collection. */
    void appending(ManagedEntity owner, int attribute, ManagedEntity item);

    /** Is told that an object was removed from a collection. */
    void removed(ManagedEntity owner, int attribute, ManagedEntity item);

    /** Lets go of an object, which counts as never stored from then on. */
    void makeTransient(ManagedEntity entity);

    /** Is told that an object of this context now leads to another one, which may have to be added too. */
    void related(ManagedEntity owner, int attribute, ManagedEntity target);

    /** Is told that an object of this context no longer leads to another one, which may be an orphan now. */
    void unrelated(ManagedEntity owner, int attribute, ManagedEntity target);
}
