package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Frame;
import dev.rubedo.sql.FrameBound;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Over;
import dev.rubedo.sql.Star;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.Window;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.TypeFamily;
import java.util.List;
import java.util.Locale;

/**
 * A renderer of function calls and their windows. Overridable: {@link #renderKnownFunction} for functions that are
 * written differently on a database, and the clauses of a call.
 *
 * <p>Immutable.
 */
@Spi
public class FunctionRenderer {

    /** The traits of the dialect. */
    protected final DialectTraits traits;

    /** Creates a renderer. */
    public FunctionRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    /** Writes a call with its ordering and filter. */
    protected void renderFunction(FunctionCall<?> call, RenderContext out) {
        if (call.condition() != NoCondition.NONE && !traits.supports(Feature.AGGREGATE_FILTER)) {
            renderFilterByCase(call, out);
            return;
        }
        if (!renderKnownFunction(call, call.name().toLowerCase(Locale.ROOT), out)) {
            renderCall(functionName(call.name(), out), call, out);
        }
        renderCallSuffix(call, out);
    }

    /** Writes an aggregate that returns the value of an expression that is the same in all rows of a group. */
    protected void renderOneOfGroup(Expression<?> expression, RenderContext out) {
        out.sql("min(").expression(expression).sql(")");
    }

    /** Writes what follows the arguments of a call: WITHIN GROUP and FILTER. */
    protected final void renderCallSuffix(FunctionCall<?> call, RenderContext out) {
        if (!call.group().isEmpty()) {
            traits.require(Feature.WITHIN_GROUP, call.name());
            out.sql(" WITHIN GROUP (ORDER BY ");
            renderOrdering(call.group(), out);
            out.sql(")");
        }
        if (call.condition() != NoCondition.NONE) {
            out.sql(" FILTER (WHERE ").operand(call.condition(), Parentheses.LIKE_ONLY).sql(")");
        }
    }

    /**
     * Writes a filtered aggregate for a database without FILTER. The argument becomes NULL in rows that are filtered
     * out, and aggregates ignore NULLs.
     */
    protected void renderFilterByCase(FunctionCall<?> call, RenderContext out) {
        if (call.arguments().size() > 1 || !call.group().isEmpty()) {
            throw new UnsupportedFeatureException(Feature.AGGREGATE_FILTER, traits.name(), call.name());
        }
        if (call.type().family() == TypeFamily.ARRAY) {
            traits.require(Feature.ARRAY_TYPE, call.name());
        }
        boolean isCount = call.arguments().isEmpty() || call.arguments().get(0) instanceof Star;
        out.sql(functionName(call.name(), out)).sql(call.isDistinct() ? "(DISTINCT CASE WHEN " : "(CASE WHEN ")
                .operand(call.condition(), Parentheses.EVERYTHING).sql(" THEN ");
        if (isCount) {
            out.sql("1");
        } else {
            out.expression(call.arguments().get(0));
        }
        out.sql(" END)");
    }

    /** Writes {@code name(arguments)}. */
    protected final void renderCall(String name, FunctionCall<?> call, RenderContext out) {
        out.sql(name).sql("(").sql(call.isDistinct() ? "DISTINCT " : "");
        if (call.arguments().isEmpty() && name.equalsIgnoreCase("count")) {
            out.sql("*");
        }
        out.expressions(call.arguments());
        renderCallOrdering(call, out);
        out.sql(")");
    }

    /** Writes an aggregate of texts whose order follows in {@code WITHIN GROUP}, instead of within its parentheses. */
    protected final void renderOrderedAggregate(String name, FunctionCall<?> call, RenderContext out) {
        out.sql(name).sql("(").sql(call.isDistinct() ? "DISTINCT " : "").expressions(call.arguments()).sql(")");
        if (!call.ordering().isEmpty()) {
            out.sql(" WITHIN GROUP (ORDER BY ");
            renderOrdering(call.ordering(), out);
            out.sql(")");
        }
    }

    /** Writes the ORDER BY of an aggregate. */
    protected void renderCallOrdering(FunctionCall<?> call, RenderContext out) {
        if (!call.ordering().isEmpty()) {
            traits.require(Feature.AGGREGATE_ORDER_BY, call.name());
            out.sql(" ORDER BY ");
            renderOrdering(call.ordering(), out);
        }
    }

    /** Writes the terms of an ordering. */
    protected final void renderOrdering(List<OrderTerm> terms, RenderContext out) {
        out.list(terms, (term, to) -> to.selects().renderOrderTerm(term, to));
    }

