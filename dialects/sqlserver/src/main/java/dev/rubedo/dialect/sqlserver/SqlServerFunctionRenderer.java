package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.FunctionCall;

/** The functions of SQL Server. Immutable. */
final class SqlServerFunctionRenderer extends FunctionRenderer {

    private static final int WITH_STRING_AGG = 14;

    SqlServerFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "now" -> out.sql("CURRENT_TIMESTAMP");
            case "localtimestamp" -> out.sql("SYSDATETIME()");
            case "current_date" -> out.sql("CAST(CURRENT_TIMESTAMP AS DATE)");
            case "current_time", "localtime" -> out.sql("CAST(CURRENT_TIMESTAMP AS TIME)");
            case "length", "char_length", "character_length" -> renderCall("LEN", call, out);
            case "pow" -> renderCall("POWER", call, out);
            case "ceil" -> renderCall("CEILING", call, out);
            case "ln" -> renderCall("LOG", call, out);
            case "random" -> renderCall("RAND", call, out);
            case "substr", "substring" -> renderSubstring(call, out);
            case "aggregate_strings" -> renderStringAgg(call, out);
            default -> {
                return super.renderKnownFunction(call, name, out);
            }
        }
        return true;
    }

    /** The number of characters is mandatory, and may be too large. */
    private void renderSubstring(FunctionCall<?> call, RenderContext out) {
        if (call.arguments().size() == 2) {
            out.sql("SUBSTRING(").expressions(call.arguments()).sql(", 2147483647)");
        } else {
            renderCall("SUBSTRING", call, out);
        }
    }

    private void renderStringAgg(FunctionCall<?> call, RenderContext out) {
        if (!traits.version().isAtLeast(WITH_STRING_AGG)) {
            throw new InvalidStatementException("SQL Server " + traits.version()
                    + " has no STRING_AGG, which came with 2017 (version 14). Concatenate the texts in the program.");
        }
        renderCall("STRING_AGG", call, out);
    }
}
