package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.FunctionCall;

/** The function calls of MySQL and MariaDB; where they differ, those of MySQL. Immutable. */
class MysqlFunctionRenderer extends FunctionRenderer {

    MysqlFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "random" -> renderCall("rand", call, out);
            case "sysdate" -> out.sql("SYSDATE()");
            case "session_user" -> out.sql("SESSION_USER()");
            case "rollup" -> out.expressions(call.arguments()).sql(" WITH ROLLUP");
            case "aggregate_strings" -> renderAggregateStrings(call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    /** The separator has its own keyword and must be a constant. */
    private void renderAggregateStrings(FunctionCall<?> call, RenderContext out) {
        var separator = call.arguments().get(1);
        if (separator instanceof BindParameter<?>) {
            throw new UnsupportedFeatureException(Feature.AGGREGATE_ORDER_BY, traits.name(),
                    "a separator that is a parameter; write it as literal(...)");
        }
        out.sql("group_concat(").sql(call.isDistinct() ? "DISTINCT " : "").expression(call.arguments().get(0));
        if (!call.ordering().isEmpty()) {
            out.sql(" ORDER BY ");
            renderOrdering(call.ordering(), out);
        }
        out.sql(" SEPARATOR ").expression(separator).sql(")");
    }
}
