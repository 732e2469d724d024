package dev.rubedo.type;

import dev.rubedo.stability.Spi;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A type that only some databases have, such as {@code inet}, {@code int4range} or {@code bigint unsigned}. It defines
 * its own name, parameter marker and literals, so that no renderer needs to know it; other dialects reject it. For a
 * type whose values are those of a portable type, use {@link RenamedType} instead of an implementation.
 *
 * <p>Binding and reading values on JDBC is not defined here: implement {@code dev.rubedo.codec.JdbcDialectType}, or let
 * the codecs of the dialect supply the codec. Implementations are immutable and implement {@code equals} and
 * {@code hashCode}, because statements are cached by their types; a record or an enum does so automatically.
 *
 * @param <T> the Java type of its values
 */
@Spi
public non-sealed interface DialectType<T> extends SqlType<T> {

    /** Returns the names of the dialects that have the type, such as {@code "postgresql"}; empty for every dialect. */
    Set<String> dialects();

    /** Returns the type as declared in DDL, such as {@code numeric(10, 2) unsigned}; written verbatim. */
    String sqlName();

    /** Returns the type as the target of a {@code CAST}; by default its declared name. */
    default String castName() {
        return sqlName();
    }

    /**
     * Returns whether a dialect has the type.
     *
     * @param dialect the name of the dialect
     */
    default boolean isOn(String dialect) {
        return dialects().isEmpty() || dialects().contains(dialect);
    }

    /**
     * Returns the SQL of a parameter of the type, with exactly one {@code ?}: {@code ?::inet},
     * {@code ST_GeomFromText(?)}. By default, this is a plain marker.
     */
    default String marker() {
        return "?";
    }

    /**
     * Returns the SQL that selects an expression of the type, with exactly one {@code ?} in place of that expression:
     * {@code ST_AsText(?)}. By default, this is the expression itself. Only the columns that a statement returns are
     * wrapped, not those of its subqueries.
     */
    default String selection() {
        return "?";
    }

    /**
     * Returns a value as an SQL literal, for places that allow no parameters.
     *
     * @param value the value, never null
     * @param quote converts text into a string literal of the dialect; a value must not be written to the SQL without
     *     it
     */
    String literal(T value, UnaryOperator<String> quote);

    /**
     * Returns the type family; by default {@link TypeFamily#OTHER}, whose values can only be compared with those of the
     * same type.
     */
    @Override
    default TypeFamily family() {
        return TypeFamily.OTHER;
    }
}
