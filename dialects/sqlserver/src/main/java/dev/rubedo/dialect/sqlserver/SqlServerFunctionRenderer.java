package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Frame;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Over;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Locale;

/** The functions of SQL Server. Immutable. */
final class SqlServerFunctionRenderer extends FunctionRenderer {

    /** 2017: STRING_AGG and TRIM. */
    private static final int WITH_STRING_AGG = 14;

    SqlServerFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void renderFunction(FunctionCall<?> call, RenderContext out) {
        if (isPercentile(call)) {
            throw new InvalidStatementException("SQL Server computes " + call.name()
                    + " only over a window: call over(...) on it, and remove the equal rows with distinct().");
        }
        if (call.name().equalsIgnoreCase("mode") || call.name().equalsIgnoreCase("nth_value")) {
            throw new InvalidStatementException("SQL Server has no function " + call.name()
                    + ". Number the rows with rowNumber().over(...) in a subquery, and select the row from it.");
        }
        super.renderFunction(isExtremeOfBits(call) ? ofNumbers(call) : call, out);
    }

    private static boolean isExtremeOfBits(FunctionCall<?> call) {
        return (call.name().equalsIgnoreCase("min") || call.name().equalsIgnoreCase("max"))
                && call.arguments().size() == 1
                && call.arguments().getFirst().type().family() == TypeFamily.BOOLEAN;
    }

    /** A bit has no minimum and no maximum, but the number 0 or 1 has. */
    private static FunctionCall<?> ofNumbers(FunctionCall<?> call) {
        return new FunctionCall<>(call.name(), List.of(new Cast<>(call.arguments().getFirst(), Types.SMALLINT)),
                call.type(), call.isDistinct(), call.ordering(), call.group(), call.condition());
    }

    /** A percentile is computed over a window, and its fraction must be a constant. */
    @Override
    protected void renderOver(Over<?> over, RenderContext out) {
        if (!isPercentile(over.function())) {
            super.renderOver(over, out);
            return;
        }
        if (!over.function().arguments().stream().allMatch(each -> each instanceof Literal<?>)) {
            throw new InvalidStatementException("SQL Server computes " + over.function().name()
                    + " only with a constant. Use literal(...) as its argument.");
        }
        super.renderFunction(over.function(), out);
        out.sql(" OVER (");
        renderWindow(over.window(), out);
        out.sql(")");
    }

    private static boolean isPercentile(FunctionCall<?> call) {
        return call.name().equalsIgnoreCase("percentile_cont") || call.name().equalsIgnoreCase("percentile_disc");
    }

