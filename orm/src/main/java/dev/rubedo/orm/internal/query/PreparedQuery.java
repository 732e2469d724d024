package dev.rubedo.orm.internal.query;

import dev.rubedo.engine.CachedStatement;
import org.jspecify.annotations.Nullable;

/**
 * A planned and compiled statement. The sources of its values are known, so that nothing is planned when a statement of
 * the same shape is executed again. Immutable; the arrays must not be modified.
 *
 * @param statement the statement about tables
 * @param plan how its rows are read
 * @param values the values that do not come from the planned statement
 * @param from for each value, the index of the given value, or -1 for the one in {@code values}
 */
public record PreparedQuery(CachedStatement statement, LoadPlan plan, @Nullable Object[] values, int[] from) {

    /**
     * Returns the values for executing the statement: the given values, and the fixed ones such as those of criteria,
     * at their positions.
     */
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
