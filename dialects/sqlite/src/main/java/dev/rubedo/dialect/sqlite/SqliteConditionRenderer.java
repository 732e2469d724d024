package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;
import java.util.Collections;

/** The conditions of SQLite. Immutable. */
final class SqliteConditionRenderer extends ConditionRenderer {

    private static final int MOST_CONDITIONS = 400;

    SqliteConditionRenderer(DialectTraits traits) {
        super(traits);
    }

    /**
     * An expression may have at most 1000 levels, and each condition of a chain adds one; grouping the conditions
     * reduces their number.
     */
    @Override
    protected void renderJunction(Junction junction, RenderContext out) {
        var conditions = junction.conditions();
        if (conditions.size() <= MOST_CONDITIONS) {
            super.renderJunction(junction, out);
            return;
        }
        int size = Math.max(MOST_CONDITIONS, (conditions.size() + MOST_CONDITIONS - 1) / MOST_CONDITIONS);
        for (int from = 0; from < conditions.size(); from += size) {
            out.sql(from == 0 ? "(" : " " + junction.kind().operator().token() + " (");
            out.expression(Junction.of(junction.kind(),
                    conditions.subList(from, Math.min(from + size, conditions.size())))).sql(")");
        }
    }

    @Override
    protected void renderDistinction(Comparison comparison, boolean isDistinct, RenderContext out) {
        out.infix(comparison.left(), comparison.operator(), isDistinct ? "IS NOT" : "IS", comparison.right());
    }

    /** Documents are equal if they have the same values at the same paths. */
    @Override
    protected void renderJsonEquality(Expression<?> left, Expression<?> right, RenderContext out) {
        out.sql("(SELECT CASE WHEN l IS NOT NULL AND r IS NOT NULL THEN NOT EXISTS (").sql(valuesOf("l"))
                .sql(" EXCEPT ").sql(valuesOf("r")).sql(") AND NOT EXISTS (").sql(valuesOf("r"))
                .sql(" EXCEPT ").sql(valuesOf("l")).sql(") END FROM (SELECT ").expression(left).sql(" AS l, ")
                .expression(right).sql(" AS r))");
    }

    private static String valuesOf(String document) {
        return "SELECT fullkey, replace(type, 'real', 'integer'), atom FROM json_tree(" + document + ")";
    }

    @Override
    protected String listOpening(boolean isTuple) {
        return isTuple ? "(VALUES " : "(";
    }

    @Override
    protected String emptyList(int width, boolean isTuple, boolean isNegated) {
        var ones = String.join(", ", Collections.nCopies(width, "1"));
        return "(SELECT " + ones + " FROM (SELECT " + ones + ") WHERE 1!=1)";
    }

    /** The operator calls a function that uses Java's regular expressions, whose flags are written at the beginning. */
    @Override
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        if (match.flags().isEmpty()) {
            super.renderRegexpMatch(match, out);
            return;
        }
        out.operand(match.operand(), Operator.REGEXP);
        out.sql(match.isNegated() ? " NOT REGEXP " : " REGEXP ")
                .sql(out.literals().renderString("(?" + match.flags() + ")")).sql(" || ")
                .operand(match.pattern(), Operator.CONCAT.precedence());
    }
}
