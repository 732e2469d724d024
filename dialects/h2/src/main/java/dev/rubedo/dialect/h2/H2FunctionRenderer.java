package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.TimestampTimeZoneType;

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

    @Override
    protected void renderPlusMonths(Expression<?> point, Expression<?> months, RenderContext out) {
        boolean isZoned = point.type() instanceof TimestampTimeZoneType || point.type() instanceof InstantType;
        out.sql("DATEADD(MONTH, ").expression(months).sql(", ");
        H2ExpressionRenderer.renderTyped(point, out);
        out.sql(isZoned ? " AT TIME ZONE 'UTC')" : ")");
    }

    @Override
    protected void renderDurationBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("(");
        H2ExpressionRenderer.renderPoint(end, out);
        out.sql(" - ");
        if (start instanceof BindParameter<?> || start instanceof NullValue<?> || start instanceof Literal<?>) {
            H2ExpressionRenderer.renderPoint(start, out);
        } else {
            out.operand(start, Operator.MULTIPLY);
        }
        out.sql(")");
    }

    @Override
    protected void renderDaysBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("DATEDIFF(DAY, ");
        H2ExpressionRenderer.renderTyped(start, out);
        out.sql(", ");
        H2ExpressionRenderer.renderTyped(end, out);
        out.sql(")");
    }

    @Override
    protected void renderArrayPart(FunctionCall<?> call, RenderContext out) {
        out.sql(call.arguments().size() > 2 ? "ARRAY_SLICE(" : "ARRAY_GET(")
                .list(call.arguments(), H2ExpressionRenderer::renderTyped).sql(")");
    }

    @Override
    protected void renderArray(String name, FunctionCall<?> call, RenderContext out) {
        switch (name) {
            case "make_array" -> out.sql("ARRAY[").list(call.arguments(), H2ExpressionRenderer::renderTyped).sql("]");
            case "array_concat" -> {
                out.sql("ARRAY_CAT(").list(call.arguments(), H2ExpressionRenderer::renderTyped).sql(")");
            }
            default -> out.sql("CARDINALITY(").list(call.arguments(), H2ExpressionRenderer::renderTyped).sql(")");
        }
    }

    @Override
    protected String jsonColon() {
        return ": ";
    }

    @Override
    protected String jsonNulls(String name) {
        return name.equals("json_array") || name.equals("json_array_agg") ? " NULL ON NULL" : "";
    }

    @Override
    protected void renderJsonMember(Expression<?> value, RenderContext out) {
        H2ExpressionRenderer.renderTyped(value, out);
    }

    @Override
    protected void renderRegexpReplace(FunctionCall<?> call, RenderContext out) {
        renderCall("REGEXP_REPLACE", call, out);
    }
}
