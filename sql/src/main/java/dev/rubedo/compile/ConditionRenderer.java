package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Between;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Exists;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.InList;
import dev.rubedo.sql.InSelect;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.IsNull;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Like;
import dev.rubedo.sql.ListParameterType;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Not;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RegexpMatch;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.Tuple;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.SqlType;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A renderer of conditions. Overridable: one method per kind of node.
 *
 * <p>Immutable.
 */
@Spi
public class ConditionRenderer {

    /** The traits of the dialect. */
    protected final DialectTraits traits;

    /** Creates a renderer. */
    public ConditionRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    /** Writes a condition. */
    public final void render(Condition condition, RenderContext out) {
        switch (condition) {
            case Comparison c -> renderComparison(c, out);
            case Junction j -> renderJunction(j, out);
            case Not n -> renderNot(n, out);
            case IsNull i -> renderIsNull(i, out);
            case InValues i -> renderInValues(i, out);
            case InList i -> renderInList(i, out);
            case InSelect i -> renderInSelect(i, out);
            case Like l -> renderLike(l, out);
            case RegexpMatch r -> {
                if (!r.flags().isEmpty()) {
                    traits.require(Feature.REGULAR_EXPRESSION_FLAGS, r.operand());
                }
                renderRegexpMatch(r, out);
            }
            case Between b -> renderBetween(b, out);
            case Exists e -> renderExists(e, out);
            case NoCondition n -> out.sql("1 = 1");
            case BooleanCondition t -> renderTruth(t, out);
        }
    }

    /** Writes a comparison. */
    protected void renderComparison(Comparison comparison, RenderContext out) {
        if (isDocument(comparison.left()) && isDocument(comparison.right())) {
            requireEquality(comparison);
            traits.require(Feature.JSON_COMPARISON, comparison);
            renderJsonComparison(comparison, out);
            return;
        }
        switch (comparison.operator()) {
            case IS_DISTINCT_FROM -> renderDistinction(ofValues(comparison), true, out);
            case IS_NOT_DISTINCT_FROM -> renderDistinction(ofValues(comparison), false, out);
            default -> {
                if (comparison.left() instanceof Tuple || comparison.right() instanceof Tuple) {
                    traits.require(Feature.TUPLE_COMPARISON, comparison);
                }
                out.infix(value(comparison.left()), comparison.operator(), comparison.operator().token(),
                        value(comparison.right()));
            }
        }
    }

    /** Returns whether an expression is a JSON document of the portable type, or NULL. */
    private boolean isDocument(Expression<?> expression) {
        return expression.type().forDialect(traits.name()) instanceof JsonType<?>;
    }

    private static void requireEquality(Comparison comparison) {
        switch (comparison.operator()) {
            case EQ, NE, IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> {}
            default -> throw new InvalidStatementException("JSON documents have no order: " + comparison
                    + ". Compare a value in it, such as jsonValue(document, INTEGER, \"name\").");
        }
    }

    /**
     * Writes a comparison of JSON documents by structure: the order of keys and the white space do not matter. The
     * operator is one of {@code =}, {@code !=} and {@code IS [NOT] DISTINCT FROM}.
     */
    protected void renderJsonComparison(Comparison comparison, RenderContext out) {
        boolean isDistinction = comparison.operator() == Operator.IS_DISTINCT_FROM
                || comparison.operator() == Operator.IS_NOT_DISTINCT_FROM;
        boolean isNegated = comparison.operator() == Operator.NE || comparison.operator() == Operator.IS_DISTINCT_FROM;
        out.sql(isNegated ? "(NOT " : "").sql(isDistinction ? "COALESCE(" : "");
        renderJsonEquality(comparison.left(), comparison.right(), out);
        if (isDistinction) {
            out.sql(", ").operand(comparison.left(), Operator.IS).sql(" IS NULL AND ")
                    .operand(comparison.right(), Operator.IS).sql(" IS NULL)");
        }
        out.sql(isNegated ? ")" : "");
    }

