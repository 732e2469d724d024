package dev.rubedo.orm.session;

import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.IdentityKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Primary keys as programs give them, in the types of their columns. No state. Thread-safe. */
final class Keys {

    private Keys() {}

    /** Returns the values of a key in the types of its columns. */
    static Object[] of(Mapper<?> mapper, @Nullable Object id) {
        if (id == null) {
            throw new IllegalArgumentException(
                    "The key of \"" + mapper.name() + "\" is null. Give the primary key of a row.");
        }
        int[] key = mapper.primaryKey();
        List<?> values = switch (id) {
            case IdentityKey identity -> identity.values();
            case List<?> list when key.length > 1 -> list;
            case Object[] array when key.length > 1 -> Arrays.asList(array);
            case Object one -> List.of(one);
        };
        if (values.size() != key.length) {
            throw new IllegalArgumentException("The key of \"" + mapper.name() + "\" has " + key.length + " parts "
                    + Arrays.stream(key).mapToObj(attribute -> mapper.definition().attribute(attribute).name()).toList()
                    + ", but "
                    + values.size() + " were given: " + values + ".");
        }
        Object[] converted = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            Class<?> type = mapper.column(key[i]).type().javaType();
            Object value = values.get(i);
            if (value == null) {
                throw new NullPointerException("A part of the key of \"" + mapper.name() + "\" is null.");
            }
            Object sized = sized(type, value);
            if (!type.isInstance(sized)) {
                throw new IllegalArgumentException(
                        "The key of \"" + mapper.name() + "\" is a " + type.getSimpleName() + ", but a "
                                + value.getClass().getSimpleName() + " was given: " + value + ".");
            }
            converted[i] = sized;
        }
        return converted;
    }

    /** Returns a whole number in another size, if it fits; everything else as it is. */
    static Object sized(Class<?> type, Object value) {
        if (type.isInstance(value) || !(value instanceof Long || value instanceof Integer || value instanceof Short)) {
            return value;
        }
        long number = ((Number) value).longValue();
        if (type == Long.class) {
            return number;
        }
        if (type == Integer.class && (int) number == number) {
            return (int) number;
        }
        return type == Short.class && (short) number == number ? (Object) (short) number : value;
    }

    /** Returns a key as the identity map knows it. */
    static Object identity(Object[] values) {
        if (values.length == 1) {
            return Mapper.equal(values[0]);
        }
        List<Object> whole = new ArrayList<>(values.length);
        for (Object value : values) {
            whole.add(Mapper.whole(value));
        }
        return List.copyOf(whole);
    }
}