    /**
     * Returns the name of a function as it is written: quoted only if it contains characters that are not allowed in a
     * bare name.
     */
    protected static String functionName(String name, RenderContext out) {
        if (name.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 128 || c == '_' || c == '$' || c == '.')) {
            return name;
        }
        return out.traits().quoter().quoteAlways(name);
    }

    /**
     * Writes a function that the dialect writes differently; by default, the standard functions without parentheses.
     *
     * @param call the call
     * @param name its name in lower case
     * @return whether it was written
     */
    protected boolean renderKnownFunction(FunctionCall<?> call, String name, RenderContext out) {
        switch (name) {
            case "current_timestamp", "current_date", "current_time", "current_user", "session_user", "localtime",
                    "localtimestamp" -> {
                if (!call.arguments().isEmpty()) {
                    return false;
                }
                out.sql(name.toUpperCase(Locale.ROOT));
            }
            case "sysdate", "user" -> {
                if (!call.arguments().isEmpty()) {
                    return false;
                }
                out.sql(name);
            }
            case "rollup", "cube", "grouping_sets" -> {
                traits.require(Feature.GROUPING_SETS, call.name());
                renderCall(name.toUpperCase(Locale.ROOT).replace('_', ' '), call, out);
            }
            case "grouping_set" -> out.sql("(").expressions(call.arguments()).sql(")");
            case "array_agg" -> {
                traits.require(Feature.ARRAY_TYPE, call.name());
                renderCall(call.name(), call, out);
            }
            case "plus_months" -> renderPlusMonths(call.arguments().get(0), call.arguments().get(1), out);
            case "duration_between" -> renderDurationBetween(call.arguments().get(0), call.arguments().get(1), out);
            case "days_between" -> renderDaysBetween(call.arguments().get(0), call.arguments().get(1), out);
            case "try_cast" -> {
                traits.require(Feature.TRY_CAST, call.name());
                renderTryCast(call.arguments().get(0), out.types().renderForCast(call.type()), out);
            }
            case "full_text_match" -> {
                traits.require(Feature.FULL_TEXT_MATCH, call.name());
                renderMatch(call.arguments().get(0), call.arguments().get(1), out);
            }
            case "array_element", "array_slice" -> {
                traits.require(Feature.ARRAY_TYPE, call.name());
                renderArrayPart(call, out);
            }
            case "make_array", "array_concat", "array_cardinality" -> {
                traits.require(Feature.ARRAY_TYPE, call.name());
                renderArray(name, call, out);
            }
            case "array_contains_all", "array_contained_by", "array_overlaps" -> {
                traits.require(Feature.ARRAY_CONTAINMENT, call.name());
                var operator = name.equals("array_overlaps") ? "&&" : name.equals("array_contains_all") ? "@>" : "<@";
                out.infix(call.arguments().get(0), Operator.CONCAT, operator, call.arguments().get(1));
            }
            case "make_json_object", "make_json_array", "json_array_agg", "json_object_agg" -> {
                traits.require(Feature.JSON_CONSTRUCTORS, call.name());
                renderJsonConstructor(call, name.replace("make_", ""), out);
            }
            case "grouping" -> {
                traits.require(Feature.GROUPING_SETS, call.name());
                renderCall("GROUPING", call, out);
            }
            case "pow" -> renderCall("pow", call, out);
            case "regexp_replace" -> {
                traits.require(Feature.REGULAR_EXPRESSION_REPLACE, call.name());
                renderCall("REGEXP_REPLACE", call, out);
            }
            case "regexp_replace_all" -> {
                traits.require(Feature.REGULAR_EXPRESSION_REPLACE, call.name());
                renderRegexpReplace(call, out);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Writes an array, the concatenation of two arrays, or the length of an array. */
    protected void renderArray(String name, FunctionCall<?> call, RenderContext out) {
        switch (name) {
            case "make_array" -> out.sql("ARRAY[").expressions(call.arguments()).sql("]");
            case "array_concat" ->
                out.infix(call.arguments().get(0), Operator.CONCAT, "||", call.arguments().get(1));
            default -> renderCall("CARDINALITY", call, out);
        }
    }

    /**
     * Writes a date or timestamp plus a number of months; a timestamp with an offset is computed in UTC. A day that the
     * resulting month does not have becomes the last day of that month.
     */
    protected void renderPlusMonths(Expression<?> point, Expression<?> months, RenderContext out) {
        out.sql("plus_months(").expressions(List.of(point, months)).sql(")");
    }

    /** Writes the interval from one point in time to another of the same kind. */
    protected void renderDurationBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("(").operand(end, Operator.SUBTRACT).sql(" - ").operand(start, Operator.MULTIPLY).sql(")");
    }

    /** Writes the number of days from one date to another. */
    protected void renderDaysBetween(Expression<?> start, Expression<?> end, RenderContext out) {
        out.sql("(").operand(end, Operator.SUBTRACT).sql(" - ").operand(start, Operator.MULTIPLY).sql(")");
    }

    /**
     * Writes a regular expression replacement of all matches. The arguments are the text, the expression, the
     * replacement and optionally flags.
     */
    protected void renderRegexpReplace(FunctionCall<?> call, RenderContext out) {
        if (call.arguments().size() < 4) {
            renderCall("REGEXP_REPLACE", call, out);
            return;
        }
        out.sql("REGEXP_REPLACE(").expressions(call.arguments().subList(0, 3)).sql(", 1, 0, ")
                .expression(call.arguments().get(3)).sql(")");
    }

    /** Writes a cast that returns NULL for a value that cannot be converted. */
    protected void renderTryCast(Expression<?> value, String type, RenderContext out) {
        out.sql("TRY_CAST (").expression(value).sql(" AS ").sql(type).sql(")");
    }

    /** Writes a full-text search. */
    protected void renderMatch(Expression<?> text, Expression<?> words, RenderContext out) {
        out.sql("MATCH (").expression(text).sql(") AGAINST (").expression(words).sql(")");
    }

    /**
     * Writes the access to an element or a slice of an array. The arguments are the array and one or two positions.
     */
    protected void renderArrayPart(FunctionCall<?> call, RenderContext out) {
        var array = call.arguments().get(0);
        boolean isName = array instanceof ColumnReference<?> || array instanceof TextFragment<?>;
        out.sql(isName ? "" : "(").expression(array).sql(isName ? "[" : ")[").expression(call.arguments().get(1));
        if (call.arguments().size() > 2) {
            out.sql(":").expression(call.arguments().get(2));
        }
        out.sql("]");
    }

    /**
     * Writes a JSON object or array that is built from values or from the rows of a group.
     *
     * @param call the call
     * @param name {@code json_object}, {@code json_array}, {@code json_array_agg} or {@code json_object_agg}
     * @param out the writer
     */
    protected void renderJsonConstructor(FunctionCall<?> call, String name, RenderContext out) {
        out.sql(jsonConstructor(name)).sql("(").sql(call.isDistinct() ? "DISTINCT " : "");
        boolean isObject = name.startsWith("json_object");
        for (int i = 0; i < call.arguments().size(); i++) {
            out.sql(i == 0 ? "" : isObject && i % 2 == 1 ? jsonColon() : ", ");
            if (isObject && i % 2 == 0) {
                out.expression(call.arguments().get(i));
            } else {
                renderJsonMember(call.arguments().get(i), out);
            }
        }
        renderCallOrdering(call, out);
        out.sql(jsonNulls(name)).sql(")");
    }

    /** Returns the function for a JSON constructor. */
    protected String jsonConstructor(String name) {
        return switch (name) {
            case "json_array_agg" -> "JSON_ARRAYAGG";
            case "json_object_agg" -> "JSON_OBJECTAGG";
            default -> name.toUpperCase(Locale.ROOT);
        };
    }

    /** Returns the text between the name and the value of a member. */
    protected String jsonColon() {
        return ", ";
    }

    /** Returns the clause that keeps NULLs, with a leading space; empty if they are kept by default. */
    protected String jsonNulls(String name) {
        return "";
    }

    /** Writes a value inside a JSON object or array. */
    protected void renderJsonMember(Expression<?> value, RenderContext out) {
        out.expression(value);
    }

    /** Writes a call over a window. */
    protected void renderOver(Over<?> over, RenderContext out) {
        traits.require(Feature.WINDOW_FUNCTIONS, over.function().name());
        renderFunction(over.function(), out);
        out.sql(" OVER (");
        renderWindow(over.window(), out);
        out.sql(")");
    }

    /** Writes the contents of the parentheses of OVER. */
    protected void renderWindow(Window window, RenderContext out) {
        boolean isFirst = true;
        if (!window.partition().isEmpty()) {
            out.sql("PARTITION BY ").expressions(window.partition());
            isFirst = false;
        }
        if (!window.ordering().isEmpty()) {
            out.sql(isFirst ? "" : " ").sql("ORDER BY ");
            renderOrdering(window.ordering(), out);
            isFirst = false;
        }
        var frame = window.frame();
        if (frame != null) {
            out.sql(isFirst ? "" : " ");
            renderFrame(frame, out);
        }
    }

    /** Writes a window frame. */
    protected void renderFrame(Frame frame, RenderContext out) {
        if (frame.unit() == Frame.Unit.GROUPS) {
            traits.require(Feature.WINDOW_FRAME_GROUPS, frame);
        }
        if (frame.exclusion() != Frame.Exclusion.NONE) {
            traits.require(Feature.WINDOW_FRAME_EXCLUDE, frame);
        }
        out.sql(frame.unit().name()).sql(" BETWEEN ");
        renderBound(frame.start(), out);
        out.sql(" AND ");
        renderBound(frame.end(), out);
        out.sql(frame.exclusion().suffix());
    }

    /** Writes the distance of a frame bound. */
    protected void renderBoundOffset(Expression<?> offset, RenderContext out) {
        out.expression(offset);
    }

    private void renderBound(FrameBound bound, RenderContext out) {
        var offset = bound.offset();
        if (offset != null) {
            renderBoundOffset(offset, out);
            out.sql(" ");
        }
        out.sql(bound.kind().text());
    }
}
