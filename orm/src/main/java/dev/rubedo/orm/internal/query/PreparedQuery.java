package dev.rubedo.orm.internal.query;

import dev.rubedo.engine.CachedStatement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A planned and compiled statement. The sources of its values are known, so that nothing is planned when a statement of
 * the same shape is executed again. Immutable; the arrays must not be modified.
 *
 * @param statement the statement about tables
 * @param plan how its rows are read
 * @param values the values that do not come from the planned statement
 * @param from for each value, the index of the given value, or -1 for the one in {@code values}
 * @param keys for each value, how it is taken from a given object, or null for the given value itself; empty if no value
 *     comes from an object
 */
public record PreparedQuery(CachedStatement statement, LoadPlan plan, @Nullable Object[] values, int[] from,
        @Nullable RelatedKey[] keys) {

    /** Creates a query none of whose values comes from an object. */
    public PreparedQuery(CachedStatement statement, LoadPlan plan, @Nullable Object[] values, int[] from) {
        this(statement, plan, values, from, new RelatedKey[0]);
    }

    /**
     * Returns the values for executing the statement: the given values, and the fixed ones such as those of criteria,
     * at their positions.
     */
    public @Nullable Object[] with(@Nullable Object... given) {
        @Nullable Object[] all = values.clone();
        for (int i = 0; i < from.length; i++) {
            if (from[i] >= 0) {
                RelatedKey key = keys.length == 0 ? null : keys[i];
                Object value = given[from[i]];
                all[i] = key == null ? value : key.of(Objects.requireNonNull(value));
            }
        }
        return all;
    }

    /**
     * Returns whether the plan is valid for these values. It is not if a related object has no value to compare, which
     * leads to a different condition.
     */
    boolean fits(@Nullable Object[] given) {
        for (int i = 0; i < keys.length; i++) {
            RelatedKey key = keys[i];
            if (key != null && from[i] >= 0 && key.of(Objects.requireNonNull(given[from[i]])) == null) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns this query with fixed values at the positions that {@code at} maps to an index in {@code fixed}, or null
     * if the plan is not valid for them.
     *
     * @param restrictions the conditions for the elements of collections
     */
    @Nullable
    PreparedQuery fixed(int[] at, @Nullable Object[] fixed, List<Restriction> restrictions) {
        @Nullable Object[] all = values.clone();
        for (int i = 0; i < at.length; i++) {
            if (at[i] >= 0) {
                RelatedKey key = keys.length == 0 ? null : keys[i];
                Object value = fixed[at[i]];
                all[i] = key == null ? value : key.of(Objects.requireNonNull(value));
                if (key != null && all[i] == null) {
                    return null;
                }
            }
        }
        return new PreparedQuery(statement, plan.with(restrictions), all, from, keys);
    }
}
