package dev.rubedo.result;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value of a driver with the call that returned it, recorded if the call cannot be derived from the value. Immutable.
 *
 * @param method the name of the getter
 * @param value the value, possibly null
 * @param next the value of the next call for the same column, or null if there was only one
 */
record RecordedValue(String method, @Nullable Object value, @Nullable RecordedValue next) {

    /** Returns the value of a call with this name, or this value if none has it. */
    RecordedValue of(String called) {
        for (var at = this; at != null; at = at.next) {
            if (at.method.equals(called)) {
                return at;
            }
        }
        return this;
    }

    /** Returns a value that a program may change without changing the recorded one. */
    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> bytes.clone();
            case java.sql.Timestamp time -> time.clone();
            case java.util.Date date -> date.clone();
            case Object[] array -> Arrays.stream(array).map(RecordedValue::copy)
                    .toArray(size -> (Object[]) java.lang.reflect.Array
                            .newInstance(array.getClass().getComponentType(), size));
            case null -> null;
            case Object other -> other;
        };
    }
}
