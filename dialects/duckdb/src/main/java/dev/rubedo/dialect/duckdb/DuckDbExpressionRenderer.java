package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TextSyntax;
import dev.rubedo.type.TypeFamily;

/** The expressions of DuckDB. Immutable. */
final class DuckDbExpressionRenderer extends ExpressionRenderer {

    private static final TextSyntax SYNTAX = TextSyntax.of(TextSyntax.Trait.ESCAPE_STRINGS,
            TextSyntax.Trait.DOLLAR_QUOTES);

    DuckDbExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected TextSyntax textSyntax() {
        return SYNTAX;
    }

    /** {@code /} divides exactly here; integer division has its own operator. */
    @Override
    protected void renderWholeDivision(Binary<?> division, RenderContext out) {
        out.infix(division.left(), Operator.DIVIDE, "//", division.right());
    }

    @Override
    protected void renderBitwiseXor(Binary<?> binary, RenderContext out) {
        out.sql("xor(").expression(binary.left()).sql(", ").expression(binary.right()).sql(")");
    }

    /** Negative numbers cannot be shifted to the left, but multiplied. */
    @Override
    protected void renderBinary(Binary<?> binary, RenderContext out) {
        if (binary.operator() == Operator.SHIFT_LEFT) {
            out.sql("(").operand(binary.left(), Operator.MULTIPLY).sql(" * (CAST(1 AS BIGINT) << ")
                    .operand(binary.right(), Operator.MULTIPLY).sql("))");
        } else {
            super.renderBinary(binary, out);
        }
    }

    /** Date arithmetic on a date results in a timestamp here. */
    @Override
    protected void renderMove(Binary<?> move, RenderContext out) {
        boolean isDate = move.left().type().family() == TypeFamily.DATE;
        out.sql(isDate ? "CAST(" : "");
        super.renderMove(move, out);
        out.sql(isDate ? " AS DATE)" : "");
    }

    /** Each step is a JSON pointer (RFC 6901), in which every name can be written, or a path to a position. */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        boolean isJson = access.form() == JsonAccess.Form.JSON;
        int steps = access.path().size();
        out.sql(isJson ? "" : "CAST(");
        for (int i = steps - 1; i >= 0; i--) {
            out.sql(i == steps - 1 && !isJson ? "json_extract_string(" : "json_extract(");
        }
        out.expression(access.document());
        for (var step : access.path()) {
            out.sql(", ").sql(out.literals().renderString(pointer(step))).sql(")");
        }
        out.sql(isJson ? "" : " AS " + out.types().renderForCast(access.type()) + ")");
    }

    private static String pointer(Object step) {
        if (step instanceof Integer position) {
            return position < 0 ? "$[#" + position + "]" : "$[" + position + "]";
        }
        return "/" + step.toString().replace("~", "~0").replace("/", "~1");
    }
}
