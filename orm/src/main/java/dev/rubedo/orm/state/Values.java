package dev.rubedo.orm.state;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** When two values of an attribute count as equal. No state. Thread-safe. */
final class Values {

    private Values() {}

    static boolean same(@Nullable Object first, @Nullable Object second) {
        if (first == second) {
            return true;
        }
        if (first == null || second == null || first instanceof ManagedEntity) {
            return false;
        }
        if (first instanceof BigDecimal number && second instanceof BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        if (first instanceof byte[] bytes && second instanceof byte[] others) {
            return Arrays.equals(bytes, others);
        }
        return first.equals(second);
    }
}
