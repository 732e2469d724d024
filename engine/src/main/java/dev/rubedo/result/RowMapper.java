package dev.rubedo.result;

import org.jspecify.annotations.Nullable;

/**
 * A function that creates one element of a result from the current row.
 *
 * @param <T> the element type
 */
@FunctionalInterface
interface RowMapper<T extends @Nullable Object> {

    /** Reads the current row, without moving the cursor. */
    T map(RowReader in);
}
