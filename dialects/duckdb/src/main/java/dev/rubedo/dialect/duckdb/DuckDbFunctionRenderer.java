package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.Operator;
import dev.rubedo.type.TypeFamily;

/** The function calls of DuckDB. Immutable. */
final class DuckDbFunctionRenderer extends FunctionRenderer {

    DuckDbFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "aggregate_strings" -> renderCall("string_agg", call, out);
            case "array_cardinality" -> renderCall("len", call, out);
            case "char_length", "character_length" -> renderCall("length", call, out);
            case "current_time" -> out.sql(call.type().family() == TypeFamily.TIME ? "LOCALTIME" : "CURRENT_TIME");
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    @Override
    protected void renderPlusMonths(Expression<?> point, Expression<?> months, RenderContext out) {
        boolean isDate = point.type().family() == TypeFamily.DATE;
        out.sql(isDate ? "CAST(" : "(").operand(point, Operator.ADD).sql(" + to_months(CAST(").expression(months)
                .sql(isDate ? " AS INTEGER)) AS DATE)" : " AS INTEGER)))");
    }

    @Override
    protected void renderDurationBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("to_microseconds(date_diff('microsecond', ").expression(start).sql(", ").expression(end).sql("))");
    }

    @Override
    protected void renderDaysBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("date_diff('day', ").expression(start).sql(", ").expression(end).sql(")");
    }

    @Override
    protected String jsonConstructor(String name) {
        return switch (name) {
            case "json_array_agg" -> "json_group_array";
            case "json_object_agg" -> "json_group_object";
            default -> name;
        };
    }

    /** Without the flag g, only the first match would be replaced. */
    @Override
    protected void renderRegexpReplace(FunctionCall<?> call, RenderContext out) {
        var flags = call.arguments().size() > 3 && call.arguments().get(3) instanceof Literal<?> literal
                ? literal.value().toString() : "";
        out.sql("regexp_replace(").expressions(call.arguments().subList(0, 3)).sql(", ")
                .sql(out.literals().renderString(flags.indexOf('g') < 0 ? flags + "g" : flags)).sql(")");
    }
}
