package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.JsonPaths;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;

/** The expressions of PostgreSQL. Immutable. */
final class PostgresExpressionRenderer extends ExpressionRenderer {

    private static final int ELEMENT_PRECEDENCE = 15;

    PostgresExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "pow" -> renderCall("power", call, out);
            case "aggregate_strings" -> renderCall("string_agg", call, out);
            case "substring" -> renderSubstring(call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    private static void renderSubstring(FunctionCall<?> call, RenderContext out) {
        var arguments = call.arguments();
        out.sql("SUBSTRING(").expression(arguments.get(0)).sql(" FROM ").expression(arguments.get(1));
        if (arguments.size() > 2) {
            out.sql(" FOR ").expression(arguments.get(2));
        }
        out.sql(")");
    }

    @Override
    protected void renderBitwiseXor(Binary<?> binary, RenderContext out) {
        renderInfix(binary.left(), Operator.BITWISE_XOR, "#", binary.right(), out);
    }

    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        var operator = match.isNegated() ? "!~" : "~";
        if (match.flags().isEmpty() || match.flags().equals("i")) {
            renderInfix(match.operand(), Operator.REGEXP, operator + (match.flags().isEmpty() ? "" : "*"),
                    match.pattern(),
                    out);
            return;
        }
        renderOperand(match.operand(), Operator.REGEXP, out);
        out.sql(" ").sql(operator).sql(" CONCAT('(?', ").sql(out.renderers().literals().renderString(match.flags()))
                .sql(", ')', ").expression(match.pattern()).sql(")");
    }

    @Override
    protected void renderNextValue(NextValue next, RenderContext out) {
        var quoter = traits.quoter();
        var name = (next.schema().isEmpty() ? "" : quoter.quote(next.schema()) + '.') + quoter.quote(next.sequence());
        out.sql("nextval(").sql(out.renderers().literals().renderString(name)).sql(")");
    }

    @Override
    protected int jsonPrecedence(JsonAccess<?> access) {
        return access.form() == JsonAccess.Form.JSON ? ELEMENT_PRECEDENCE : super.jsonPrecedence(access);
    }

    /** One step has an operator of its own; a value is taken as text and cast to its type. */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        boolean isJson = access.form() == JsonAccess.Form.JSON;
        boolean isStep = access.path().size() == 1;
        out.sql(isJson ? "" : "CAST((");
        out.operand(access.document(), ELEMENT_PRECEDENCE).sql(isStep ? " ->" : " #>").sql(isJson ? " " : "> ");
        if (isStep && access.path().get(0) instanceof Integer position) {
            out.sql(position.toString());
        } else {
            out.sql(out.renderers().literals()
                    .renderString(isStep ? access.path().get(0).toString() : JsonPaths.asArray(access)));
        }
        out.sql(isJson ? "" : ") AS " + out.renderers().types().renderForCast(access.type()) + ")");
    }
}
