package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.FunctionCall;

/** The function calls of SQLite. Immutable. */
final class SqliteFunctionRenderer extends FunctionRenderer {

    SqliteFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "now" -> out.sql("CURRENT_TIMESTAMP");
            case "localtimestamp" -> out.sql("DATETIME(CURRENT_TIMESTAMP, 'localtime')");
            case "char_length" -> renderCall("length", call, out);
            case "aggregate_strings" -> renderCall("group_concat", call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }
}
