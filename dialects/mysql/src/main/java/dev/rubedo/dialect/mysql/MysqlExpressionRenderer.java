package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.JsonPaths;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TextSyntax;
import dev.rubedo.sql.Unary;
import dev.rubedo.type.TypeFamily;
import java.util.List;

/** The expressions of MySQL and MariaDB; where they differ, those of MySQL. Immutable. */
class MysqlExpressionRenderer extends ExpressionRenderer {

    private static final TextSyntax SYNTAX = TextSyntax.of(TextSyntax.Trait.BACKSLASH_ESCAPES,
            TextSyntax.Trait.BACKTICKS, TextSyntax.Trait.HASH_COMMENTS, TextSyntax.Trait.SPACED_DASHES,
            TextSyntax.Trait.VERSIONED_COMMENTS);

    MysqlExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected TextSyntax textSyntax() {
        return SYNTAX;
    }

    /** {@code ||} is OR here, so a function concatenates texts. */
    @Override
    protected void renderConcat(List<Expression<?>> parts, RenderContext out) {
        out.sql("concat(");
        renderParts(parts, out);
        out.sql(")");
    }

    static void renderParts(List<Expression<?>> parts, RenderContext out) {
        out.list(parts, (part, to) -> to.operand(part, Operator.CONCAT.precedence()));
    }

    /** {@code /} divides exactly here; integer division has its own operator. */
    @Override
    protected void renderWholeDivision(Binary<?> division, RenderContext out) {
        out.infix(division.left(), Operator.DIVIDE, "DIV", division.right());
    }

    @Override
    protected void renderExactDivision(Binary<?> division, RenderContext out) {
        super.renderWholeDivision(division, out);
    }

    /**
     * The bitwise complement is an unsigned number here, which a cast converts to the same signed number as elsewhere.
     */
    @Override
    protected void renderUnary(Unary<?> unary, RenderContext out) {
        if (unary.operator() == Operator.BITWISE_NOT) {
            out.sql("CAST(");
            super.renderUnary(unary, out);
            out.sql(" AS SIGNED INTEGER)");
        } else {
            super.renderUnary(unary, out);
        }
    }

    /**
     * Bitwise operators give an unsigned number here too. The operator that shifts to the right moves the sign as any
     * other bit, so a negative number is shifted by its complement.
     */
    @Override
    protected void renderBinary(Binary<?> binary, RenderContext out) {
        switch (binary.operator()) {
            case BITWISE_AND, BITWISE_OR, BITWISE_XOR, SHIFT_LEFT -> {
                out.sql("CAST(");
                super.renderBinary(binary, out);
                out.sql(" AS SIGNED INTEGER)");
            }
            case SHIFT_RIGHT -> {
                out.sql("CAST(CASE WHEN ").operand(binary.left(), Operator.LT.precedence()).sql(" < 0 THEN ~(~")
                        .operand(binary.left(), Operator.BITWISE_NOT.precedence()).sql(" >> ")
                        .operand(binary.right(), Operator.SHIFT_RIGHT.precedence() + 1).sql(") ELSE ");
                super.renderBinary(binary, out);
                out.sql(" END AS SIGNED INTEGER)");
            }
            case MULTIPLY, DIVIDE, MODULO, NEGATE, BITWISE_NOT, ADD, SUBTRACT, CONCAT, EQ, NE, LT, LE, GT, GE,
                    IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM, IS, IS_NOT, LIKE, NOT_LIKE, ILIKE, NOT_ILIKE, REGEXP,
                    NOT_REGEXP, IN, NOT_IN, BETWEEN, NOT_BETWEEN, NOT, COLLATE, AND, OR, EXISTS ->
                super.renderBinary(binary, out);
        }
    }

    @Override
    protected void renderMove(Binary<?> move, RenderContext out) {
        MysqlFunctionRenderer.renderMove(move, out);
    }

    /** For types that are not allowed as the target of a cast, the server's implicit conversion is used. */
    @Override
    protected void renderCast(Cast<?> cast, RenderContext out) {
        if (cast.type().family() == TypeFamily.ARRAY) {
            traits.require(Feature.ARRAY_TYPE, cast);
        }
        if (out.types().renderForCast(cast.type()).isEmpty()) {
            out.expression(cast.operand());
        } else {
            super.renderCast(cast, out);
        }
    }

    /** Some fields have their own functions. */
    @Override
    protected void renderExtract(Extract extract, RenderContext out) {
        switch (extract.field()) {
            case DAY_OF_WEEK -> out.sql("(DAYOFWEEK(").expression(extract.source()).sql(") - 1)");
            case DAY_OF_YEAR -> out.sql("DAYOFYEAR(").expression(extract.source()).sql(")");
            case EPOCH -> out.sql("TIMESTAMPDIFF(SECOND, '1970-01-01', ").expression(extract.source()).sql(")");
            case YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND -> super.renderExtract(extract, out);
        }
    }

    /** The proposed row is named by {@link MysqlInsertRenderer}. */
    @Override
    protected void renderExcluded(Excluded<?> excluded, RenderContext out) {
        if (MysqlInsertRenderer.namesNewRow(traits)) {
            out.sql("new.").identifier(excluded.column().name());
        } else {
            out.sql("VALUES(").identifier(excluded.column().name()).sql(")");
        }
    }

    /** A JSON null is not SQL NULL here, so it is converted. */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        if (access.form() == JsonAccess.Form.JSON) {
            renderJsonExtract(access, out);
            return;
        }
        out.sql("CASE ");
        renderJsonExtract(access, out);
        out.sql(" WHEN 'null' THEN NULL");
        switch (access.type().family()) {
            case BOOLEAN -> out.sql(" WHEN true THEN true ELSE false");
            case INTEGER -> renderJsonCast(access, "SIGNED INTEGER", out);
            case DECIMAL -> renderJsonCast(access, out.types().renderForCast(access.type()), out);
            case FLOATING -> {
                out.sql(" ELSE ");
                renderJsonExtract(access, out);
                out.sql("+0.0000000000000000000000");
            }
            case TEXT, DATE, TIME, TIMESTAMP, INTERVAL, BINARY, UUID, ENUM, JSON, ARRAY, OTHER, UNKNOWN -> {
                out.sql(" ELSE JSON_UNQUOTE(");
                renderJsonExtract(access, out);
                out.sql(")");
            }
        }
        out.sql(" END");
    }

    private static void renderJsonCast(JsonAccess<?> access, String type, RenderContext out) {
        out.sql(" ELSE CAST(");
        renderJsonExtract(access, out);
        out.sql(" AS ").sql(type).sql(")");
    }

    private static void renderJsonExtract(JsonAccess<?> access, RenderContext out) {
        out.sql("JSON_EXTRACT(").expression(access.document()).sql(", ")
                .sql(out.literals().renderString(JsonPaths.escaped(access, out.dialect().equals("mariadb")))).sql(")");
    }
}
