package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function call. Immutable.
 *
 * @param <T> the Java type of its values
 * @param name the name; dots separate schema or package
 * @param arguments the arguments
 * @param type the type of the result
 * @param isDistinct whether an aggregate ignores duplicate values
 * @param ordering the {@code ORDER BY} inside the parentheses of an aggregate
 * @param group the {@code WITHIN GROUP (ORDER BY ...)}
 * @param condition the {@code FILTER (WHERE ...)}; {@link NoCondition} for none
 */
public record FunctionCall<T extends @Nullable Object>(String name, List<Expression<?>> arguments, SqlType<T> type,
        boolean isDistinct, List<OrderTerm> ordering, List<OrderTerm> group, Condition condition)
        implements
            Expression<T> {

    private static final Set<String> AGGREGATES = Set.of("count", "sum", "avg", "min", "max", "array_agg",
            "aggregate_strings", "string_agg", "group_concat", "listagg", "json_agg", "jsonb_agg", "json_array_agg",
            "json_object_agg", "jsonb_object_agg", "json_arrayagg", "json_objectagg", "json_group_array",
            "json_group_object", "jsonb_group_array", "jsonb_group_object", "xmlagg", "bool_and", "bool_or", "every",
            "any_value", "bit_and", "bit_or", "bit_xor", "stddev", "stddev_pop", "stddev_samp", "std", "stdev",
            "stdevp", "variance", "var_pop", "var_samp", "var", "varp", "corr", "covar_pop", "covar_samp", "regr_avgx",
            "regr_avgy", "regr_count", "regr_intercept", "regr_r2", "regr_slope", "regr_sxx", "regr_sxy", "regr_syy",
            "approx_count_distinct", "count_big", "median", "mode", "percentile_cont", "percentile_disc", "grouping",
            "total");

    /** Checks the components. */
    public FunctionCall {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(condition, "condition");
        if (name.isBlank()) {
            throw new IllegalArgumentException("func(): the name is empty");
        }
        arguments = List.copyOf(arguments);
        ordering = List.copyOf(ordering);
        group = List.copyOf(group);
    }

    /**
     * Returns a plain call.
     *
     * @param name the name
     * @param type the type of the result
     * @param arguments the arguments
     */
    public static <T extends @Nullable Object> FunctionCall<T> of(String name, SqlType<T> type,
            List<? extends Expression<?>> arguments) {
        return new FunctionCall<>(name, List.copyOf(arguments), type, false, List.of(), List.of(), NoCondition.NONE);
    }

    /**
     * Returns this aggregate over the rows for which a condition holds. Repeated calls combine their conditions with
     * AND.
     *
     * @param only the condition
     */
    public FunctionCall<T> filter(Condition only) {
        return new FunctionCall<>(name, arguments, type, isDistinct, ordering, group, condition.and(only));
    }

    /**
     * Returns whether this call aggregates the rows of a group, judged by its name, if it is a well-known aggregate, or
     * by its clauses.
     */
    public boolean isAggregate() {
        return isDistinct || condition != NoCondition.NONE || !ordering.isEmpty() || !group.isEmpty()
                || AGGREGATES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns this aggregate over distinct values. */
    public FunctionCall<T> distinct() {
        return new FunctionCall<>(name, arguments, type, true, ordering, group, condition);
    }

    /**
     * Returns this aggregate with ordered values: {@code array_agg(x ORDER BY y)}.
     *
     * @param terms the order
     */
    public FunctionCall<T> orderBy(OrderTerm... terms) {
        return new FunctionCall<>(name, arguments, type, isDistinct, SelectParts.append(ordering, terms), group,
                condition);
    }

    /**
     * Returns this ordered-set aggregate: {@code percentile_cont(0.5) WITHIN GROUP (ORDER BY x)}.
     *
     * @param terms the order
     */
    public FunctionCall<T> withinGroup(OrderTerm... terms) {
        return new FunctionCall<>(name, arguments, type, isDistinct, ordering, SelectParts.append(group, terms),
                condition);
    }

    /** Returns this function over all rows: {@code OVER ()}. */
    public Over<T> over() {
        return new Over<>(this, Window.ALL);
    }

    /**
     * Returns this function over a window.
     *
     * @param window the window
     */
    public Over<T> over(Window window) {
        return new Over<>(this, window);
    }

    /**
     * Returns this function as a table with one column, for {@code FROM}. The column has the type of the function's
     * result.
     *
     * @param alias the name of the table
     * @param column the name of the column
     */
    public TableFunction table(String alias, String column) {
        return new TableFunction(this, AliasName.of(alias), List.of(new ColumnName(column, type)), false, false,
                false);
    }

    /**
     * Returns this function as a table, for {@code FROM}.
     *
     * @param alias the name of the table
     * @param columns its columns
     */
    public TableFunction table(String alias, ColumnName... columns) {
        return new TableFunction(this, AliasName.of(alias), List.of(columns), false, false, false);
    }

    // without recursion, however deep it is
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && Components.areEqual(this, node);
    }

    @Override
    public int hashCode() {
        return Components.hash(this);
    }

    @Override
    public void describe(Structure out) {
        out.part(name);
        out.part(type);
        out.part(isDistinct);
        out.expressions(arguments);
        out.terms(ordering);
        out.terms(group);
        out.expression(condition);
    }

    @Override
    public FunctionCall<T> rewrite(Rewriter rewriter) {
        var newArguments = rewriter.expressions(arguments);
        var newOrdering = Rewriter.list(ordering, rewriter::orderTerm);
        var newGroup = Rewriter.list(group, rewriter::orderTerm);
        var newCondition = rewriter.condition(condition);
        return Rewriter.same(newArguments, arguments) && Rewriter.same(newOrdering, ordering)
                && Rewriter.same(newGroup, group) && Rewriter.same(newCondition, condition) ? this
                        : new FunctionCall<>(name, newArguments, type, isDistinct, newOrdering, newGroup, newCondition);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