    /** Writes a call that tests whether two JSON documents are equal; it returns NULL if one of them is NULL. */
    protected void renderJsonEquality(Expression<?> left, Expression<?> right, RenderContext out) {
        out.sql("JSON_EQUAL(").expression(left).sql(", ").expression(right).sql(")");
    }

    private static Comparison ofValues(Comparison comparison) {
        return new Comparison(value(comparison.left()), comparison.operator(), value(comparison.right()));
    }

    /**
     * Returns the operand of a comparison. A boolean value is left as it is, because it need not be a condition there.
     */
    static Expression<?> value(Expression<?> operand) {
        return operand instanceof BooleanCondition truth && isBare(truth) ? truth.expression() : operand;
    }

    /** Writes a comparison that treats NULL as a value ({@code IS DISTINCT FROM}). */
    protected void renderDistinction(Comparison comparison, boolean isDistinct, RenderContext out) {
        out.infix(comparison.left(), comparison.operator(), comparison.operator().token(), comparison.right());
    }

    /** Writes conditions joined by AND or OR. */
    protected void renderJunction(Junction junction, RenderContext out) {
        var operator = junction.kind().operator();
        boolean first = true;
        for (var condition : junction.conditions()) {
            if (!first) {
                out.sql(" ").sql(operator.token()).sql(" ");
            }
            first = false;
            out.operand(condition, operator);
        }
    }

    /** Writes a negation. */
    protected void renderNot(Not not, RenderContext out) {
        if (not.operand() instanceof BooleanCondition truth && isBare(truth)
                && !traits.supports(Feature.BOOLEAN_TYPE)) {
            out.operand(truth.expression(), Operator.EQ);
            out.sql(" = 0");
            return;
        }
        out.sql("NOT ");
        out.operand(not.operand(), Operator.NOT);
    }

    /** Writes a test for NULL. */
    protected void renderIsNull(IsNull test, RenderContext out) {
        out.operand(value(test.operand()), Operator.IS);
        out.sql(test.isNegated() ? " IS NOT NULL" : " IS NULL");
    }

    /** Writes a test against a list whose length is known at execution. */
    protected void renderInValues(InValues test, RenderContext out) {
        boolean isTuple = test.operand() instanceof Tuple;
        if (isTuple) {
            traits.require(Feature.TUPLE_IN, test.operand());
        }
        out.sql(test.isNegated() ? "(" : "");
        out.operand(test.operand(), Operator.IN);
        out.sql(test.isNegated() ? " NOT IN " : " IN ");
        List<SqlType<?>> types = test.operand() instanceof Tuple tuple
                ? tuple.elements().stream().<SqlType<?>>map(Expression::type).toList()
                : List.of();
        if (out.style().inlinesValues()) {
            writeList(test, types, out);
        } else {
            expandLater(test, types, out);
        }
        out.sql(test.isNegated() ? ")" : "");
    }

    private void expandLater(InValues test, List<SqlType<?>> tuple, RenderContext out) {
        var type = test.operand().type();
        var markers = out.types();
        var element = tuple.isEmpty()
                ? markers.marker(type)
                : tuple.stream().map(markers::marker).collect(Collectors.joining(", ", "(", ")"));
        var fragment = out.fragment();
        var list = ExpandingList.at(fragment.sql.length(), listOpening(!tuple.isEmpty()), element, ")",
                emptyList(Math.max(1, tuple.size()), !tuple.isEmpty(), test.isNegated()));
        fragment.lists.add(list);
        list.write(1, fragment.sql);
        fragment.binds.add(BindSlot.list(out.numberOf(test), test.name(), type, tuple));
    }

