package dev.rubedo.type;

import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A type of some databases whose values are those of a portable type: {@code citext} for strings, {@code jsonb} for
 * JSON documents, {@code bigint unsigned} for numbers, a domain for the type below it. Values are bound, read and
 * written as literals as the portable type's, and operators accept them likewise. Immutable.
 *
 * @param <T> the Java type of its values
 * @param dialects the dialects that have the type
 * @param sqlName the type as a column declares it, written as it is
 * @param values the type whose values it has; {@link Types#UNKNOWN} for those that come as the driver gives them
 * @param marker the SQL of a parameter, with exactly one {@code ?}
 */
public record RenamedType<T>(Set<String> dialects, String sqlName, SqlType<T> values,
        String marker) implements DialectType<T> {

    /** Copies the dialects. */
    public RenamedType {
        dialects = Set.copyOf(dialects);
        Objects.requireNonNull(values, "values");
        if (sqlName.isBlank()) {
            throw new IllegalArgumentException("sqlName is blank. Give the name that the database has for the type.");
        }
        if (marker.indexOf('?') < 0 || marker.indexOf('?') != marker.lastIndexOf('?')) {
            throw new IllegalArgumentException("The marker \"" + marker + "\" must have exactly one ?");
        }
    }

    /**
     * Makes a type with a plain marker.
     *
     * @param dialects the dialects that have the type
     * @param sqlName the type as a column declares it, written as it is
     * @param values the type whose values it has
     */
    public RenamedType(Set<String> dialects, String sqlName, SqlType<T> values) {
        this(dialects, sqlName, values, "?");
    }

    /** Refuses the call: a renderer writes the literals of {@link #values()}. */
    @Override
    public String literal(T value, UnaryOperator<String> quote) {
        throw new UnsupportedOperationException("Literals of \"" + sqlName + "\" are those of " + values);
    }

    @Override
    public Class<?> javaType() {
        return values.javaType();
    }

    @Override
    public TypeFamily family() {
        return values.family();
    }
}
