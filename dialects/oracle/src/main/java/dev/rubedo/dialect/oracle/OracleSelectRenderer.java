package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.Recognition;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.Select;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The queries of Oracle. Immutable. */
final class OracleSelectRenderer extends SelectRenderer {

    OracleSelectRenderer(DialectTraits traits) {
        super(traits);
    }

    /** GROUP BY accepts names only since 23, and positions only if a session enables them. */
    @Override
    protected Recognition recognition() {
        return traits.version().isAtLeast(23) ? Recognition.NAME : Recognition.ORDER_POSITION;
    }

    /** A recursive expression has no keyword. */
    @Override
    protected boolean saysRecursive() {
        return false;
    }

    /** An alias in FROM has no AS. */
    @Override
    protected void renderAliasName(String name, RenderContext out) {
        out.sql(" ").identifier(name);
    }

    /** FROM is mandatory before 23. */
    @Override
    protected void renderNoFrom(Select<?> select, RenderContext out) {
        if (!traits.version().isAtLeast(23)) {
            out.sql(" FROM DUAL");
        }
    }

    /** A query with a row lock cannot be limited (ORA-02014). */
    @Override
    protected void renderBody(Select<?> select, List<FromClause> froms, QueryPlace place, RenderContext out) {
        if (select.lock() != null && (select.rowLimit() != null || select.rowOffset() != null)) {
            throw new InvalidStatementException(
                    "Oracle cannot lock the rows of a query with a limit. Select the keys with the limit, then lock "
                            + "the rows by their keys.");
        }
        super.renderBody(select, froms, place, out);
    }

    @Override
    protected void renderLimits(@Nullable RowLimit limit, @Nullable Expression<?> offset, Object owner,
            RenderContext out) {
        if (limit == null && offset == null) {
            return;
        }
        if (!traits.version().isAtLeast(12)) {
            throw new InvalidStatementException("Oracle " + traits.version()
                    + " has no FETCH FIRST, which came with 12.1. Number the rows with row_number() over an order, "
                    + "and select by that number in an enclosing query.");
        }
        if (limit != null) {
            renderFetch(limit, offset, out);
        } else {
            out.sql(" OFFSET ").expression(Objects.requireNonNull(offset)).sql(" ROWS");
        }
    }

    /** EXCEPT came with 21. */
    @Override
    protected String setOperator(CompoundSelect.Kind kind) {
        return kind == CompoundSelect.Kind.EXCEPT && !traits.version().isAtLeast(21) ? "MINUS"
                : super.setOperator(kind);
    }

    /** Before 23 there are no boolean values, so a condition is converted to a number. */
    @Override
    protected void renderSelected(Expression<?> column, RenderContext out) {
        if (traits.supports(Feature.BOOLEAN_TYPE) || !renderSelectedCondition(column, out)) {
            super.renderSelected(column, out);
        }
    }
}
