package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;

/** The conditions of MariaDB, where they differ from those of MySQL. Immutable. */
final class MariadbConditionRenderer extends MysqlConditionRenderer {

    MariadbConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Documents are text here, so a function compares them. */
    @Override
    protected void renderJsonComparison(Comparison comparison, RenderContext out) {
        boolean isNegated = comparison.operator() == Operator.NE || comparison.operator() == Operator.IS_DISTINCT_FROM;
        var left = comparison.left();
        var right = comparison.right();
        out.sql(isNegated ? "(NOT " : "");
        switch (comparison.operator()) {
            case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> out.sql("COALESCE(JSON_EQUALS(").expression(left).sql(", ")
                    .expression(right).sql("), ").operand(left, Operator.IS).sql(" IS NULL AND ")
                    .operand(right, Operator.IS).sql(" IS NULL)");
            default -> out.sql("JSON_EQUALS(").expression(left).sql(", ").expression(right).sql(")");
        }
        out.sql(isNegated ? ")" : "");
    }

    /** Flags are part of the pattern here. */
    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        if (match.flags().isEmpty()) {
            super.renderRegexpMatch(match, out);
            return;
        }
        out.operand(match.operand(), Operator.REGEXP);
        out.sql(match.isNegated() ? " NOT REGEXP CONCAT('(?', " : " REGEXP CONCAT('(?', ")
                .sql(out.literals().renderString(match.flags())).sql(", ')', ").expression(match.pattern())
                .sql(")");
    }
}
