package dev.rubedo.compile;

import dev.rubedo.sql.Between;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Case;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomExpression;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Exists;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.InList;
import dev.rubedo.sql.InSelect;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.IsNull;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Like;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Not;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Over;
import dev.rubedo.sql.Quantified;
import dev.rubedo.sql.RegexpMatch;
import dev.rubedo.sql.ScalarSubquery;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.Star;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.Tuple;
import dev.rubedo.sql.TypeCoercion;
import dev.rubedo.sql.Unary;

/** Decides where parentheses are needed, from the precedences of {@link Operator}. Immutable. */
final class Parentheses {

    /** The precedence of expressions that never need parentheses: columns, calls, and those that bring their own. */
    static final int ATOM = 100;
    /** A place where every operation is put in parentheses, such as the condition of a CASE. */
    static final int EVERYTHING = 99;
    /**
     * A place where only LIKE tests for a part of a text are put in parentheses: a whole condition, an item of a list.
     */
    static final int ALMOST_NOTHING = -10;
    private static final int LOOSEST = -100;

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
            case Condition c -> ofCondition(c, renderers);
            case Binary<?> b -> b.operator().precedence();
            case CustomOperation<?> o -> o.precedence();
            case Unary<?> u -> u.operator().precedence();
            case Collate<?> c -> Operator.COLLATE.precedence();
            case Labeled<?> l -> precedence(l.expression(), renderers);
            case TypeCoercion<?> c -> precedence(c.operand(), renderers);
            case JsonAccess<?> j -> renderers.expressions().jsonPrecedence(j);
            case SettableColumn<?> c -> ATOM;
            case CustomExpression<?> c -> ATOM;
            case BindParameter<?> b -> ATOM;
            case Literal<?> l -> ATOM;
            case NullValue<?> n -> ATOM;
            case Cast<?> c -> ATOM;
            case FunctionCall<?> f -> ATOM;
            case Over<?> o -> ATOM;
            case Case<?> c -> ATOM;
            case ScalarSubquery<?> s -> ATOM;
            case Extract e -> ATOM;
            case Tuple t -> ATOM;
            case TextFragment<?> t -> ATOM;
            case Star s -> ATOM;
            case Quantified<?> q -> ATOM;
            case Excluded<?> e -> ATOM;
            case NextValue n -> ATOM;
        };
    }

    private static int ofCondition(Condition condition, Renderers renderers) {
        return switch (condition) {
            case Comparison c -> c.operator().precedence();
            case Junction j -> j.kind().operator().precedence();
            case Not n -> Operator.NOT.precedence();
            case IsNull i -> Operator.IS.precedence();
            case InValues i -> Operator.IN.precedence();
            case InList i -> Operator.IN.precedence();
            case InSelect i -> Operator.IN.precedence();
            case Like l -> l.match() == Like.Match.PATTERN ? Operator.LIKE.precedence() : LOOSEST;
            case RegexpMatch r -> Operator.REGEXP.precedence();
            case Between b -> Operator.BETWEEN.precedence();
            case Exists e -> Operator.EXISTS.precedence();
            case NoCondition n -> ATOM;
            case BooleanCondition t -> renderers.conditions().truthPrecedence(t);
        };
    }
}
