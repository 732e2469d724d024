package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/** A row of a result with several things in it. Immutable unless the result says otherwise. */
public interface Row {
    /**
     * Returns the value of what was selected; null for SQL NULL, which an outer join makes of everything.
     *
     * @param what something of the select list
     */
    <T extends @Nullable Object> @Nullable T get(Projection<T> what);

    /**
     * Returns the value of what was selected, which must be there. It is safe for primitives.
     *
     * @param what something of the select list
     * @throws dev.rubedo.error.NullValueException if it is NULL
     */
    <T> T require(Projection<? extends @Nullable T> what);

    /**
     * Returns the value of a name.
     *
     * @param name the name of the column or its label
     */
    @Nullable
    Object get(String name);

    /**
     * Returns the value at a position.
     *
     * @param position the position in the select list, from 1
     */
    @Nullable
    Object get(int position);

    /**
     * Returns the value of a name as a class.
     *
     * @param name the name of the column or its label
     * @param type the class
     */
    <T> @Nullable T get(String name, Class<T> type);
}
