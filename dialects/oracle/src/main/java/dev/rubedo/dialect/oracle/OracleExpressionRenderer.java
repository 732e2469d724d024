package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.JsonPaths;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.TextSyntax;

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

    /** The only function for bitwise operations is BITAND. */
    @Override
    protected void renderBinary(Binary<?> binary, RenderContext out) {
        switch (binary.operator()) {
            case BITWISE_AND -> out.sql("BITAND(").expression(binary.left()).sql(", ").expression(binary.right())
                    .sql(")");
            case BITWISE_OR, BITWISE_XOR, SHIFT_LEFT, SHIFT_RIGHT -> throw new InvalidStatementException(
                    "Oracle has no operator " + binary.operator() + ". Compute with BITAND, or in the program.");
            default -> super.renderBinary(binary, out);
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
            case EPOCH -> throw new InvalidStatementException(
                    "Oracle cannot tell the seconds since 1970 of " + extract.source()
                            + ". Compute them in the program.");
        }
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

    /** Before 21, a part that is no object or array is rejected by the server. */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        traits.require(Feature.JSON_ACCESS, access.path());
        boolean isJson = access.form() == JsonAccess.Form.JSON;
        out.sql(isJson ? "JSON_QUERY(" : "JSON_VALUE(").expression(access.document()).sql(", ")
                .sql(out.literals().renderString(JsonPaths.escaped(access, false)));
        out.sql(isJson ? ")" : " RETURNING " + out.types().renderForCast(access.type()) + " ERROR ON ERROR)");
    }
}
