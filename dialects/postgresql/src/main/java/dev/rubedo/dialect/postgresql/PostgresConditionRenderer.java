package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;

/** The conditions of PostgreSQL. Immutable. */
final class PostgresConditionRenderer extends ConditionRenderer {

    PostgresConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** json cannot be compared, but jsonb can. */
    @Override
    protected void renderJsonComparison(Comparison comparison, RenderContext out) {
        out.sql("CAST(").expression(comparison.left()).sql(" AS JSONB) ").sql(comparison.operator().token())
                .sql(" CAST(").expression(comparison.right()).sql(" AS JSONB)");
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
