package dev.rubedo.dialect.h2;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.RegexpMatch;

/** The conditions of H2. Immutable. */
final class H2ConditionRenderer extends ConditionRenderer {

    H2ConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        if (match.flags().isEmpty()) {
            super.renderRegexpMatch(match, out);
            return;
        }
        out.sql(match.isNegated() ? "NOT " : "").sql("REGEXP_LIKE(").expression(match.operand()).sql(", ")
                .expression(match.pattern()).sql(", ").sql(out.literals().renderString(match.flags()))
                .sql(")");
    }
}
