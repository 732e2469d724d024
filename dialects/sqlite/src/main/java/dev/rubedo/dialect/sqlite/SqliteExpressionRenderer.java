package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.JsonPaths;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;
import java.util.Collections;

/** The expressions of SQLite. Immutable. */
final class SqliteExpressionRenderer extends ExpressionRenderer {

    SqliteExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "now" -> out.sql("CURRENT_TIMESTAMP");
            case "localtimestamp" -> out.sql("DATETIME(CURRENT_TIMESTAMP, 'localtime')");
            case "char_length" -> renderCall("length", call, out);
            case "aggregate_strings" -> renderCall("group_concat", call, out);
            case "regexp_replace" ->
                throw new UnsupportedFeatureException(Feature.REGULAR_EXPRESSIONS, traits.name(), call.name());
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    /** There is no EXTRACT; the formatter of timestamps gives each part as text. */
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

    @Override
    protected void renderDistinction(Comparison comparison, boolean isDistinct, RenderContext out) {
        renderInfix(comparison.left(), comparison.operator(), isDistinct ? "IS NOT" : "IS", comparison.right(), out);
    }

    /** Adding 0.0 makes a number a floating point one, and the division with it. */
    @Override
    protected void renderExactDivision(Binary<?> division, RenderContext out) {
        renderOperand(division.left(), Operator.DIVIDE, out);
        out.sql(" / (").operand(division.right(), Operator.ADD.precedence()).sql(" + 0.0)");
    }

    /** There is no exclusive or: what is in one of both less what is in both. The minus would bind first without parentheses. */
    @Override
    protected void renderBitwiseXor(Binary<?> binary, RenderContext out) {
        out.sql("((");
        renderInfix(binary.left(), Operator.BITWISE_OR, "|", binary.right(), out);
        out.sql(") - (");
        renderInfix(binary.left(), Operator.BITWISE_AND, "&", binary.right(), out);
        out.sql("))");
    }

    @Override
    protected String listOpening(boolean isTuple) {
        return isTuple ? "(VALUES " : "(";
    }

    @Override
    protected String emptyList(int width, boolean isTuple, boolean isNegated) {
        var ones = String.join(", ", Collections.nCopies(width, "1"));
        return "(SELECT " + ones + " FROM (SELECT " + ones + ") WHERE 1!=1)";
    }

    /** The operator calls a function that takes Java's expressions, whose flags stand in front. */
    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        if (match.flags().isEmpty()) {
            super.renderRegexpMatch(match, out);
            return;
        }
        renderOperand(match.operand(), Operator.REGEXP, out);
        out.sql(match.isNegated() ? " NOT REGEXP " : " REGEXP ")
                .sql(out.renderers().literals().renderString("(?" + match.flags() + ")")).sql(" || ")
                .operand(match.pattern(), Operator.CONCAT.precedence());
    }

    /** A part as JSON is quoted again, for EXTRACT gives plain text; a part as a value is cast to its type. */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        boolean isJson = access.form() == JsonAccess.Form.JSON;
        out.sql(isJson ? "JSON_QUOTE(" : "CAST(").sql("JSON_EXTRACT(").expression(access.document()).sql(", ")
                .sql(out.renderers().literals().renderString(JsonPaths.of(access))).sql(")");
        out.sql(isJson ? ")" : " AS " + out.renderers().types().renderForCast(access.type()) + ")");
    }
}
