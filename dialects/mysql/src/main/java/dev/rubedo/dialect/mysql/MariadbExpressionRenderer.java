package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;

/** The expressions of MariaDB, where they differ from those of MySQL. Immutable. */
final class MariadbExpressionRenderer extends MysqlExpressionRenderer {

    MariadbExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Flags stand in the pattern here. */
    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        if (match.flags().isEmpty()) {
            super.renderRegexpMatch(match, out);
            return;
        }
        renderOperand(match.operand(), Operator.REGEXP, out);
        out.sql(match.isNegated() ? " NOT REGEXP CONCAT('(?', " : " REGEXP CONCAT('(?', ")
                .sql(out.renderers().literals().renderString(match.flags())).sql(", ')', ").expression(match.pattern())
                .sql(")");
    }

    @Override
    protected void renderExcluded(Excluded<?> excluded, RenderContext out) {
        out.sql("VALUES(").identifier(excluded.column().name()).sql(")");
    }
}
