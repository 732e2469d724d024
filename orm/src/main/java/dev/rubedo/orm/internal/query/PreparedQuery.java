package dev.rubedo.orm.internal.query;

import dev.rubedo.engine.CachedStatement;
import org.jspecify.annotations.Nullable;

/**
 * A planned statement, compiled: where its values come from is known, so that nothing is planned when a statement of the same shape is executed
 * again. Immutable; the arrays are not to be changed.
 *
 * @param statement the statement about tables
 * @param plan how its rows are read
 * @param values what it is executed with, where that does not come from the statement that was planned
 * @param from for each value which one of the given ones it is, or -1 for the one in {@code values}
 */
public record PreparedQuery(CachedStatement statement, LoadPlan plan, @Nullable Object[] values, int[] from) {

    /** Returns what the statement is executed with: the given values in their places, criteria and the like in theirs. */
    public @Nullable Object[] with(@Nullable Object... given) {
        @Nullable Object[] all = values.clone();
        for (int i = 0; i < from.length; i++) {
            if (from[i] >= 0) {
                all[i] = given[from[i]];
            }
        }
        return all;
    }
}
