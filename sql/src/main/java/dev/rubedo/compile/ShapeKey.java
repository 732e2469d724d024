package dev.rubedo.compile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The key of a {@link StatementShape} while it is written: its parts, their hash, and the values, which are no part of it.
 *
 * <p>
 * Confined to one thread at a time.
 */
abstract class ShapeKey {

    static final Object ABSENT = "absent";
    private static final Object BACK = "back";

    private Object[] key = new Object[48];
    private int size;
    private int hash = 1;
    private @Nullable Object[] values = new @Nullable Object[8];
    private int valueCount;
    private final ValueNumbers numbers = new ValueNumbers();

    StatementShape shape() {
        return new StatementShape(Arrays.copyOf(key, size), hash, Arrays.copyOf(values, valueCount), numbers);
    }

    /** Adds a part to the key. */
    void put(Object part) {
        if (size == key.length) {
            key = Arrays.copyOf(key, size * 2);
        }
        key[size++] = part;
        hash = 31 * hash + part.hashCode();
    }

    /** Adds a value. */
    void value(@Nullable Object value) {
        if (valueCount == values.length) {
            values = Arrays.copyOf(values, valueCount * 2);
        }
        values[valueCount++] = value;
    }

    /** Says that the values that follow are the owner's. */
    void follow(Object owner) {
        numbers.putIfAbsent(owner, valueCount);
    }

    /** Returns whether the owner is new and its value has to be taken. */
    boolean owns(Object owner) {
        int known = numbers.putIfAbsent(owner, valueCount);
        if (known < 0) {
            return true;
        }
        put(BACK);
        put(known);
        return false;
    }
}
