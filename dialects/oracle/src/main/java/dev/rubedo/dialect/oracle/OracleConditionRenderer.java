package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.RegexpMatch;

/** The conditions of Oracle. Immutable. */
final class OracleConditionRenderer extends ConditionRenderer {

    OracleConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** DECODE treats two NULLs as equal. */
    @Override
    protected void renderDistinction(Comparison comparison, boolean isDistinct, RenderContext out) {
        out.sql("DECODE(").expression(comparison.left()).sql(", ").expression(comparison.right())
                .sql(isDistinct ? ", 0, 1) = 1" : ", 0, 1) = 0");
    }

    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        out.sql(match.isNegated() ? "NOT " : "").sql("REGEXP_LIKE(").expression(match.operand()).sql(", ")
                .expression(match.pattern());
        if (!match.flags().isEmpty()) {
            out.sql(", ").sql(out.literals().renderString(match.flags()));
        }
        out.sql(")");
    }

    @Override
    protected String fromNothing() {
        return " FROM DUAL";
    }
}
