package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Case;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TextSyntax;
import dev.rubedo.sql.Unary;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expressions of H2. Immutable. */
final class H2ExpressionRenderer extends ExpressionRenderer {

    private static final TextSyntax SYNTAX = TextSyntax.of(TextSyntax.Trait.DOLLAR_QUOTES, TextSyntax.Trait.BACKTICKS,
            TextSyntax.Trait.NESTED_COMMENTS);

    H2ExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** The proposed rows are a table with this name. */
    @Override
    protected void renderExcluded(Excluded<?> excluded, RenderContext out) {
        out.sql("new.").identifier(excluded.column().name());
    }

    @Override
    protected TextSyntax textSyntax() {
        return SYNTAX;
    }

    /** Writes an expression; a parameter is cast to its type. */
    static void renderTyped(Expression<?> expression, RenderContext out) {
        if (expression instanceof BindParameter<?> parameter && parameter.type().family() != TypeFamily.UNKNOWN
                && parameter.type().family() != TypeFamily.JSON) {
            out.sql("CAST(").expression(parameter).sql(" AS ")
                    .sql(out.types().renderForCast(parameter.type()))
                    .sql(")");
        } else {
            out.expression(expression);
        }
    }

    /** Writes a column of a select list; a parameter is cast to its type, and labeled if it has a label. */
    static void renderSelected(Expression<?> column, RenderContext out, Runnable otherwise) {
        switch (column) {
            case BindParameter<?> parameter -> renderTyped(parameter, out);
            case Labeled<?> labeled when labeled.expression() instanceof BindParameter<?> parameter -> {
                renderTyped(parameter, out);
                out.sql(" AS ").identifier(labeled.label());
            }
            default -> otherwise.run();
        }
    }

    /** A cast would convert text to a JSON string instead of parsing it. */
    @Override
    protected void renderCast(Cast<?> cast, RenderContext out) {
        var family = cast.operand().type().family();
        if (cast.type().family() == TypeFamily.JSON && (family.isText() || family == TypeFamily.UNKNOWN)) {
            out.sql("CAST((").expression(cast.operand()).sql(") FORMAT JSON AS JSON)");
        } else {
            super.renderCast(cast, out);
        }
    }

    @Override
    protected void renderCase(Case<?> choice, RenderContext out) {
        out.sql("CASE");
        var subject = choice.subject();
        if (subject != null) {
            out.sql(" ").expression(subject);
        }
        for (var branch : choice.branches()) {
            out.sql(" WHEN ");
            if (subject == null) {
                out.parenthesized(branch.test());
            } else {
                out.expression(branch.test());
            }
            out.sql(" THEN ");
            renderTyped(branch.result(), out);
        }
        var rest = choice.rest();
        if (rest != null) {
            out.sql(" ELSE ");
            renderTyped(rest, out);
        }
        out.sql(" END");
    }

    /**
     * A parameter alone has no type. A time of day is converted to a timestamp on the first day for the computation, so
     * that it wraps around at midnight.
     */
    @Override
    protected void renderMove(Binary<?> move, RenderContext out) {
        var family = move.left().type().family();
        out.sql(switch (family) {
            case DATE -> "CAST(CAST(";
            case TIME -> "CAST(TIMESTAMP '1970-01-01 00:00:00' + (";
            default -> "";
        });
        renderPoint(move.left(), out);
        out.sql(switch (family) {
            case DATE -> " AS TIMESTAMP) ";
            case TIME -> " - TIME '00:00:00') ";
            default -> " ";
        }).sql(move.operator().token()).sql(" ")
                .operand(move.right(), Operator.MULTIPLY).sql(switch (family) {
                    case DATE -> " AS DATE)";
                    case TIME -> " AS TIME(9))";
                    default -> "";
                });
    }

    /** Writes a point in time as the left side of an addition or subtraction. */
    static void renderPoint(Expression<?> point, RenderContext out) {
        if (point instanceof BindParameter<?>) {
            renderTyped(point, out);
        } else if (point instanceof NullValue<?> || point instanceof Literal<?>) {
            out.expression(new Cast<>(point, point.type()));
        } else {
            out.operand(point, Operator.ADD);
        }
    }

    @Override
    protected void renderUnary(Unary<?> unary, RenderContext out) {
        if (unary.operator() == Operator.BITWISE_NOT) {
            out.sql("BITNOT(");
            renderTyped(unary.operand(), out);
            out.sql(")");
        } else {
            super.renderUnary(unary, out);
        }
    }

    /** Bitwise operations are function calls here, in which a parameter has no inferred type. */
    @Override
    protected void renderBinary(Binary<?> binary, RenderContext out) {
        switch (binary.operator()) {
            case BITWISE_AND -> renderBits("BITAND", binary, out);
            case BITWISE_OR -> renderBits("BITOR", binary, out);
            case BITWISE_XOR -> renderBits("BITXOR", binary, out);
            case SHIFT_LEFT -> renderBits("LSHIFT", binary, out);
            case SHIFT_RIGHT -> renderBits("RSHIFT", binary, out);
            default -> super.renderBinary(typed(binary), out);
        }
    }

    /**
     * A parameter in a computation would get the type of the other side and lose digits that do not fit; two parameters
     * would have no type.
     */
    private static <T extends @Nullable Object> Binary<T> typed(Binary<T> binary) {
        var left = typed(binary.left(), binary.right());
        var right = typed(binary.right(), binary.left());
        return left == binary.left() && right == binary.right() ? binary
                : new Binary<>(left, binary.operator(), right, binary.type());
    }

    private static Expression<?> typed(Expression<?> operand, Expression<?> other) {
        if (!(operand instanceof BindParameter<?> parameter) || !parameter.type().family().isNumeric()
                || !other.type().family().isNumeric()) {
            return operand;
        }
        return switch (parameter.type().family()) {
            case DECIMAL -> new Cast<>(parameter, Types.NUMERIC);
            case FLOATING -> new Cast<>(parameter, Types.DOUBLE);
            // two parameters have no type at all
            default -> parameter.type().equals(other.type()) && !(other instanceof BindParameter<?>) ? parameter
                    : new Cast<>(parameter, parameter.type());
        };
    }

    /** The remainder has the type of the right side here, so the right side is cast to the type of the left. */
    @Override
    protected void renderModulo(Binary<?> binary, RenderContext out) {
        var left = binary.left().type().family();
        boolean isCut = binary.right().type().family() == TypeFamily.INTEGER && left.isNumeric()
                && left != TypeFamily.INTEGER;
        SqlType<?> type = left == TypeFamily.DECIMAL ? Types.NUMERIC : Types.DOUBLE;
        super.renderModulo(isCut
                ? new Binary<>(binary.left(), Operator.MODULO, new Cast<>(binary.right(), type), binary.type())
                : binary, out);
    }

    private static void renderBits(String function, Binary<?> binary, RenderContext out) {
        out.sql(function).sql("(").list(List.of(binary.left(), binary.right()), H2ExpressionRenderer::renderTyped)
                .sql(")");
    }

    /** The day of the week counts from Sunday, which is 0, as on other databases. */
    @Override
    protected void renderExtract(Extract extract, RenderContext out) {
        if (extract.field() == Extract.Field.DAY_OF_WEEK) {
            out.sql("MOD(EXTRACT(ISO_DAY_OF_WEEK FROM ").expression(extract.source()).sql("), 7)");
        } else {
            super.renderExtract(extract, out);
        }
    }

    @Override
    protected void renderNextValue(NextValue next, RenderContext out) {
        out.sql("NEXT VALUE FOR ");
        qualified(next.schema(), next.sequence(), out);
    }
}
