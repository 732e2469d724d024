package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Like;

/** The conditions of SQL Server. Immutable. */
final class SqlServerConditionRenderer extends ConditionRenderer {

    private static final int WITH_DISTINCT_FROM = 16;

    SqlServerConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** IS DISTINCT FROM was introduced in 2022; before that, a set operator compares the values, including NULLs. */
    @Override
    protected void renderDistinction(Comparison comparison, boolean isDistinct, RenderContext out) {
        if (traits.version().isAtLeast(WITH_DISTINCT_FROM)) {
            super.renderDistinction(comparison, isDistinct, out);
            return;
        }
        out.sql(isDistinct ? "NOT EXISTS (SELECT " : "EXISTS (SELECT ").expression(comparison.left())
                .sql(" INTERSECT SELECT ").expression(comparison.right()).sql(")");
    }

    @Override
    protected void renderPattern(Like like, boolean lower, RenderContext out) {
        switch (like.match()) {
            case PATTERN -> renderPart(like, lower, out);
            case STARTS_WITH -> {
                renderText(like, lower, out);
                out.sql(" + N'%'");
            }
            case ENDS_WITH -> {
                out.sql("N'%' + ");
                renderText(like, lower, out);
            }
            case CONTAINS -> {
                out.sql("N'%' + ");
                renderText(like, lower, out);
                out.sql(" + N'%'");
            }
        }
    }

    /** A bracket starts a set of characters here, so it is escaped like the standard wildcards. */
    private void renderText(Like like, boolean lower, RenderContext out) {
        if (like.escape().isEmpty()) {
            renderPart(like, lower, out);
            return;
        }
        out.sql("REPLACE(");
        renderPart(like, lower, out);
        out.sql(", N'[', ").sql(out.literals().renderString(like.escape() + "[")).sql(")");
    }
}
