package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;

/** The conditions of MariaDB, where they differ from those of MySQL. Immutable. */
final class MariadbConditionRenderer extends MysqlConditionRenderer {

    MariadbConditionRenderer(DialectTraits traits) {
        super(traits);
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
