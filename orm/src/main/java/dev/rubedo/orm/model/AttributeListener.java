package dev.rubedo.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * A listener to one column or to-one attribute, registered by {@link Model#listen(dev.rubedo.orm.metamodel.Attribute,
 * AttributeListener)}.
 *
 * <p>It is called on the thread of the session, before the value is set on an object of the session. For a new object,
 * which belongs to no session, it is called with the object's values when the object is added, so that no value reaches
 * the database without the listener. It is not called for loaded rows, for keys that the database generates, and for
 * values of bulk statements. Implementations must be thread-safe.
 *
 * @param <E> the entity class
 * @param <T> the type of the attribute
 */
@FunctionalInterface
public interface AttributeListener<E, T extends @Nullable Object> {

    /**
     * Returns the value to set: the given one or a replacement. A value that comes from the inverse side of a
     * relationship must be returned unchanged.
     *
     * @param old the previous value; also null if it is not loaded or the object was just added
     */
    T set(E entity, T value, @Nullable T old);
}
