package dev.rubedo.compile;

import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Not;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TypeCoercion;

/** Rules that decide from the precedences of expressions where parentheses are needed. Immutable. */
final class Parentheses {

    /** The precedence of expressions that never need parentheses: columns, calls, and those that bring their own. */
    static final int ATOM = Operator.ATOM;
    /** A place where every operation is put in parentheses, such as the condition of a CASE. */
    static final int EVERYTHING = 99;
    /** A place where only LIKE tests for a substring are put in parentheses: a whole condition, an item of a list. */
    static final int LIKE_ONLY = -10;

    private Parentheses() {}

    /** Returns whether the expression needs parentheses as an operand at a place of the given precedence. */
    static boolean needed(Expression<?> inner, int outer, Renderers renderers) {
        if (outer == EVERYTHING && inner instanceof Not not && not.operand() instanceof BooleanCondition truth
                && ConditionRenderer.isBare(truth)) {
            return false;
        }
        return precedence(inner, renderers) <= outer;
    }

    /** Returns whether the expression needs parentheses as an operand of the operator. */
    static boolean needed(Expression<?> inner, Operator outer, Renderers renderers) {
        if (inner instanceof Labeled<?> labeled) {
            return needed(labeled.expression(), outer, renderers);
        }
        if (inner instanceof Binary<?> binary && binary.operator() == outer && outer.isAssociative()) {
            return false;
        }
        return needed(inner, outer.precedence(), renderers);
    }

    static int precedence(Expression<?> expression, Renderers renderers) {
        return switch (expression) {
            case Labeled<?> l -> precedence(l.expression(), renderers);
            case TypeCoercion<?> c -> precedence(c.operand(), renderers);
            case JsonAccess<?> j -> renderers.expressions().jsonPrecedence(j);
            case BooleanCondition t -> renderers.conditions().truthPrecedence(t);
            case Expression<?> other -> other.precedence();
        };
    }
}
