package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;

/** The function calls of MySQL and MariaDB; where they differ, those of MySQL. Immutable. */
class MysqlFunctionRenderer extends FunctionRenderer {

    private static final SqlType<Object> JSON = Types.json(Object.class);
    private static final String EPOCH = "TIMESTAMP'1970-01-01 00:00:00'";

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
            case "round" -> renderRound(call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    /**
     * The server rounds a floating-point number half to even, so it is rounded as a decimal. From 10^15 on, it has no
     * significant fraction. {@code + 0E0} makes it floating-point again; a cast to DOUBLE needs MySQL 8.0.17.
     */
    private void renderRound(FunctionCall<?> call, RenderContext out) {
        var number = call.arguments().get(0);
        if (number.type().family() != TypeFamily.FLOATING || call.arguments().size() != 2) {
            renderCall("round", call, out);
            return;
        }
        out.sql("CASE WHEN ABS(").expression(number).sql(") < 1E15 THEN ROUND(CAST(").expression(number)
                .sql(" AS DECIMAL(45, 30)), ").expression(call.arguments().get(1)).sql(") + 0E0 ELSE ");
        renderCall("round", call, out);
        out.sql(" END");
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

    /** Writes a point in time or an interval plus or minus an interval, which is a timestamp counted from 1970. */
    static void renderMove(Binary<?> move, RenderContext out) {
        var family = move.left().type().family();
        boolean isCast = family == TypeFamily.DATE || family == TypeFamily.TIME;
        out.sql(isCast ? "CAST(" : "").sql("TIMESTAMPADD(MICROSECOND, ")
                .sql(move.operator() == Operator.SUBTRACT ? "-" : "")
                .sql("TIMESTAMPDIFF(MICROSECOND, " + EPOCH + ", ").expression(move.right()).sql("), ");
        renderStamp(move.left(), out);
        out.sql(")").sql(isCast ? " AS " + (family == TypeFamily.DATE ? "DATE)" : "TIME(6))") : "");
    }

    /** Writes a point in time; a time of day is converted to a timestamp on the first day. */
    private static void renderStamp(Expression<?> point, RenderContext out) {
        boolean isTime = point.type().family() == TypeFamily.TIME;
        out.sql(isTime ? "CAST(CONCAT('1970-01-01 ', " : "").expression(point).sql(isTime ? ") AS DATETIME(6))" : "");
    }

    @Override
    protected void renderPlusMonths(Expression<?> point, Expression<?> months, RenderContext out) {
        boolean isDate = point.type().family() == TypeFamily.DATE;
        out.sql(isDate ? "CAST(" : "").sql("TIMESTAMPADD(MONTH, ").expression(months).sql(", ").expression(point)
                .sql(")").sql(isDate ? " AS DATE)" : "");
    }

    @Override
    protected void renderDurationBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("TIMESTAMPADD(MICROSECOND, TIMESTAMPDIFF(MICROSECOND, ");
        renderStamp(start, out);
        out.sql(", ");
        renderStamp(end, out);
        out.sql("), " + EPOCH + ")");
    }

    @Override
    protected void renderDaysBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("DATEDIFF(").expression(end).sql(", ").expression(start).sql(")");
    }

    /** Booleans are numbers, and a parameter with a document is a text. */
    @Override
    protected void renderJsonMember(Expression<?> value, RenderContext out) {
        switch (value.type().family()) {
            case BOOLEAN -> out.expression(new Cast<>(Sql.caseWhen(Sql.condition(truth(value)), Sql.literal("true"))
                    .when(Sql.not(truth(value)), Sql.literal("false")), JSON));
            case JSON -> out.expression(new Cast<>(value, value.type()));
            default -> out.expression(value);
        }
    }

    // the family of the expression is BOOLEAN
    @SuppressWarnings("unchecked")
    private static Expression<Boolean> truth(Expression<?> value) {
        return (Expression<Boolean>) value;
    }
}
