package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be executed. Immutable.
 *
 * @param <T> what each row of its result gives; {@link Void} where there are no rows
 */
public sealed interface Statement<T extends @Nullable Object> extends Node
        permits Selectable, Insert, Update, Delete, TextStatement {
    /** Returns what the rows of the result consist of; empty for no rows, or where only the database knows. */
    SelectList selectList();

    /** Returns the common table expressions that are written even if nothing uses them. */
    List<CommonTableExpression> ctes();

    /** Returns the options for a session. */
    List<StatementOption> statementOptions();

    /**
     * Returns the columns of the result, in order.
     *
     * @throws dev.rubedo.error.UnresolvedElementException if there is an entity
     */
    default List<Expression<?>> columns() {
        return selectList().columns();
    }

    /** Returns whether the columns are known, since there is no entity among them. */
    default boolean isResolved() {
        return selectList().isResolved();
    }

    /**
     * Returns the SQL, with markers for values, without any connection.
     *
     * @param dialect the dialect to write
     */
    default String sql(StatementRenderer dialect) {
        return dialect.render(this);
    }
}
