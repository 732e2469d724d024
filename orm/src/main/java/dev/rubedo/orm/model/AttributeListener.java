package dev.rubedo.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * A listener to one column or to-one attribute. It is registered by {@link Model#listen(dev.rubedo.orm.metamodel.Attribute, AttributeListener)}.
 *
 * <p>It is called before the value is set on an object that belongs to a session, on the thread of the session. A new object belongs to none: the values
 * it was given are shown to the listener when it is added, so that no value gets into the database past it. Rows that are loaded, keys that the
 * database generates and values of bulk statements are not shown. Implementations must be thread-safe.
 *
 * @param <E> the entity class
 * @param <T> the type of the attribute
 */
@FunctionalInterface
public interface AttributeListener<E, T extends @Nullable Object> {

    /**
     * Returns the value to set: the given one, or another in its place. A value that comes from the other side of a relationship must be returned as it is.
     *
     * @param old the value before; null also if it is not loaded, or the object was just added
     */
    T set(E entity, T value, @Nullable T old);
}
