package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.NullValue;

/** The function calls of H2. Immutable. */
final class H2FunctionRenderer extends FunctionRenderer {

    H2FunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "now" -> out.sql("CURRENT_TIMESTAMP");
            case "pow" -> renderTypedCall("power", call, out);
            case "random" -> renderCall("rand", call, out);
            case "aggregate_strings" -> renderListAggregate(call, out);
            default -> {
                if (super.renderKnownFunction(call, name, out)) {
                    return true;
                }
                renderTypedCall(functionName(call.name(), out), call, out);
            }
        }
        return true;
    }

    /** The order of the texts is written after the call. */
    private void renderListAggregate(FunctionCall<?> call, RenderContext out) {
        if (call.ordering().isEmpty()) {
            renderCall("LISTAGG", call, out);
            return;
        }
        out.sql("LISTAGG(").sql(call.isDistinct() ? "DISTINCT " : "").expressions(call.arguments())
                .sql(") WITHIN GROUP (ORDER BY ");
        renderOrdering(call.ordering(), out);
        out.sql(")");
    }

    /** H2 cannot infer the type of a call with only parameters, so each parameter is cast to its type. */
    private void renderTypedCall(String name, FunctionCall<?> call, RenderContext out) {
        if (call.arguments().stream()
                .anyMatch(each -> !(each instanceof BindParameter<?> || each instanceof NullValue<?>))) {
            renderCall(name, call, out);
            return;
        }
        out.sql(name).sql("(").sql(call.arguments().isEmpty() && name.equalsIgnoreCase("count") ? "*" : "");
        out.list(call.arguments(), H2ExpressionRenderer::renderTyped);
        out.sql(")");
    }
}
