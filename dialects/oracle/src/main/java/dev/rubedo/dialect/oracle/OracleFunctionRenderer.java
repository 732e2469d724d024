package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Ordered;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TypeFamily;
import java.util.Locale;

/** The functions of Oracle. Immutable. */
final class OracleFunctionRenderer extends FunctionRenderer {

    OracleFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** The most frequent value is an aggregate of an argument, not of an order. */
    @Override
    protected void renderFunction(FunctionCall<?> call, RenderContext out) {
        if (call.name().equalsIgnoreCase("mode") && call.group().size() == 1 && call.condition() == NoCondition.NONE) {
            var term = call.group().getFirst();
            out.sql("STATS_MODE(").expression(term instanceof Ordered ordered ? ordered.term() : (Expression<?>) term)
                    .sql(")");
        } else {
            super.renderFunction(call, out);
        }
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "now" -> out.sql("CURRENT_TIMESTAMP");
            case "current_time", "localtime" -> throw new InvalidStatementException(
                    "Oracle has no type for a time of day. Use currentTimestamp().");
            case "char_length", "character_length" -> renderCall("LENGTH", call, out);
            case "substring" -> renderCall("SUBSTR", call, out);
            case "pow" -> renderCall("POWER", call, out);
            case "random" -> out.sql("DBMS_RANDOM.VALUE");
            case "ceiling" -> renderCall("CEIL", call, out);
            case "aggregate_strings" -> renderOrderedAggregate("LISTAGG", call, out);
            case "concat" -> renderConcat(call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    /** Before 23, the function has two arguments; in both forms, NULL is an empty text. */
    private void renderConcat(FunctionCall<?> call, RenderContext out) {
        if (traits.version().isAtLeast(23) || call.arguments().size() == 2) {
            renderCall("concat", call, out);
            return;
        }
        out.sql("(");
        for (int i = 0; i < call.arguments().size(); i++) {
            out.sql(i == 0 ? "" : " || ").operand(call.arguments().get(i), Operator.CONCAT.precedence());
        }
        out.sql(")");
    }

    /**
     * ADD_MONTHS always maps the last day of a month to the last day, and adding an interval of months fails if the day
     * does not exist.
     */
    @Override
    protected void renderPlusMonths(Expression<?> point, Expression<?> months, RenderContext out) {
        boolean isZoned = point.type() instanceof TimestampTimeZoneType || point.type() instanceof InstantType;
        out.sql("(");
        renderUtc(point, isZoned, out);
        out.sql(" + (ADD_MONTHS(TRUNC(");
        renderUtc(point, isZoned, out);
        out.sql(", 'MM'), ").expression(months).sql(") + LEAST(EXTRACT(DAY FROM ");
        renderUtc(point, isZoned, out);
        out.sql("), EXTRACT(DAY FROM LAST_DAY(ADD_MONTHS(TRUNC(");
        renderUtc(point, isZoned, out);
        out.sql(", 'MM'), ").expression(months).sql(")))) - 1 - TRUNC(");
        renderUtc(point, isZoned, out);
        out.sql(")))");
    }

    static void renderUtc(Expression<?> point, boolean isZoned, RenderContext out) {
        out.sql(isZoned ? "(" : "").operand(point, Operator.MULTIPLY).sql(isZoned ? " AT TIME ZONE 'UTC')" : "");
    }

    @Override
    protected void renderDurationBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        if (start.type().family() == TypeFamily.DATE) {
            out.sql("NUMTODSINTERVAL(");
            renderDaysBetween(start, end, out);
            out.sql(", 'DAY')");
        } else {
            super.renderDurationBetween(start, end, out);
        }
    }

    @Override
    protected void renderTryCast(Expression<?> value, String type, RenderContext out) {
        out.sql("CAST(").expression(value).sql(" AS ").sql(type).sql(" DEFAULT NULL ON CONVERSION ERROR)");
    }

    @Override
    protected void renderMatch(Expression<?> text, Expression<?> words, RenderContext out) {
        out.sql("CONTAINS (").expression(text).sql(", ").expression(words).sql(") > 0");
    }

    /** Without a type of their own, documents are text that says what it is. */
    @Override
    protected void renderJsonMember(Expression<?> value, RenderContext out) {
        super.renderJsonMember(value, out);
        if (value.type() instanceof JsonType<?> && !traits.supports(Feature.JSON_TYPE)) {
            out.sql(" FORMAT JSON");
        }
    }

    /** Only aggregates that build texts and documents have an order. */
    @Override
    protected void renderCallOrdering(FunctionCall<?> call, RenderContext out) {
        if (!call.ordering().isEmpty() && !call.name().toLowerCase(Locale.ROOT).startsWith("json_")) {
            throw new InvalidStatementException("Oracle has no order within " + call.name()
                    + "(...). Order the rows in a subquery, or use stringAgg(...) or jsonArrayAgg(...).");
        }
        super.renderCallOrdering(call, out);
    }

    @Override
    protected String jsonColon() {
        return " VALUE ";
    }

    @Override
    protected String jsonNulls(String name) {
        return " NULL ON NULL";
    }
}
