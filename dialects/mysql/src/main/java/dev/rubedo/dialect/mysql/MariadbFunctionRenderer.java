package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.Over;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Locale;

/** The function calls of MariaDB, where they differ from those of MySQL. Immutable. */
final class MariadbFunctionRenderer extends MysqlFunctionRenderer {

    private static final int WITH_DEFAULT = 3;

    MariadbFunctionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** LAG and LEAD have no default here, so the same function on a constant determines whether there is a row. */
    @Override
    protected void renderOver(Over<?> over, RenderContext out) {
        var call = over.function();
        var name = call.name().toLowerCase(Locale.ROOT);
        if (call.arguments().size() != WITH_DEFAULT || !name.equals("lag") && !name.equals("lead")) {
            super.renderOver(over, out);
            return;
        }
        out.sql("CASE WHEN ");
        renderPlain(over, new Literal<>(1, Types.INTEGER), out);
        out.sql(" IS NULL THEN ").expression(call.arguments().get(2)).sql(" ELSE ");
        renderPlain(over, call.arguments().get(0), out);
        out.sql(" END");
    }

    private void renderPlain(Over<?> over, Expression<?> value, RenderContext out) {
        var call = over.function();
        super.renderOver(new Over<>(FunctionCall.of(call.name(), value.type(), List.of(value, call.arguments().get(1))),
                over.window()), out);
    }

    /** Flags are part of the pattern here. */
    @Override
    protected void renderRegexpReplace(FunctionCall<?> call, RenderContext out) {
        if (call.arguments().size() < 4) {
            super.renderRegexpReplace(call, out);
            return;
        }
        out.sql("REGEXP_REPLACE(").expression(call.arguments().get(0)).sql(", CONCAT('(?', ")
                .expression(call.arguments().get(3)).sql(", ')', ").expression(call.arguments().get(1)).sql("), ")
                .expression(call.arguments().get(2)).sql(")");
    }
}
