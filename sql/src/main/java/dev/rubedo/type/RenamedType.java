package dev.rubedo.type;

import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A type of some databases whose values are those of a portable type: {@code citext} for strings, {@code jsonb} for
 * JSON documents, {@code bigint unsigned} for numbers, a domain for its base type. Values are bound, read and written
 * as literals like those of the portable type, and support the same operators. Immutable.
 *
 * @param <T> the Java type of its values
 * @param dialects the dialects that have the type; empty for every dialect
 * @param sqlName the type as declared in DDL, written verbatim
 * @param values the portable type of its values; {@link Types#UNKNOWN} for values as the driver returns them
 * @param marker the SQL of a parameter, with exactly one {@code ?}
 * @param domain the domain that is created with its tables, or null for an existing type
 */
public record RenamedType<T>(Set<String> dialects, String sqlName, SqlType<T> values,
        String marker, @Nullable Domain<T> domain) implements DialectType<T> {

    /** Copies the dialects. */
    public RenamedType {
        dialects = Set.copyOf(dialects);
        Objects.requireNonNull(values, "values");
        if (sqlName.isBlank()) {
            throw new IllegalArgumentException("sqlName is blank. Pass the name of the type in the database.");
        }
        if (marker.indexOf('?') < 0 || marker.indexOf('?') != marker.lastIndexOf('?')) {
            throw new IllegalArgumentException("The marker \"" + marker + "\" must contain exactly one ?");
        }
    }

    /**
     * Creates a type that already exists in the database.
     *
     * @param dialects the dialects that have the type; empty for every dialect
     * @param sqlName the type as declared in DDL, written verbatim
     * @param values the portable type of its values
     * @param marker the SQL of a parameter, with exactly one {@code ?}
     */
    public RenamedType(Set<String> dialects, String sqlName, SqlType<T> values, String marker) {
        this(dialects, sqlName, values, marker, null);
    }

    /**
     * Creates a type with a plain parameter marker.
     *
     * @param dialects the dialects that have the type; empty for every dialect
     * @param sqlName the type as declared in DDL, written verbatim
     * @param values the portable type of its values
     */
    public RenamedType(Set<String> dialects, String sqlName, SqlType<T> values) {
        this(dialects, sqlName, values, "?");
    }

    /** Throws an exception, because renderers write the literals of {@link #values()}. */
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
