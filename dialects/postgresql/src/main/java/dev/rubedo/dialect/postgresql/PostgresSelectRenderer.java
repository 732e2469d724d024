package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.Recognition;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.TableFunction;

/** The queries of PostgreSQL. Immutable. */
final class PostgresSelectRenderer extends SelectRenderer {

    PostgresSelectRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected Recognition recognition() {
        return Recognition.POSITION;
    }

    @Override
    protected void renderNoLimit(Object owner, RenderContext out) {
        out.sql(" LIMIT ALL");
    }

    @Override
    protected void renderValue(Expression<?> value, RenderContext out) {
        PostgresExpressionRenderer.renderTyped(value, out);
    }

    /** A parameter marker needs parentheses here. */
    @Override
    protected void renderFetchNumber(Expression<?> number, RenderContext out) {
        out.parenthesized(number);
    }

    /** The server does not know the column names of most functions. */
    @Override
    protected boolean namesColumnsOf(TableFunction function) {
        return !isSingleValued(function);
    }
}
