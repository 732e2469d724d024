package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.Recognition;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.TableFunction;

/** The queries of H2. Immutable. */
final class H2SelectRenderer extends SelectRenderer {

    H2SelectRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected Recognition recognition() {
        return Recognition.NAME;
    }

    /** H2 does not infer the type of a parameter on its own, so it is cast to its type. */
    @Override
    protected void renderSelected(Expression<?> column, RenderContext out) {
        H2ExpressionRenderer.renderSelected(column, out, () -> super.renderSelected(column, out));
    }

    @Override
    protected void renderValue(Expression<?> value, RenderContext out) {
        H2ExpressionRenderer.renderTyped(value, out);
    }

    @Override
    protected boolean namesColumnsOf(TableFunction function) {
        return true;
    }

    /** If one expression is recursive, all of them need column names. */
    @Override
    protected boolean namesColumnsOf(CommonTableExpression cte) {
        return true;
    }
}
