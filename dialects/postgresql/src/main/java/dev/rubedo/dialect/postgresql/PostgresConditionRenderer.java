package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;

/** The conditions of PostgreSQL. Immutable. */
final class PostgresConditionRenderer extends ConditionRenderer {

    PostgresConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        var operator = match.isNegated() ? "!~" : "~";
        if (match.flags().isEmpty() || match.flags().equals("i")) {
            out.infix(match.operand(), Operator.REGEXP, operator + (match.flags().isEmpty() ? "" : "*"),
                    match.pattern());
            return;
        }
        out.operand(match.operand(), Operator.REGEXP);
        out.sql(" ").sql(operator).sql(" CONCAT('(?', ").sql(out.literals().renderString(match.flags()))
                .sql(", ')', ").expression(match.pattern()).sql(")");
    }
}
