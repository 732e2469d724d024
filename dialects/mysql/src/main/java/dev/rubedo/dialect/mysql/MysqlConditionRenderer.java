package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.InSelect;
import dev.rubedo.sql.Like;
import dev.rubedo.sql.RegexpMatch;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;

/** The conditions of MySQL and MariaDB; where they differ, those of MySQL. Immutable. */
class MysqlConditionRenderer extends ConditionRenderer {

    MysqlConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** The server does not allow LIMIT in a subquery of IN, but allows it in a derived table inside that. */
    @Override
    protected void renderInSelect(InSelect test, RenderContext out) {
        boolean isLimited = test.query() instanceof Select<?> select
                && (select.rowLimit() != null || select.rowOffset() != null);
        if (isLimited) {
            super.renderInSelect(new InSelect(test.operand(), Sql.select(test.query().subquery()), test.isNegated()),
                    out);
        } else {
            super.renderInSelect(test, out);
        }
    }

    @Override
    protected void renderPattern(Like like, boolean lower, RenderContext out) {
        if (like.match() == Like.Match.PATTERN) {
            super.renderPattern(like, lower, out);
            return;
        }
        out.sql("concat(").sql(like.match() == Like.Match.STARTS_WITH ? "" : "'%', ");
        if (lower) {
            renderPart(like, true, out);
        } else {
            MysqlExpressionRenderer.renderParts(ExpressionRenderer.operands(like.pattern()), out);
        }
        out.sql(like.match() == Like.Match.ENDS_WITH ? ")" : ", '%')");
    }

    /** A parameter is text, which is never equal to a document. */
    @Override
    protected void renderJsonComparison(Comparison comparison, RenderContext out) {
        var left = new Cast<>(comparison.left(), comparison.left().type());
        var right = new Cast<>(comparison.right(), comparison.right().type());
        switch (comparison.operator()) {
            case IS_DISTINCT_FROM -> renderDistinction(new Comparison(left, comparison.operator(), right), true, out);
            case IS_NOT_DISTINCT_FROM ->
                renderDistinction(new Comparison(left, comparison.operator(), right), false, out);
            default -> out.infix(left, comparison.operator(), comparison.operator().token(), right);
        }
    }

    @Override
    protected void renderDistinction(Comparison comparison, boolean isDistinct, RenderContext out) {
        out.sql(isDistinct ? "NOT (" : "");
        out.infix(comparison.left(), comparison.operator(), "<=>", comparison.right());
        out.sql(isDistinct ? ")" : "");
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
