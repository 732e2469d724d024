package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.FunctionCall;

/** The functions of Oracle. Immutable. */
final class OracleFunctionRenderer extends FunctionRenderer {

    OracleFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "now" -> out.sql("CURRENT_TIMESTAMP");
            case "current_time", "localtime" -> throw new InvalidStatementException(
                    "Oracle has no time of day. Use currentTimestamp().");
            case "char_length", "character_length" -> renderCall("LENGTH", call, out);
            case "substring" -> renderCall("SUBSTR", call, out);
            case "pow" -> renderCall("POWER", call, out);
            case "random" -> out.sql("DBMS_RANDOM.VALUE");
            case "aggregate_strings" -> renderCall("LISTAGG", call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }
}
