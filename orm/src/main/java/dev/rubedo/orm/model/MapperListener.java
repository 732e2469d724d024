package dev.rubedo.orm.model;

import dev.rubedo.engine.Connection;
import java.util.List;

/**
 * A listener to what sessions do with the objects of an entity: their rows are inserted, updated, deleted, read and expired. It is registered by
 * {@link Model#listen(dev.rubedo.orm.metamodel.EntityPath, MapperListener)}.
 *
 * <p>Order of calls in one flush: {@code beforeInsert} for new objects in the order in which they were added, {@code beforeUpdate} for changed ones,
 * {@code beforeDelete} for those to be deleted; then required attributes are checked and all statements are executed; then {@code afterInsert},
 * {@code afterUpdate} and {@code afterDelete} in the same order. Each is called once per object and flush. {@link dev.rubedo.orm.session.Session#flushPlan()}
 * only describes a flush and calls none of them.
 *
 * <p>The {@code before} methods may set columns of the object, which become part of the same flush. To add or delete objects or to change relationships, use
 * {@link dev.rubedo.orm.session.SessionListener#beforeFlush}. The {@code after} methods must not change objects of the flush, since their rows are written:
 * doing so is an {@link dev.rubedo.orm.error.ObjectStateException}. The connection is that of the session's transaction and may be used for statements about tables.
 *
 * <p>What a {@code before} method throws ends the flush before any statement; what an {@code after} method throws rolls it back. Called on
 * the thread of the session; {@link dev.rubedo.orm.session.Session#of(Object)} returns the session. Implementations must be thread-safe.
 *
 * @param <E> the entity class, or a supertype of several
 */
public interface MapperListener<E> {

    /** Called before a new object is inserted, and before its required attributes are checked. */
    default void beforeInsert(E entity, Connection connection) {}

    /** Called when a new object was inserted; a generated key is set. */
    default void afterInsert(E entity, Connection connection) {}

    /** Called before a changed object is flushed, also if only its collections changed, so that no UPDATE follows. */
    default void beforeUpdate(E entity, Connection connection) {}

    /** Called when a changed object was flushed; {@code InstanceState.of(entity)} still knows what changed. */
    default void afterUpdate(E entity, Connection connection) {}

    /** Called before the row of an object is deleted, also if the deletion of another object cascades to it. */
    default void beforeDelete(E entity, Connection connection) {}

    /** Called when the row of an object was deleted. */
    default void afterDelete(E entity, Connection connection) {}

    /**
     * Called when an object was made from a row. Its columns are set as far as the query has them; relationships may be fetched later. The
     * rows are still being read: do not execute statements here.
     */
    default void load(E entity) {}

    /**
     * Called when columns of an object were read again, or for the first time if they were deferred.
     *
     * @param attributes the names of the attributes that were asked for, in declaration order; those with unflushed changes kept them
     */
    default void refresh(E entity, List<String> attributes) {}

    /**
     * Called when attributes of an object were expired.
     *
     * @param attributes the name of the attribute; empty for all
     */
    default void expire(E entity, List<String> attributes) {}
}
