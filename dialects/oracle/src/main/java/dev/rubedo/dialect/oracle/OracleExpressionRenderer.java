package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.JsonPaths;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TextSyntax;
import dev.rubedo.sql.Unary;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TypeFamily;

/** The expressions of Oracle. Immutable. */
final class OracleExpressionRenderer extends ExpressionRenderer {

    private static final TextSyntax SYNTAX = TextSyntax.of(TextSyntax.Trait.ALTERNATIVE_QUOTES);

    OracleExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected TextSyntax textSyntax() {
        return SYNTAX;
    }

    /** The only function for bitwise operations is BITAND; the others are computed with it. */
    @Override
    protected void renderBinary(Binary<?> binary, RenderContext out) {
        var left = binary.left();
        var right = binary.right();
        switch (binary.operator()) {
            case BITWISE_AND -> renderBitAnd(left, right, out);
            case BITWISE_OR, BITWISE_XOR -> {
                out.sql("(").operand(left, Operator.ADD).sql(" + ").operand(right, Operator.ADD)
                        .sql(binary.operator() == Operator.BITWISE_OR ? " - " : " - 2 * ");
                renderBitAnd(left, right, out);
                out.sql(")");
            }
            case SHIFT_LEFT -> out.sql("(").operand(left, Operator.MULTIPLY).sql(" * POWER(2, ").expression(right)
                    .sql("))");
            case SHIFT_RIGHT -> out.sql("FLOOR(").operand(left, Operator.MULTIPLY).sql(" / POWER(2, ")
                    .expression(right).sql("))");
            default -> super.renderBinary(binary, out);
        }
    }

    private static void renderBitAnd(Expression<?> left, Expression<?> right, RenderContext out) {
        out.sql("BITAND(").expression(left).sql(", ").expression(right).sql(")");
    }

    @Override
    protected void renderUnary(Unary<?> unary, RenderContext out) {
        if (unary.operator() == Operator.BITWISE_NOT) {
            out.sql("(-1 - ").operand(unary.operand(), Operator.MULTIPLY).sql(")");
        } else {
            super.renderUnary(unary, out);
        }
    }

    /** Every division is exact, so the result of an integer division is truncated. */
    @Override
    protected void renderWholeDivision(Binary<?> division, RenderContext out) {
        out.sql("TRUNC(");
        super.renderWholeDivision(division, out);
        out.sql(")");
    }

    @Override
    protected void renderExactDivision(Binary<?> division, RenderContext out) {
        super.renderWholeDivision(division, out);
    }

    @Override
    protected void renderModulo(Binary<?> binary, RenderContext out) {
        out.sql("MOD(").expression(binary.left()).sql(", ").expression(binary.right()).sql(")");
    }

    /** Fields that EXTRACT does not support are format elements; ISO weeks begin on Monday. */
    @Override
    protected void renderExtract(Extract extract, RenderContext out) {
        switch (extract.field()) {
            case YEAR, MONTH, DAY, HOUR, MINUTE, SECOND -> super.renderExtract(extract, out);
            case QUARTER -> renderFormat("Q", extract, out);
            case WEEK -> renderFormat("IW", extract, out);
            case DAY_OF_YEAR -> renderFormat("DDD", extract, out);
            case DAY_OF_WEEK -> out.sql("MOD(TRUNC(").expression(extract.source()).sql(") - TRUNC(")
                    .expression(extract.source()).sql(", 'IW') + 1, 7)");
            case EPOCH -> renderEpoch(extract.source(), out);
        }
    }

    /** Counts the seconds of the whole minutes, and adds those within the minute. */
    private static void renderEpoch(Expression<?> point, RenderContext out) {
        if (point.type().family() == TypeFamily.DATE) {
            out.sql("((").operand(point, Operator.SUBTRACT).sql(" - DATE '1970-01-01') * 86400)");
            return;
        }
        boolean isZoned = point.type() instanceof TimestampTimeZoneType || point.type() instanceof InstantType;
        out.sql("(ROUND((TRUNC(");
        OracleFunctionRenderer.renderUtc(point, isZoned, out);
        out.sql(", 'MI') - DATE '1970-01-01') * 86400) + TRUNC(EXTRACT(SECOND FROM ").expression(point).sql(")))");
    }

    private static void renderFormat(String format, Extract extract, RenderContext out) {
        out.sql("TO_NUMBER(TO_CHAR(").expression(extract.source()).sql(", '").sql(format).sql("'))");
    }

    /** The proposed rows are a table with this name. */
    @Override
    protected void renderExcluded(Excluded<?> excluded, RenderContext out) {
        out.sql("new.").identifier(excluded.column().name());
    }

    @Override
    protected void renderNextValue(NextValue next, RenderContext out) {
        qualified(next.schema(), next.sequence(), out);
        out.sql(".nextval");
    }

    /** Before 21, the server rejects a part that is neither an object nor an array. */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        traits.require(Feature.JSON_ACCESS, access.path());
        boolean isTruth = access.type() instanceof BooleanType && !traits.supports(Feature.BOOLEAN_TYPE);
        boolean isJson = access.form() == JsonAccess.Form.JSON;
        out.sql(isTruth ? "CASE " : "").sql(isJson ? "JSON_QUERY(" : "JSON_VALUE(").expression(access.document())
                .sql(", ").sql(out.literals().renderString(JsonPaths.escaped(access, false)));
        out.sql(isJson ? ")"
                : isTruth ? " ERROR ON ERROR) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END"
                        : " RETURNING " + out.types().renderForCast(access.type()) + " ERROR ON ERROR)");
    }
}
