package dev.rubedo.reflect;

import dev.rubedo.schema.Sequence;
import dev.rubedo.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A sequence as read from the database. Options with the database's default are null. Immutable.
 *
 * @param sequence the sequence
 * @param isOwned whether it belongs to a column whose values it generates, so that it is created and dropped with it
 */
public record ReflectedSequence(Sequence sequence, boolean isOwned) {

    /**
     * Returns the sequence of a catalog row.
     *
     * @param schema the requested schema
     * @param name the name
     * @param row {@code start_value, minimum_value, maximum_value, increment, cache_size, cycles, is_owned}
     * @param type the type of its values, or null for the database's default
     * @param maximum the greatest value of a sequence without MAXVALUE
     * @param cache the number of values that a sequence without CACHE allocates at once
     */
    public static ReflectedSequence of(String schema, String name, CatalogRow row, @Nullable SqlType<?> type,
            long maximum, long cache) {
        long increment = row.number("increment");
        long least = increment > 0 ? 1 : -maximum;
        long most = increment > 0 ? maximum : -1;
        long minimum = row.number("minimum_value");
        long greatest = row.number("maximum_value");
        // the default of a descending sequence is one of two neighbors, depending on the database
        boolean hasMinimum = increment > 0 ? minimum != least : minimum > least || minimum < least - 1;
        boolean hasMaximum = greatest != most;
        return new ReflectedSequence(new Sequence(name, schema,
                unless(row.number("start_value"), increment > 0 ? minimum : greatest), unless(increment, 1),
                hasMinimum ? minimum : null, hasMaximum ? greatest : null, row.truth("cycles"),
                unless(row.number("cache_size"), cache), type, false), row.truth("is_owned"));
    }

    private static @Nullable Long unless(long value, long otherwise) {
        return value == otherwise ? null : (Long) value;
    }
}
