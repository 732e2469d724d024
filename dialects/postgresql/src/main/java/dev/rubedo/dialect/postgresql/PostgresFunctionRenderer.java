package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Over;
import dev.rubedo.sql.Walker;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;
import java.util.List;

/** The function calls of PostgreSQL. Immutable. */
final class PostgresFunctionRenderer extends FunctionRenderer {

    PostgresFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "pow" -> renderCall("power", call, out);
            case "aggregate_strings" -> renderCall("string_agg", call, out);
            case "substring" -> renderSubstring(call, out);
            case "round" -> renderRound(call, out);
            case "min", "max" -> {
                if (call.arguments().size() != 1 || call.arguments().get(0).type().family() != TypeFamily.BOOLEAN) {
                    return super.renderKnownFunction(call, name, out);
                }
                renderCall(name.equals("min") ? "bool_and" : "bool_or", call, out);
            }
            case "current_time" -> out.sql(call.type().family() == TypeFamily.TIME ? "LOCALTIME" : "CURRENT_TIME");
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    /** The minimum is not defined for UUIDs, but for their text forms, which have the same order. */
    @Override
    protected void renderFunction(FunctionCall<?> call, RenderContext out) {
        if (isExtremeOfUuids(call)) {
            out.sql("CAST(");
            super.renderFunction(ofTexts(call), out);
            out.sql(" AS UUID)");
        } else {
            super.renderFunction(call, out);
        }
    }

    @Override
    protected void renderOver(Over<?> over, RenderContext out) {
        if (isExtremeOfUuids(over.function())) {
            out.sql("CAST(");
            super.renderOver(new Over<>(ofTexts(over.function()), over.window()), out);
            out.sql(" AS UUID)");
        } else {
            super.renderOver(over, out);
        }
    }

    private static boolean isExtremeOfUuids(FunctionCall<?> call) {
        return (call.name().equalsIgnoreCase("min") || call.name().equalsIgnoreCase("max"))
                && call.arguments().size() == 1 && call.arguments().get(0).type().family() == TypeFamily.UUID;
    }

    private static FunctionCall<String> ofTexts(FunctionCall<?> call) {
        return new FunctionCall<>(call.name(), List.of(new Cast<>(call.arguments().get(0), Types.TEXT)), Types.TEXT,
                call.isDistinct(), call.ordering(), call.group(), call.condition());
    }

    @Override
    protected void renderOneOfGroup(Expression<?> expression, RenderContext out) {
        if (expression.type().family() == TypeFamily.BOOLEAN) {
            out.sql("bool_and(").expression(expression).sql(")");
        } else {
            super.renderOneOfGroup(expression, out);
        }
    }

    /**
     * Only decimal numbers can be rounded to digits; an expression that may be a floating-point number is cast back
     * afterwards.
     */
    private void renderRound(FunctionCall<?> call, RenderContext out) {
        var number = call.arguments().get(0);
        if (call.arguments().size() < 2 || !FloatingParts.in(number)) {
            renderCall(functionName(call.name(), out), call, out);
            return;
        }
        out.sql("round(").expression(new Cast<>(number, Types.NUMERIC)).sql(", ").expression(call.arguments().get(1))
                .sql(")");
    }

    /**
     * A search for floating-point numbers in an expression. Their average has a decimal type, so the type of the
     * expression is not sufficient.
     */
    private static final class FloatingParts extends Walker {

        private boolean isFound;

        static boolean in(Expression<?> number) {
            var parts = new FloatingParts();
            parts.expression(number);
            return parts.isFound;
        }

        @Override
        public void expression(Expression<?> node) {
            isFound |= node.type().family() == TypeFamily.FLOATING;
            super.expression(node);
        }
    }

    @Override
    protected void renderPlusMonths(Expression<?> point, Expression<?> months, RenderContext out) {
        boolean isZoned = PostgresTypeRenderer.isZoned(point.type());
        boolean isDate = point.type().family() == TypeFamily.DATE;
        out.sql(isDate ? "CAST(" : "(").sql(isZoned ? "(" : "").operand(typed(point), Operator.MULTIPLY)
                .sql(isZoned ? " AT TIME ZONE 'UTC'" : "").sql(" + make_interval(months => ").expression(months)
                .sql(isDate ? ") AS DATE)" : "))").sql(isZoned ? " AT TIME ZONE 'UTC')" : "");
    }

    /** A parameter alone would have no type. */
    private static Expression<?> typed(Expression<?> point) {
        return point instanceof BindParameter<?> ? new Cast<>(point, point.type()) : point;
    }

    /** The difference of two dates is a number of days. */
    @Override
    protected void renderDurationBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        if (start.type().family() == TypeFamily.DATE) {
            out.sql("make_interval(days => ");
            renderDaysBetween(start, end, out);
            out.sql(")");
        } else {
            super.renderDurationBetween(typed(start), typed(end), out);
        }
    }

    @Override
    protected void renderDaysBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        super.renderDaysBetween(typed(start), typed(end), out);
    }

    private static void renderSubstring(FunctionCall<?> call, RenderContext out) {
        var arguments = call.arguments();
        out.sql("SUBSTRING(").expression(arguments.get(0)).sql(" FROM ").expression(arguments.get(1));
        if (arguments.size() > 2) {
            out.sql(" FOR ").expression(arguments.get(2));
        }
        out.sql(")");
    }

    /** The type of an array without elements cannot be inferred. */
    @Override
    protected void renderArray(String name, FunctionCall<?> call, RenderContext out) {
        super.renderArray(name, call, out);
        if (name.equals("make_array") && call.arguments().isEmpty()) {
            out.sql("::").sql(out.types().render(call.type()));
        }
    }

    @Override
    protected void renderMatch(Expression<?> text, Expression<?> words, RenderContext out) {
        out.sql("to_tsvector(").expression(text).sql(") @@ plainto_tsquery(").expression(words).sql(")");
    }

    @Override
    protected String jsonConstructor(String name) {
        return switch (name) {
            case "json_array_agg" -> "json_agg";
            case "json_object_agg" -> "json_object_agg";
            case "json_array" -> "json_build_array";
            default -> "json_build_object";
        };
    }

    /** A parameter alone would have no type. */
    @Override
    protected void renderJsonMember(Expression<?> value, RenderContext out) {
        out.expression(value instanceof BindParameter<?> || value instanceof NullValue<?>
                ? new Cast<>(value, value.type())
                : value);
    }

    /** Without the flag g, only the first match would be replaced. */
    @Override
    protected void renderRegexpReplace(FunctionCall<?> call, RenderContext out) {
        var flags = call.arguments().size() > 3 && call.arguments().get(3) instanceof Literal<?> literal
                ? literal.value().toString()
                : "";
        out.sql("REGEXP_REPLACE(").expressions(call.arguments().subList(0, 3)).sql(", ")
                .sql(out.literals().renderString(flags.indexOf('g') < 0 ? flags + "g" : flags)).sql(")");
    }
}
