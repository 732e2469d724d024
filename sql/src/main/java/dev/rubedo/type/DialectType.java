package dev.rubedo.type;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A type that only some databases have, such as {@code inet}, {@code int4range} or {@code bigint unsigned}. It states
 * its name, markers and literals itself, so that no renderer has to know it; every other dialect refuses it. A type
 * whose values are those of a portable type needs no implementation, see {@link RenamedType}.
 *
 * <p>How JDBC binds and reads its values is not known here: implement {@code dev.rubedo.codec.JdbcDialectType}, or let
 * the codecs of the dialect supply the codec. Implementations are immutable and have {@code equals} and
 * {@code hashCode}, because statements are cached by their types; a record or an enum has them.
 *
 * @param <T> the Java type of its values
 */
public non-sealed interface DialectType<T> extends SqlType<T> {

    /** Returns the names of the dialects that have the type, such as {@code "postgresql"}; at least one. */
    Set<String> dialects();

    /** Returns the type as a column declares it, such as {@code numeric(10, 2) unsigned}; written as it is. */
    String sqlName();

    /** Returns the type as the target of a {@code CAST}; its declared name unless overridden. */
    default String castName() {
        return sqlName();
    }

    /**
     * Returns the SQL that stands for a parameter of the type, with exactly one {@code ?}: {@code ?::inet},
     * {@code ST_GeomFromText(?)}. A plain marker unless overridden.
     */
    default String marker() {
        return "?";
    }

    /**
     * Returns the SQL by which a query selects an expression of the type, with exactly one {@code ?} in place of that
     * expression: {@code ST_AsText(?)}. The expression itself unless overridden. Only the columns that a statement
     * returns are wrapped, those of its subqueries are not.
     */
    default String selection() {
        return "?";
    }

    /**
     * Returns a value as SQL, for places that take no parameter.
     *
     * @param value the value, never null
     * @param quote turns text into a string literal of the dialect; a value must not get into the SQL without it
     */
    String literal(T value, UnaryOperator<String> quote);

    /** Returns the family; {@link TypeFamily#OTHER} unless overridden, which compares only with itself. */
    @Override
    default TypeFamily family() {
        return TypeFamily.OTHER;
    }
}