    private void writeList(InValues test, List<SqlType<?>> tuple, RenderContext out) {
        List<?> values = test.values() == null ? List.of() : test.values();
        if (values.isEmpty()) {
            out.sql(emptyList(Math.max(1, tuple.size()), !tuple.isEmpty(), test.isNegated()));
            return;
        }
        out.sql(listOpening(!tuple.isEmpty()));
        out.list(values, (value, to) -> {
            if (value instanceof List<?> row && !tuple.isEmpty()) {
                to.sql("(");
                for (int i = 0; i < row.size(); i++) {
                    to.sql(i == 0 ? "" : ", ").literal(row.get(i), tuple.get(i));
                }
                to.sql(")");
            } else {
                to.literal(value, test.operand().type());
            }
        });
        out.sql(")");
    }

    /** Writes the list parameter of hand-written SQL, whose length is known at execution. */
    final void renderTextList(BindParameter<?> parameter, ListParameterType<?> type, RenderContext out) {
        var empty = "(SELECT CAST(NULL AS " + out.types().renderForCast(type.element())
                + ") AS no_value FROM (SELECT 1 AS one" + fromNothing() + ") empty_set WHERE 1 != 1)";
        if (out.style().inlinesValues() && parameter.value() instanceof List<?> values) {
            if (values.isEmpty()) {
                out.sql(empty);
            } else {
                out.sql("(").list(values, (value, to) -> to.literal(value, type.element())).sql(")");
            }
            return;
        }
        var fragment = out.fragment();
        var list = ExpandingList.at(fragment.sql.length(), "(", out.types().marker(type.element()), ")", empty);
        fragment.lists.add(list);
        list.write(1, fragment.sql);
        fragment.binds.add(BindSlot.list(out.numberOf(parameter), parameter.name(), type.element(), List.of()));
    }

    /** Returns the FROM clause of a query that reads no table, with a leading space; empty if none is needed. */
    protected String fromNothing() {
        return "";
    }

    /** Returns the text that opens a list of values or rows. */
    protected String listOpening(boolean isTuple) {
        return "(";
    }

    /** Returns the SQL that replaces an empty list. */
    protected String emptyList(int width, boolean isTuple, boolean isNegated) {
        var nulls = String.join(", ", Collections.nCopies(width, "NULL"));
        return (isTuple ? "((" + nulls + "))" : "(" + nulls + ")") + (isNegated ? " OR (1 = 1)" : " AND (1 != 1)");
    }

    /** Writes a test against a list of expressions. */
    protected void renderInList(InList test, RenderContext out) {
        out.sql(test.isNegated() ? "(" : "");
        out.operand(test.operand(), Operator.IN);
        out.sql(test.isNegated() ? " NOT IN (" : " IN (").expressions(test.items()).sql(")");
        out.sql(test.isNegated() ? ")" : "");
    }

    /** Writes a test against the rows of a query. */
    protected void renderInSelect(InSelect test, RenderContext out) {
        if (test.operand() instanceof Tuple) {
            traits.require(Feature.TUPLE_IN, test.operand());
        }
        out.sql(test.isNegated() ? "(" : "");
        out.operand(test.operand(), Operator.IN);
        out.sql(test.isNegated() ? " NOT IN " : " IN ").query(test.query());
        out.sql(test.isNegated() ? ")" : "");
    }

    /** Writes a LIKE test: against a pattern, a prefix, a suffix or a substring. */
    protected void renderLike(Like like, RenderContext out) {
        boolean lower = like.ignoresCase() && !traits.supports(Feature.CASE_INSENSITIVE_LIKE);
        out.sql(lower ? "lower(" : "");
        out.operand(like.operand(), Operator.LIKE);
        out.sql(lower ? ")" : "");
        out.sql(like.isNegated() ? " NOT " : " ").sql(like.ignoresCase() && !lower ? "ILIKE " : "LIKE ");
        renderPattern(like, lower, out);
        if (!like.escape().isEmpty()) {
            out.sql(" ESCAPE ").sql(out.literals().renderString(like.escape()));
        }
    }

