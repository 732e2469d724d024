package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table, an alias, a subquery or a common table expression. A door: the columns of tables are declared
 * above this package. Immutable once its table is in use.
 *
 * @param <T> the Java type of its values
 */
public non-sealed interface ColumnReference<T extends @Nullable Object> extends SettableColumn<T> {
    /** Returns what the column belongs to. */
    RowSource source();

    /** Returns the name with that of what the column belongs to, for messages. */
    default String path() {
        return source().label() + "." + name();
    }

    /** A column is one part: it is equal to itself only, unless it is derived. */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }
}
