package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.FunctionCall;

/** The calls of functions of PostgreSQL. Immutable. */
final class PostgresFunctionRenderer extends FunctionRenderer {

    PostgresFunctionRenderer(DialectTraits traits) {
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
}