    /** Writes the pattern of a LIKE: verbatim, or a substring with wildcards around it. */
    protected void renderPattern(Like like, boolean lower, RenderContext out) {
        switch (like.match()) {
            case PATTERN -> renderPart(like, lower, out);
            case STARTS_WITH -> {
                renderPart(like, lower, out);
                out.sql(" || '%'");
            }
            case ENDS_WITH -> {
                out.sql("'%' || ");
                renderPart(like, lower, out);
            }
            case CONTAINS -> {
                out.sql("'%' || ");
                renderPart(like, lower, out);
                out.sql(" || '%'");
            }
        }
    }

    /** Writes the text of a pattern. */
    protected final void renderPart(Like like, boolean lower, RenderContext out) {
        out.sql(lower ? "lower(" : "");
        out.operand(like.pattern(), lower || like.match() == Like.Match.PATTERN ? Operator.LIKE : Operator.CONCAT);
        out.sql(lower ? ")" : "");
    }

    /** Writes a test against a regular expression. */
    protected void renderRegexpMatch(RegexpMatch match, RenderContext out) {
        traits.require(Feature.REGULAR_EXPRESSIONS, match.operand());
        out.infix(match.operand(), Operator.REGEXP, match.isNegated() ? "NOT REGEXP" : "REGEXP", match.pattern());
    }

    /** Writes a BETWEEN test. */
    protected void renderBetween(Between between, RenderContext out) {
        if (between.isSymmetric()) {
            traits.require(Feature.BETWEEN_SYMMETRIC, between.operand());
        }
        out.operand(between.operand(), Operator.BETWEEN);
        out.sql(between.isNegated() ? " NOT BETWEEN " : " BETWEEN ").sql(between.isSymmetric() ? "SYMMETRIC " : "");
        out.operand(between.low(), Operator.AND.precedence()).sql(" AND ").operand(between.high(),
                Operator.AND.precedence());
    }

    /** Writes a test for whether a query has rows. */
    protected void renderExists(Exists exists, RenderContext out) {
        out.sql("EXISTS ").query(exists.query());
    }

    /** Writes a boolean value where a condition is expected. */
    protected void renderTruth(BooleanCondition truth, RenderContext out) {
        if (traits.supports(Feature.BOOLEAN_TYPE) || !isBare(truth)) {
            out.expression(truth.expression());
        } else {
            out.operand(truth.expression(), Operator.EQ);
            out.sql(" = 1");
        }
    }

    /** Returns the precedence of a boolean value where a condition is expected. */
    protected int truthPrecedence(BooleanCondition truth) {
        if (isBare(truth)) {
            return traits.supports(Feature.BOOLEAN_TYPE) ? Parentheses.ATOM : Operator.EQ.precedence();
        }
        return switch (truth.expression()) {
            case CustomOperation<?> operation -> operation.precedence();
            case Binary<?> binary -> binary.operator().precedence();
            case Collate<?> collate -> Operator.COLLATE.precedence();
            default -> Parentheses.ATOM;
        };
    }

    /**
     * Returns whether the value is a column, a constant or a call, and not an operation, a search or hand-written SQL.
     */
    static boolean isBare(BooleanCondition truth) {
        return !isSearch(truth.expression())
                && !(truth.expression() instanceof CustomOperation<?>) && !(truth.expression() instanceof Binary<?>)
                && !(truth.expression() instanceof TextFragment<?>);
    }

    /** Returns whether an expression is a comparison, a search or the like, and not a boolean value. */
    static boolean isPredicate(Expression<?> expression) {
        return expression instanceof BooleanCondition truth ? !isBare(truth)
                : expression instanceof Condition || isSearch(expression);
    }

    private static boolean isSearch(Expression<?> expression) {
        return expression instanceof FunctionCall<?> call && call.name().equals("full_text_match");
    }

    /** Returns whether an expression is a constant NULL. */
    protected static boolean isNull(Expression<?> expression) {
        return expression instanceof NullValue<?>;
    }
}
