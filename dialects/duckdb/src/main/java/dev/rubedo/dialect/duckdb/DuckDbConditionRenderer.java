package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.RegexpMatch;

/** The conditions of DuckDB. Immutable. */
final class DuckDbConditionRenderer extends ConditionRenderer {

    DuckDbConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** A function, not an operator, matches a part of the text. */
    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        out.sql(match.isNegated() ? "NOT " : "").sql("regexp_matches(").expression(match.operand()).sql(", ")
                .expression(match.pattern());
        if (!match.flags().isEmpty()) {
            out.sql(", ").sql(out.literals().renderString(match.flags()));
        }
        out.sql(")");
    }
}
