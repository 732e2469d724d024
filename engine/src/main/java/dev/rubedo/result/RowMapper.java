package dev.rubedo.result;

import org.jspecify.annotations.Nullable;

/**
 * Makes one element of a result from the current row.
 *
 * @param <T> the element
 */
@FunctionalInterface
interface RowMapper<T extends @Nullable Object> {

    /** Reads the current row, without moving. */
    T map(RowReader in);
}
