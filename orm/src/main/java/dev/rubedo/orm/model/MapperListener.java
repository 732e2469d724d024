package dev.rubedo.orm.model;

import dev.rubedo.engine.Connection;
import java.util.List;

/**
 * A listener to the inserts, updates, deletes, loads and expirations of an entity's objects, registered by {@link
 * Model#listen(dev.rubedo.orm.metamodel.EntityPath, MapperListener)}.
 *
 * <p>Order of calls in one flush: {@code beforeInsert} for new objects in the order in which they were added, {@code
 * beforeUpdate} for changed ones, {@code beforeDelete} for those to be deleted; then required attributes are checked
 * and all statements executed; then {@code afterInsert}, {@code afterUpdate} and {@code afterDelete} in the same order.
 * Each is called at most once per object and flush. {@link dev.rubedo.orm.session.Session#flushPlan()} only describes a
 * flush and calls none of them.
 *
 * <p>The {@code before} methods may set columns of the object; these changes are part of the same flush. To add or
 * delete objects or to change relationships, use {@link dev.rubedo.orm.session.SessionListener#beforeFlush}. The {@code
 * after} methods must not change objects of the flush, whose rows are already written: doing so throws an {@link
 * dev.rubedo.orm.error.ObjectStateException}. The connection is that of the session's transaction and can be used for
 * statements about tables.
 *
 * <p>An exception from a {@code before} method ends the flush before any statement; one from an {@code after} method
 * rolls the transaction back. Methods are called on the thread of the session; {@link
 * dev.rubedo.orm.session.Session#of(Object)} returns the session. Implementations must be thread-safe.
 *
 * @param <E> the entity class, or a supertype of several
 */
public interface MapperListener<E> {

    /** Called before a new object is inserted, and before its required attributes are checked. */
    default void beforeInsert(E entity, Connection connection) {}

    /** Called after a new object was inserted. A generated key is set. */
    default void afterInsert(E entity, Connection connection) {}

    /** Called before a changed object is flushed, even if only its collections changed and no UPDATE follows. */
    default void beforeUpdate(E entity, Connection connection) {}

    /** Called after a changed object was flushed. {@code InstanceState.of(entity)} still reports what changed. */
    default void afterUpdate(E entity, Connection connection) {}

    /** Called before the row of an object is deleted, including deletion by a cascade from another object. */
    default void beforeDelete(E entity, Connection connection) {}

    /** Called after the row of an object was deleted. */
    default void afterDelete(E entity, Connection connection) {}

    /**
     * Called when an object was created from a row. The columns that the query selects are set; relationships may be
     * loaded later. The result is still being read: do not execute statements here.
     */
    default void load(E entity) {}

    /**
     * Called when columns of an object were reloaded, or loaded for the first time if they were deferred.
     *
     * @param attributes the names of the requested attributes, in declaration order; those with unflushed changes kept
     *     their values
     */
    default void refresh(E entity, List<String> attributes) {}

    /**
     * Called when attributes of an object were expired.
     *
     * @param attributes the name of the attribute, or an empty list for all
     */
    default void expire(E entity, List<String> attributes) {}
}
