package dev.rubedo.orm.state;

import dev.rubedo.result.RowReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type of the keys of an entity or relationship, which defines when two keys are the same. A key has one normal
 * form, whether it comes from an object, a row or the application; two keys are the same if their normal forms are
 * equal. The normal form of a single column is its value, that of several columns a list. In normal form, integers have
 * 64 bits, decimals have no trailing zeros, and bytes are compared by content. Immutable. Thread-safe.
 */
public final class KeyType {

    private static final int FIRST_ACCENT = 0x80;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final String owner;
    private final List<String> names;
    private final int[] attributes;
    private final Class<?>[] types;

    /**
     * Creates the type of a key.
     *
     * @param owner the name of the entity
     * @param names the names of the attributes
     * @param attributes the attributes of the entity that hold the key
     * @param types the Java types of the columns that the key is compared with
     */
    public KeyType(String owner, List<String> names, int[] attributes, Class<?>[] types) {
        this.owner = owner;
        this.names = List.copyOf(names);
        this.attributes = attributes.clone();
        this.types = types.clone();
    }

    /** Returns whether the key is a single integer, which is read and looked up without boxing. */
    public boolean isWhole() {
        return types.length == 1 && isWhole(types[0]);
    }

    private static boolean isWhole(Class<?> type) {
        return type == Long.class || type == Integer.class || type == Short.class;
    }

    /**
     * Returns whether the database may consider keys equal that have different normal forms: a part of the key may be
     * text, to which a collation applies.
     */
    public boolean isCollated() {
        return !Arrays.stream(types).allMatch(KeyType::isExact);
    }

    private static boolean isExact(Class<?> type) {
        return Number.class.isAssignableFrom(type) || Temporal.class.isAssignableFrom(type) || type == UUID.class
                || type == Boolean.class || type == byte[].class;
    }

    /** Returns the key of an object, or null if a part of it is missing. */
    public @Nullable Object of(ManagedEntity entity) {
        if (attributes.length == 1) {
            Object only = EntityInternals.get(entity, attributes[0]);
            return only == null ? null : normal(only);
        }
        List<Object> values = new ArrayList<>(attributes.length);
        for (int attribute : attributes) {
            Object value = EntityInternals.get(entity, attribute);
            if (value == null) {
                return null;
            }
            values.add(normal(value));
        }
        return List.copyOf(values);
    }

    /**
     * Returns the key of an object's row in the database, as it was before unflushed changes.
     *
     * @throws IllegalStateException if a part of it is not known
     */
    public Object stored(ManagedEntity entity) {
        if (attributes.length == 1) {
            return stored(entity, attributes[0]);
        }
        List<Object> values = new ArrayList<>(attributes.length);
        for (int attribute : attributes) {
            values.add(stored(entity, attribute));
        }
        return List.copyOf(values);
    }

    private static Object stored(ManagedEntity entity, int attribute) {
        Object value = EntityInternals.before(entity, attribute);
        if (value == null || value == EntityContext.UNKNOWN) {
            throw new IllegalStateException("The key of " + EntityInternals.describe(entity) + " is not known.");
        }
        return normal(value);
    }

    /** Returns the key in these columns of a row, or null if a part of it is NULL. */
    public @Nullable Object of(RowReader row, int[] positions) {
        if (positions.length == 1) {
            Object only = row.get(positions[0]);
            return only == null ? null : normal(only);
        }
        List<Object> values = new ArrayList<>(positions.length);
        for (int position : positions) {
            Object value = row.get(position);
            if (value == null) {
                return null;
            }
            values.add(normal(value));
        }
        return List.copyOf(values);
    }

    /** Returns the normal form of these values, one per column. */
    public Object normalise(Object[] values) {
        if (values.length == 1) {
            return normal(values[0]);
        }
        List<Object> normal = new ArrayList<>(values.length);
        for (Object value : values) {
            normal.add(normal(value));
        }
        return List.copyOf(normal);
    }

    /** Returns the values of a key in normal form, in the types of the columns. */
    public Object[] values(Object key) {
        if (types.length == 1) {
            return new Object[]{sized(types[0], key)};
        }
        List<?> parts = (List<?>) key;
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sized(types[i], parts.get(i));
        }
        return values;
    }

    /**
     * Returns the values of a key that the application passes, in the types of the columns.
     *
     * @param id the value of one column, or a list or array of the values of several, or an {@link IdentityKey}
     * @throws IllegalArgumentException if the number or the types of the parts differ from those of the key
     */
    public Object[] given(@Nullable Object id) {
        if (id == null) {
            throw new IllegalArgumentException("The key of \"" + owner + "\" is null. Pass the primary key of a row.");
        }
        List<?> values = switch (id) {
            case IdentityKey identity -> identity.values();
            case List<?> list when types.length > 1 -> list;
            case Object[] array when types.length > 1 -> Arrays.asList(array);
            case Object one -> List.of(one);
        };
        if (values.size() != types.length) {
            throw new IllegalArgumentException("The key of \"" + owner + "\" has " + types.length + " parts " + names
                    + ", but " + values.size() + " were given: " + values + ".");
        }
        Object[] given = new Object[types.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = given(types[i], values.get(i));
        }
        return given;
    }

    private Object given(Class<?> type, @Nullable Object value) {
        if (value == null) {
            throw new NullPointerException("A part of the key of \"" + owner + "\" is null.");
        }
        Object sized = sized(type, value);
        if (!type.isInstance(sized)) {
            throw new IllegalArgumentException("The key of \"" + owner + "\" is a " + type.getSimpleName() + ", but a "
                    + value.getClass().getSimpleName() + " was given: " + value + ".");
        }
        return sized;
    }

    /** Returns a value converted to the type of its column if it fits, otherwise the value itself. */
    private static Object sized(Class<?> type, Object value) {
        if (value instanceof ByteBuffer bytes && type == byte[].class) {
            return bytes.array();
        }
        if (value instanceof Instant time && type == OffsetDateTime.class) {
            return time.atOffset(ZoneOffset.UTC);
        }
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

    /** Returns the normal form of the value of one column. */
    public static Object normal(Object value) {
        return switch (value) {
            case Integer number -> (Object) number.longValue();
            case Short number -> (Object) number.longValue();
            case BigDecimal number -> number.stripTrailingZeros();
            case Double number -> number + 0.0; // -0.0 and 0.0 are one number
            case Float number -> number + 0.0f;
            case OffsetDateTime time -> time.toInstant();
            case byte[] bytes -> ByteBuffer.wrap(bytes);
            default -> value;
        };
    }

    /** Returns whether two values of one column are the same. Null is only the same as null. */
    public static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one == other || one != null && other != null && Objects.equals(normal(one), normal(other));
    }

    /**
     * Returns a form that is equal for all values that a database may consider equal: a collation may ignore case,
     * accents and trailing blanks. Values with different forms are different; values with equal forms need not be the same.
     */
    public static Object collated(Object value) {
        return value instanceof String text ? collated(text) : normal(value);
    }

    private static String collated(String text) {
        String folded = text.stripTrailing().toLowerCase(Locale.ROOT);
        return folded.chars().allMatch(letter -> letter < FIRST_ACCENT) ? folded
                : ACCENTS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
    }
}
