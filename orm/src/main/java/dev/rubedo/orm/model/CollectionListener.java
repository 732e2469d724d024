package dev.rubedo.orm.model;

/**
 * A listener to one collection of related objects, registered by {@link Model#listen(dev.rubedo.orm.metamodel.ToMany,
 * CollectionListener)}.
 *
 * <p>It is called for collections of objects that belong to a session, including changes that come from the inverse
 * side of the relationship. For a new object, it is called with the elements of the collection when the object is
 * added. Loading a collection does not call it. Calls are made on the thread of the session. Implementations must be
 * thread-safe.
 *
 * @param <E> the entity class that has the collection
 * @param <T> the entity class of its elements
 */
public interface CollectionListener<E, T> {

    /**
     * Called before the application adds an object, or after one was added from the inverse side. An exception prevents
     * the addition by the application.
     */
    default void append(E owner, T item) {}

    /** Called when an object was removed. */
    default void remove(E owner, T item) {}
}
