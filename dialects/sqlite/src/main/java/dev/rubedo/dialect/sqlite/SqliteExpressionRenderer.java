package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.JsonPaths;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TextSyntax;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TypeFamily;
import java.util.List;

/** The expressions of SQLite. Immutable. */
final class SqliteExpressionRenderer extends ExpressionRenderer {

    private static final TextSyntax SYNTAX = TextSyntax.of(TextSyntax.Trait.BACKTICKS, TextSyntax.Trait.BRACKETS,
            TextSyntax.Trait.OWN_PARAMETERS);

    SqliteExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected TextSyntax textSyntax() {
        return SYNTAX;
    }

    /** There is no EXTRACT; the timestamp formatter returns each field as text. */
    @Override
    protected void renderExtract(Extract extract, RenderContext out) {
        var format = switch (extract.field()) {
            case YEAR -> "%Y";
            case MONTH, QUARTER -> "%m";
            case WEEK -> "%W";
            case DAY -> "%d";
            case DAY_OF_WEEK -> "%w";
            case DAY_OF_YEAR -> "%j";
            case HOUR -> "%H";
            case MINUTE -> "%M";
            case SECOND -> "%S";
            case EPOCH -> "%s";
        };
        boolean isQuarter = extract.field() == Extract.Field.QUARTER;
        out.sql(isQuarter ? "((" : "").sql("CAST(STRFTIME('").sql(format).sql("', ").expression(extract.source())
                .sql(") AS INTEGER)").sql(isQuarter ? " + 2) / 3)" : "");
    }

    /** Adding 0.0 converts a number, and thus the division, to floating-point. */
    @Override
    protected void renderExactDivision(Binary<?> division, RenderContext out) {
        out.operand(division.left(), Operator.DIVIDE);
        out.sql(" / (").operand(division.right(), Operator.ADD.precedence()).sql(" + 0.0)");
    }

    @Override
    protected void renderMove(Binary<?> move, RenderContext out) {
        SqliteFunctionRenderer.renderMove(move, out);
    }

    /** Unlike the function, the operator truncates both sides to integers. */
    @Override
    protected void renderModulo(Binary<?> binary, RenderContext out) {
        if (hasFraction(binary.left()) || hasFraction(binary.right())) {
            out.sql("MOD(").expressions(List.of(binary.left(), binary.right())).sql(")");
        } else {
            super.renderModulo(binary, out);
        }
    }

    /** A cast to an integer truncates, so the number is rounded first. */
    @Override
    protected void renderCast(Cast<?> cast, RenderContext out) {
        if (cast.type().family() == TypeFamily.INTEGER && hasFraction(cast.operand())) {
            out.sql("CAST(ROUND(").expression(cast.operand()).sql(") AS ")
                    .sql(out.renderers().types().renderForCast(cast.type())).sql(")");
        } else if (cast.type().family() == TypeFamily.JSON) {
            out.sql("JSON(").expression(cast.operand()).sql(")");
        } else if (!renderTimeCast(cast, out)) {
            super.renderCast(cast, out);
        }
    }

    /** Points in time are text, so a cast extracts the date or time, or adds midnight. */
    private static boolean renderTimeCast(Cast<?> cast, RenderContext out) {
        var operand = cast.operand();
        var from = operand.type().family();
        var to = cast.type().family();
        if (from == TypeFamily.TIMESTAMP && to == TypeFamily.DATE) {
            out.sql("substr(").expression(operand).sql(", 1, 10)");
        } else if (from == TypeFamily.TIMESTAMP && to == TypeFamily.TIME) {
            boolean hasOffset = operand.type() instanceof TimestampTimeZoneType;
            out.sql("substr(").expression(operand).sql(hasOffset ? ", 12, 15)" : ", 12)");
        } else if (from == TypeFamily.DATE && to == TypeFamily.TIMESTAMP) {
            out.sql("(").operand(operand, Operator.CONCAT.precedence()).sql(" || ' 00:00:00.000000')");
        } else {
            return false;
        }
        return true;
    }

    private static boolean hasFraction(Expression<?> number) {
        var family = number.type().family();
        return family == TypeFamily.DECIMAL || family == TypeFamily.FLOATING;
    }

    /**
     * There is no exclusive OR, so it is written as the OR minus the AND. Without parentheses, the minus would bind
     * tighter.
     */
    @Override
    protected void renderBitwiseXor(Binary<?> binary, RenderContext out) {
        out.sql("((");
        out.infix(binary.left(), Operator.BITWISE_OR, "|", binary.right());
        out.sql(") - (");
        out.infix(binary.left(), Operator.BITWISE_AND, "&", binary.right());
        out.sql("))");
    }

    @Override
    protected int jsonPrecedence(JsonAccess<?> access) {
        return access.form() == JsonAccess.Form.JSON && hasArrow() ? Operator.CONCAT.precedence()
                : super.jsonPrecedence(access);
    }

    /** Before 3.38, a boolean part is read as a number. */
    private boolean hasArrow() {
        return traits.version().isAtLeast(3, 38);
    }

    /** A part that is read as a value is cast to its type, because the server returns the type in the document. */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        var path = out.literals().renderString(JsonPaths.of(access));
        boolean isJson = access.form() == JsonAccess.Form.JSON;
        if (isJson && hasArrow()) {
            out.operand(access.document(), Operator.CONCAT.precedence()).sql(" -> ").sql(path);
            return;
        }
        out.sql(isJson ? "JSON_QUOTE(" : "CAST(").sql("JSON_EXTRACT(").expression(access.document()).sql(", ")
                .sql(path).sql(")");
        out.sql(isJson ? ")" : " AS " + out.types().renderForCast(access.type()) + ")");
    }
}
