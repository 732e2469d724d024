package dev.rubedo.orm.state;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The comparison of attribute values for changes. Stateless and thread-safe. */
final class ValueComparison {

    private ValueComparison() {}

    /**
     * Returns whether a value that is set again may have been changed in place: it is the same object as before, and its
     * type is not known to be immutable.
     */
    static boolean mayHaveChanged(@Nullable Object before, @Nullable Object value) {
        return before == value && value != null && value != EntityContext.UNKNOWN && !isImmutable(value);
    }

    private static boolean isImmutable(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean
                || value instanceof Character || value instanceof Enum<?> || value instanceof ManagedEntity
                || value instanceof TemporalAccessor || value instanceof TemporalAmount || value instanceof UUID
                || value instanceof Record || value instanceof Locale || value instanceof Optional<?>;
    }

    static boolean same(@Nullable Object first, @Nullable Object second) {
        if (first == second) {
            return true;
        }
        if (first == null || second == null || first instanceof ManagedEntity) {
            return false;
        }
        return first.equals(second)
                || (first instanceof BigDecimal || first instanceof byte[]) && KeyType.isSame(first, second);
    }
}
