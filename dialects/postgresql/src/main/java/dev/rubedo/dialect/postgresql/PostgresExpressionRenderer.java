package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.JsonPaths;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TextSyntax;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;

/** The expressions of PostgreSQL. Immutable. */
final class PostgresExpressionRenderer extends ExpressionRenderer {

    private static final TextSyntax SYNTAX = TextSyntax.of(TextSyntax.Trait.ESCAPE_STRINGS,
            TextSyntax.Trait.DOLLAR_QUOTES, TextSyntax.Trait.NESTED_COMMENTS);
    private static final int ELEMENT_PRECEDENCE = 15;

    PostgresExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected TextSyntax textSyntax() {
        return SYNTAX;
    }

    /** If all results are enumeration constants, they would be treated as text. */
    @Override
    protected void renderChoice(Expression<?> result, RenderContext out) {
        renderTyped(result, out);
    }

    /**
     * Writes an expression. A parameter of a named enumeration is cast to its type where the server cannot infer it.
     */
    static void renderTyped(Expression<?> expression, RenderContext out) {
        out.expression(expression);
        if (expression instanceof BindParameter<?> parameter
                && parameter.type().forDialect("postgresql") instanceof EnumeratedType<?> type && type.isNative()) {
            out.sql("::").sql(out.types().render(type));
        }
    }

    /**
     * The driver reads two question marks as an operator with one; hand-written SQL with two already accounts for that.
     */
    @Override
    protected String questionMark(String marks) {
        return marks.length() == 1 ? "??" : marks;
    }

    /** The remainder is not defined for floating-point numbers here, but for decimal ones. */
    @Override
    protected void renderModulo(Binary<?> binary, RenderContext out) {
        super.renderModulo(isFloating(binary.left()) || isFloating(binary.right())
                ? new Binary<>(decimal(binary.left()), Operator.MODULO, decimal(binary.right()), binary.type())
                : binary, out);
    }

    private static Expression<?> decimal(Expression<?> number) {
        return isFloating(number) ? new Cast<>(number, Types.NUMERIC) : number;
    }

    private static boolean isFloating(Expression<?> number) {
        return number.type().family() == TypeFamily.FLOATING;
    }

    @Override
    protected void renderBitwiseXor(Binary<?> binary, RenderContext out) {
        out.infix(binary.left(), Operator.BITWISE_XOR, "#", binary.right());
    }

    @Override
    protected void renderNextValue(NextValue next, RenderContext out) {
        var name = traits.quoter().quote(next.sequence());
        out.sql("nextval(").sql(traits.marksSchemas()
                ? out.literals().renderString(name).replaceFirst("'", "'" + traits.qualifier(next.schema()))
                : out.literals().renderString(traits.qualifier(next.schema()) + name)).sql(")");
    }

    @Override
    protected int jsonPrecedence(JsonAccess<?> access) {
        return access.form() == JsonAccess.Form.JSON ? ELEMENT_PRECEDENCE : super.jsonPrecedence(access);
    }

    /** A single step has its own operator. A value is read as text and cast to its type. */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        boolean isJson = access.form() == JsonAccess.Form.JSON;
        boolean isStep = access.path().size() == 1;
        out.sql(isJson ? "" : "CAST((");
        out.operand(access.document(), ELEMENT_PRECEDENCE).sql(isStep ? " ->" : " #>").sql(isJson ? " " : "> ");
        if (isStep && access.path().get(0) instanceof Integer position) {
            out.sql(position.toString());
        } else {
            out.sql(out.literals()
                    .renderString(isStep ? access.path().get(0).toString() : JsonPaths.asArray(access)));
        }
        out.sql(isJson ? "" : ") AS " + out.types().renderForCast(access.type()) + ")");
    }
}
