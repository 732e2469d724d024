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

    /** A parameter alone has no type for H2, so it says its own. */
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

    /** One recursive expression makes all of them need names. */
    @Override
    protected boolean namesColumnsOf(CommonTableExpression cte) {
        return true;
    }
}
