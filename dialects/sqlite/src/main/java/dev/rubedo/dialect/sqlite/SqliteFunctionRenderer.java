package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.Operator;
import dev.rubedo.type.TypeFamily;
import java.math.BigDecimal;

/** The function calls of SQLite. Immutable. */
final class SqliteFunctionRenderer extends FunctionRenderer {

    /** The number of zeros of the largest power of ten among 64-bit integers. */
    private static final int MOST_DIGITS = 18;
    private static final String STAMP = "'%Y-%m-%d %H:%M:%S'";

    SqliteFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "now" -> out.sql("CURRENT_TIMESTAMP");
            case "localtimestamp" -> out.sql("DATETIME(CURRENT_TIMESTAMP, 'localtime')");
            case "char_length" -> renderCall("length", call, out);
            case "round" -> renderRound(call, out);
            case "aggregate_strings" -> renderCall("group_concat", call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    /**
     * The function does not support digits before the decimal point, so the number is divided and multiplied instead.
     */
    private void renderRound(FunctionCall<?> call, RenderContext out) {
        var number = call.arguments().get(0);
        if (call.arguments().size() != 2 || !(call.arguments().get(1) instanceof Literal<?> digits)
                || !(digits.value() instanceof Integer count) || count >= 0) {
            renderCall("round", call, out);
            return;
        }
        var power = BigDecimal.ONE.scaleByPowerOfTen(-count).toPlainString();
        boolean isWhole = number.type().family() == TypeFamily.INTEGER;
        if (isWhole && count >= -MOST_DIGITS) {
            renderWholeRound(number, power, out);
            return;
        }
        out.sql(isWhole ? "CAST(" : "").sql("(round(").operand(number, Operator.DIVIDE.precedence()).sql(" / ")
                .sql(power)
                .sql(".0) * ").sql(power).sql(isWhole ? ") AS INTEGER)" : ")");
    }

    /**
     * Writes the rounding of an integer in integers, because a double has too few digits: the number of halves, one more
     * away from zero, halved again.
     */
    private static void renderWholeRound(Expression<?> number, String power, RenderContext out) {
        long half = Long.parseLong(power) / 2;
        out.sql("((CAST(").expression(number).sql(" AS INTEGER) / ").sql(String.valueOf(half)).sql(" + CASE WHEN ")
                .operand(number, Operator.DIVIDE.precedence()).sql(" < 0 THEN -1 ELSE 1 END) / 2 * ").sql(power)
                .sql(")");
    }

    /**
     * Writes a point in time or an interval plus or minus an interval. Both are text; an interval is a timestamp
     * counted from 1970. Seconds and nanoseconds are computed separately, because a double would lose digits.
     */
    static void renderMove(Binary<?> move, RenderContext out) {
        var sign = move.operator() == Operator.ADD ? " + " : " - ";
        switch (move.left().type().family()) {
            case DATE -> out.sql("(SELECT strftime('%Y-%m-%d', s, 'unixepoch') FROM (SELECT ")
                    .sql(seconds("p")).sql(sign).sql(seconds("q")).sql(" AS s FROM (SELECT ");
            case TIME -> renderSum("'%H:%M:%S'", "'1970-01-01 ' || p", sign, "q", out);
            default -> renderSum(STAMP, "p", sign, "q", out);
        }
        out.expression(move.left()).sql(" AS p, ").expression(move.right()).sql(" AS q)))");
    }

    /** Writes the beginning of a query for the sum or difference of the texts p and q. */
    private static void renderSum(String format, String p, String sign, String q, RenderContext out) {
        out.sql("(SELECT strftime(").sql(format).sql(", s + (f >= 1000000000) - (f < 0), 'unixepoch')")
                .sql(" || CASE WHEN f % 1000 = 0 THEN printf('.%06d', (f + 1000000000) % 1000000000 / 1000)")
                .sql(" ELSE printf('.%09d', (f + 1000000000) % 1000000000) END FROM (SELECT ")
                .sql(seconds(p)).sql(sign).sql(seconds(q)).sql(" AS s, ").sql(nanoseconds(p)).sql(sign)
                .sql(nanoseconds(q)).sql(" AS f FROM (SELECT ");
    }

    private static String seconds(String text) {
        return "strftime('%s', substr(" + text + ", 1, 19))";
    }

    private static String nanoseconds(String text) {
        return "CAST(substr(substr(" + text + ", 21) || '000000000', 1, 9) AS INTEGER)";
    }

    /** If the resulting month is too short, the day is its last day. */
    @Override
    protected void renderPlusMonths(Expression<?> point, Expression<?> months, RenderContext out) {
        out.sql("(SELECT strftime('%Y-%m-', p, 'start of month', q) || min(substr(p, 9, 2), ")
                .sql("strftime('%d', p, 'start of month', q, '+1 month', '-1 day')) || substr(p, 11) FROM (SELECT ")
                .expression(point).sql(" AS p, ").operand(months, Operator.CONCAT.precedence())
                .sql(" || ' months' AS q))");
    }

    @Override
    protected void renderDurationBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        boolean isTime = start.type().family() == TypeFamily.TIME;
        renderSum(STAMP, isTime ? "'1970-01-01 ' || p" : "p", " - ", isTime ? "'1970-01-01 ' || q" : "q", out);
        out.expression(end).sql(" AS p, ").expression(start).sql(" AS q)))");
    }

    @Override
    protected void renderDaysBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("CAST(julianday(").expression(end).sql(") - julianday(").expression(start).sql(") AS INTEGER)");
    }

    /** An aggregate over no rows is an empty document here, but NULL elsewhere. */
    @Override
    protected void renderFunction(FunctionCall<?> call, RenderContext out) {
        if (call.isDistinct() && call.name().equals("aggregate_strings") && call.arguments().size() == 2) {
            renderDistinctTexts(call, out);
            return;
        }
        boolean isAggregate = call.name().equals("json_array_agg") || call.name().equals("json_object_agg");
        out.sql(isAggregate ? "NULLIF(" : "");
        super.renderFunction(call, out);
        out.sql(isAggregate ? call.name().equals("json_array_agg") ? ", '[]')" : ", '{}')" : "");
    }

    /** DISTINCT allows only one argument, so the distinct texts are collected in an array and joined. */
    private void renderDistinctTexts(FunctionCall<?> call, RenderContext out) {
        out.sql("(SELECT group_concat(value, ").expression(call.arguments().get(1))
                .sql(") FROM json_each(json_group_array(DISTINCT ").expression(call.arguments().get(0));
        renderCallOrdering(call, out);
        out.sql(")");
        renderCallSuffix(call, out);
        out.sql("))");
    }

    @Override
    protected String jsonConstructor(String name) {
        return switch (name) {
            case "json_array_agg" -> "json_group_array";
            case "json_object_agg" -> "json_group_object";
            default -> name;
        };
    }

    /** Booleans are numbers, and documents are text. */
    @Override
    protected void renderJsonMember(Expression<?> value, RenderContext out) {
        switch (value.type().family()) {
            case BOOLEAN -> out.sql("json(CASE ").expression(value).sql(" WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)");
            case JSON -> out.sql("json(").expression(value).sql(")");
            default -> out.expression(value);
        }
    }
}
