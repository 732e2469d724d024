package dev.rubedo.compile;

import dev.rubedo.sql.StatementOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The key of a {@link StatementShape} while it is written: its parts, their hash, and the values, which are not part of
 * it.
 *
 * <p>Confined to one thread at a time.
 */
final class ShapeKey {

    private static final Object BACK = "back";

    private Object[] parts = new Object[64];
    private int size;
    private int hash = 1;
    private @Nullable Object[] values = new @Nullable Object[8];
    private int valueCount;
    private final ValueNumbers numbers = new ValueNumbers();

    /** Returns the shape, with an option of the statement or of a part of it, if there is one. */
    StatementShape shape(@Nullable StatementOption option) {
        return new StatementShape(parts, size, hash, Arrays.copyOf(values, valueCount), numbers, option);
    }

    /** Adds a part to the key. */
    void put(Object part) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
        }
        parts[size++] = part;
        hash = 31 * hash + part.hashCode();
    }

    /** Adds a value. */
    void value(@Nullable Object value) {
        if (valueCount == values.length) {
            values = Arrays.copyOf(values, valueCount * 2);
        }
        values[valueCount++] = value;
    }

    /** Records that the following values belong to the owner. */
    void follow(Object owner) {
        numbers.putIfAbsent(owner, valueCount);
    }

    /**
     * Adds the value of an owner that is encountered for the first time, otherwise a reference back to its first place.
     */
    void value(Object owner, @Nullable Object value) {
        int known = numbers.putIfAbsent(owner, valueCount);
        if (known < 0) {
            value(value);
        } else {
            put(BACK);
            put(known);
        }
    }
}