    /** Distances must be constants, and are allowed only in frames of rows. */
    @Override
    protected void renderFrame(Frame frame, RenderContext out) {
        for (var bound : List.of(frame.start(), frame.end())) {
            var offset = bound.offset();
            if (offset != null && frame.unit() == Frame.Unit.RANGE) {
                throw new InvalidStatementException(
                        "A RANGE frame of SQL Server can only end at the current row or the end of the partition, not "
                                + "at a distance: " + frame + ". Use rows(...).");
            }
            if (offset != null && !(offset instanceof Literal<?>)) {
                throw new InvalidStatementException("The distance of a frame must be a constant on SQL Server: "
                        + frame + ". Use literal(...).");
            }
        }
        super.renderFrame(frame, out);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "now" -> out.sql("CURRENT_TIMESTAMP");
            case "localtimestamp" -> out.sql("SYSDATETIME()");
            case "current_date" -> out.sql("CAST(CURRENT_TIMESTAMP AS DATE)");
            case "current_time", "localtime" -> out.sql("CAST(CURRENT_TIMESTAMP AS TIME)");
            case "length", "char_length", "character_length" -> renderLength(call.arguments().getFirst(), out);
            case "pow" -> renderPower(call, out);
            case "trim" -> renderTrim(call, out);
            case "ceil" -> renderCall("CEILING", call, out);
            case "ln" -> renderCall("LOG", call, out);
            case "random" -> renderCall("RAND", call, out);
            case "substr", "substring" -> renderSubstring(call, out);
            case "aggregate_strings" -> renderStringAgg(call, out);
            case "sum", "avg" -> renderWide(call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    /** LEN does not count blanks at the end, so another character ends the text. */
    private static void renderLength(Expression<?> text, RenderContext out) {
        out.sql("(LEN(").operand(text, Operator.CONCAT.precedence()).sql(" + N'.') - 1)");
    }

    /** The result has the type of the base, so that a root of an integer would be truncated. */
    private void renderPower(FunctionCall<?> call, RenderContext out) {
        var base = call.arguments().getFirst();
        boolean isTruncated = base.type().family() == TypeFamily.INTEGER || base.type().family() == TypeFamily.DECIMAL;
        out.sql("POWER(").expression(isTruncated ? new Cast<>(base, Types.DOUBLE) : base).sql(", ")
                .expression(call.arguments().get(1)).sql(")");
    }

    private void renderTrim(FunctionCall<?> call, RenderContext out) {
        if (traits.version().isAtLeast(WITH_STRING_AGG) || call.arguments().size() != 1) {
            renderCall("trim", call, out);
        } else {
            out.sql("LTRIM(RTRIM(").expressions(call.arguments()).sql("))");
        }
    }

    /** The number of characters is mandatory, and may be too large. */
    private void renderSubstring(FunctionCall<?> call, RenderContext out) {
        if (call.arguments().size() == 2) {
            out.sql("SUBSTRING(").expressions(call.arguments()).sql(", 2147483647)");
        } else {
            renderCall("SUBSTRING", call, out);
        }
    }

    /** The server computes with the type of the argument: sums of integers overflow, averages of integers are truncated. */
    private void renderWide(FunctionCall<?> call, RenderContext out) {
        var of = call.arguments().getFirst();
        boolean isCast = of.type().family() == TypeFamily.INTEGER && !of.type().equals(call.type());
        List<Expression<?>> arguments = isCast ? List.of(new Cast<>(of, call.type())) : call.arguments();
        renderCall(call.name(), new FunctionCall<>(call.name(), arguments, call.type(), call.isDistinct(),
                call.ordering(), call.group(), call.condition()), out);
    }

    private void renderStringAgg(FunctionCall<?> call, RenderContext out) {
        if (!traits.version().isAtLeast(WITH_STRING_AGG)) {
            throw new InvalidStatementException("SQL Server " + traits.version()
                    + " has no STRING_AGG, which was introduced in 2017 (version 14). Concatenate the texts in the "
                    + "program.");
        }
        renderOrderedAggregate("STRING_AGG", call, out);
    }

    /**
     * Writes a point in time or an interval plus or minus an interval, which is a timestamp counted from 1970. It is
     * added in parts that fit into 32 bits, as DATEADD requires: days, milliseconds of a day, and microseconds.
     */
    static void renderMove(Binary<?> move, RenderContext out) {
        var sign = move.operator() == Operator.SUBTRACT ? "-" : "";
        var amount = move.right();
        var point = switch (move.left().type().family()) {
            case DATE -> new Cast<>(move.left(), Types.TIMESTAMP);
            default -> move.left();
        };
        boolean isDate = move.left().type().family() == TypeFamily.DATE;
        boolean isTime = move.left().type().family() == TypeFamily.TIME;
        out.sql(isDate ? "CAST(" : "").sql("DATEADD(MICROSECOND, ").sql(sign).sql("(DATEPART(MICROSECOND, ")
                .expression(amount).sql(") % 1000), DATEADD(MILLISECOND, ").sql(sign)
                .sql("DATEDIFF(MILLISECOND, CAST(").expression(amount).sql(" AS DATE), ").expression(amount).sql("), ");
        if (isTime) {
            out.expression(point);
        } else {
            out.sql("DATEADD(DAY, ").sql(sign).sql("DATEDIFF(DAY, '1970-01-01', ").expression(amount).sql("), ")
                    .expression(point).sql(")");
        }
        out.sql("))").sql(isDate ? " AS DATE)" : "");
    }

    @Override
    protected void renderPlusMonths(Expression<?> point, Expression<?> months, RenderContext out) {
        out.sql("DATEADD(MONTH, ").expression(months).sql(", ").expression(point).sql(")");
    }

    /** The interval is a timestamp counted from 1970. */
    @Override
    protected void renderDurationBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("DATEADD(MICROSECOND, DATEDIFF_BIG(MICROSECOND, ").expression(start).sql(", ").expression(end)
                .sql(") % 1000000, DATEADD(SECOND, DATEDIFF_BIG(MICROSECOND, ").expression(start).sql(", ")
                .expression(end).sql(") / 1000000 % 86400, DATEADD(DAY, DATEDIFF_BIG(MICROSECOND, ").expression(start)
                .sql(", ").expression(end).sql(") / 86400000000, CAST('1970-01-01' AS DATETIME2))))");
    }

    @Override
    protected void renderDaysBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("DATEDIFF(DAY, ").expression(start).sql(", ").expression(end).sql(")");
    }

    @Override
    protected void renderMatch(Expression<?> text, Expression<?> words, RenderContext out) {
        out.sql("CONTAINS (").expression(text).sql(", ").expression(words).sql(")");
    }

    /** Only aggregates that build texts and documents have an order. */
    @Override
    protected void renderCallOrdering(FunctionCall<?> call, RenderContext out) {
        if (!call.ordering().isEmpty() && !call.name().toLowerCase(Locale.ROOT).startsWith("json_")) {
            throw new InvalidStatementException("SQL Server has no order within " + call.name()
                    + "(...). Order the rows in a subquery, or use stringAgg(...) or jsonArrayAgg(...).");
        }
        super.renderCallOrdering(call, out);
    }

    @Override
    protected String jsonColon() {
        return ": ";
    }

    @Override
    protected String jsonNulls(String name) {
        return name.startsWith("json_array") ? " NULL ON NULL" : "";
    }
}
