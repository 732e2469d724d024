package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that can be executed. Immutable.
 *
 * @param <T> the type of each row of its result; {@link Void} if there are no rows
 */
public sealed interface Statement<T extends @Nullable Object> extends Node
        permits Selectable, DmlStatement, TextStatement, Explain {
    /**
     * Returns the items of each row of the result; empty if the statement returns no rows, or if only the database
     * knows them.
     */
    SelectList selectList();

    @Override
    Statement<T> rewrite(Rewriter rewriter);

    /** Returns the common table expressions that are written even if nothing uses them. */
    List<CommonTableExpression> ctes();

    /** Returns the options for the ORM. */
    List<StatementOption> statementOptions();

    /**
     * Returns the columns of the result, in order.
     *
     * @throws dev.rubedo.error.UnresolvedElementException if the statement contains an unresolved entity
     */
    default List<Expression<?>> columns() {
        return selectList().columns();
    }

    /** Returns whether the columns are known, that is, whether there is no unresolved entity among them. */
    default boolean isResolved() {
        return selectList().isResolved();
    }

    /** Returns a statement that shows how the database would execute this one. */
    default Explain explain() {
        return new Explain(this, false);
    }

    /** Returns a statement that executes this one and shows how the database did so. */
    default Explain explainAnalyze() {
        return new Explain(this, true);
    }

    /**
     * Returns the SQL with parameter markers for values. Needs no connection.
     *
     * @param dialect the target dialect
     */
    default String sql(StatementRenderer dialect) {
        return dialect.render(this);
    }
}
