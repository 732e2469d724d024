package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table, an alias, a subquery or a common table expression. An extension point: the columns of tables are
 * declared above this package. Immutable once its table is in use.
 *
 * @param <T> the Java type of its values
 */
public non-sealed interface ColumnReference<T extends @Nullable Object> extends SettableColumn<T> {
    /** Returns the source that this column belongs to. */
    RowSource source();

    /** Returns the name qualified with that of the source, for messages. */
    default String path() {
        return source().label() + "." + name();
    }

    /** Returns whether the database computes the value, so that no statement can assign one. */
    default boolean isComputed() {
        return false;
    }

    /** Describes the column as one part: it equals only itself, unless it is derived. */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }

    @Override
    default ColumnReference<T> rewrite(Rewriter rewriter) {
        return this;
    }
}
