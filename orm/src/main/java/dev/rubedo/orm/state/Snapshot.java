package dev.rubedo.orm.state;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list, set, map or array that a program obtained from an attribute and may change in place, and a copy of its
 * content at that time. Lists, sets, maps and arrays inside it are copied too, everything else is compared by
 * {@code equals}. Immutable, apart from the object that it refers to.
 */
final class Snapshot {

    private final Object source;
    private final Object copy;

    private Snapshot(Object source) {
        this.source = source;
        this.copy = source.getClass().isArray() ? array(source) : copied(source);
    }

    /** Returns a snapshot of a value, or null if it is not a list, set, map or array. */
    static @Nullable Snapshot of(@Nullable Object value) {
        return value instanceof Collection<?> || value instanceof Map<?, ?>
                || value != null && value.getClass().isArray()
                        ? new Snapshot(value) : null;
    }

    /** Returns whether an attribute still has the object of which the snapshot was taken. */
    boolean isOf(@Nullable Object value) {
        return source == value;
    }

    /** Returns whether the object was changed since. */
    boolean isChanged() {
        // copied only if that matters: collections other than lists and sets do not compare their elements
        return !Objects.deepEquals(source, copy)
                && (source.getClass().isArray() || !copied(source).equals(copy));
    }

    /** Returns the object as it was, in lists, sets, maps and arrays of the snapshot's own. */
    Object before() {
        return copy;
    }

    private static Object array(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        for (int i = 0; i < length; i++) {
            Object item = Array.get(value, i);
            Array.set(copy, i, item != null && item.getClass().isArray() ? array(item) : item);
        }
        return copy;
    }

    private static Object copied(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(key, item == null ? null : copied(item)));
                yield copy;
            }
            case Set<?> set -> {
                Set<@Nullable Object> copy = new LinkedHashSet<>();
                set.forEach(item -> copy.add(item == null ? null : copied(item)));
                yield copy;
            }
            case Collection<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(item == null ? null : copied(item)));
                yield copy;
            }
            case Object other -> other;
        };
    }
}
