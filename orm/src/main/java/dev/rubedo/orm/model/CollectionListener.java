package dev.rubedo.orm.model;

/**
 * A listener to one collection of related objects. It is registered by {@link Model#listen(dev.rubedo.orm.metamodel.ToMany, CollectionListener)}.
 *
 * <p>It is called for collections of objects that belong to a session, also if the other side of the relationship was set. What a new object's
 * collection holds is shown to the listener when the object is added. Loading a collection is not shown. Called on the thread of the session;
 * implementations must be thread-safe.
 *
 * @param <E> the entity class that has the collection
 * @param <T> the entity class of its objects
 */
public interface CollectionListener<E, T> {

    /** Called before the program adds an object, or when it got there from the other side. An exception refuses what the program adds. */
    default void append(E owner, T item) {}

    /** Called when an object was removed. */
    default void remove(E owner, T item) {}
}
