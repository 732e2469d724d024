package dev.rubedo.sql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query. Immutable.
 *
 * @param <T> the type of each row
 */
public sealed interface Selectable<T extends @Nullable Object> extends Statement<T>
        permits Select, CompoundSelect, TextSelect {
    @Override
    Selectable<T> rewrite(Rewriter rewriter);

    /** Returns this query of one column as a scalar subquery. */
    default ScalarSubquery<T> scalar() {
        return new ScalarSubquery<>(this);
    }

    /** Returns a test for whether this query has rows. */
    default Condition exists() {
        return new Exists(this);
    }

    /**
     * Returns this query as a subquery for {@code FROM}.
     *
     * @param name the name of the table
     */
    default Subquery subquery(String name) {
        return new Subquery(this, AliasName.of(name), false);
    }

    /** Returns this query as a subquery for {@code FROM}, whose name is generated at compile time. */
    default Subquery subquery() {
        return new Subquery(this, AliasName.anonymous("anon"), false);
    }

    /**
     * Returns this query as a lateral subquery, which can refer to preceding items of {@code FROM}.
     *
     * @param name the name of the table
     */
    default Subquery lateral(String name) {
        return new Subquery(this, AliasName.of(name), true);
    }

    /**
     * Returns this query as a lateral subquery, which can refer to preceding items of {@code FROM} and whose name is
     * generated at compile time.
     */
    default Subquery lateral() {
        return new Subquery(this, AliasName.anonymous("anon"), true);
    }

    /**
     * Returns this query as a common table expression.
     *
     * @param name its name
     */
    default CommonTableExpression cte(String name) {
        return CommonTableExpressions.of(AliasName.of(name), this);
    }

    /** Returns this query as a common table expression, whose name is generated at compile time. */
    default CommonTableExpression cte() {
        return CommonTableExpressions.of(AliasName.anonymous("anon"), this);
    }

    /**
     * Returns a recursive common table expression. This query supplies the first rows, and the step derives further
     * rows from the most recent ones, until there are no more. Duplicates are kept ({@code UNION ALL}).
     *
     * @param name its name
     * @param step creates the query for more rows, given the expression itself
     */
    default CommonTableExpression recursive(String name, Function<CommonTableExpression, Selectable<T>> step) {
        return CommonTableExpressions.recursive(AliasName.of(name), this, CompoundSelect.Kind.UNION_ALL, step);
    }

    /**
     * Returns a recursive common table expression without duplicates ({@code UNION}), so that it terminates on cyclic
     * data.
     *
     * @param name its name
     * @param step creates the query for more rows, given the expression itself
     */
    default CommonTableExpression recursiveDistinct(String name, Function<CommonTableExpression, Selectable<T>> step) {
        return CommonTableExpressions.recursive(AliasName.of(name), this, CompoundSelect.Kind.UNION, step);
    }

    /** Returns a query that counts the rows of this one. Columns that do not affect the number are omitted. */
    default Select<Long> count() {
        var inPlace = this instanceof Select<T> select ? select.countedInPlace() : null;
        if (inPlace != null) {
            return inPlace;
        }
        Selectable<?> counted = this instanceof Select<T> select ? select.counted() : this;
        return new Select<Long>(SelectList.one(Functions.count())).from(counted.subquery());
    }

    /**
     * Returns a query for the rows of both queries, without duplicates.
     *
     * @param other the other query
     */
    default CompoundSelect<T> union(Selectable<T> other) {
        return new CompoundSelect<>(CompoundSelect.Kind.UNION, List.of(this, other));
    }

    /**
     * Returns a query for the rows of both queries, including duplicates.
     *
     * @param other the other query
     */
    default CompoundSelect<T> unionAll(Selectable<T> other) {
        return new CompoundSelect<>(CompoundSelect.Kind.UNION_ALL, List.of(this, other));
    }

    /**
     * Returns a query for the rows that both queries return, without duplicates.
     *
     * @param other the other query
     */
    default CompoundSelect<T> intersect(Selectable<T> other) {
        return new CompoundSelect<>(CompoundSelect.Kind.INTERSECT, List.of(this, other));
    }

    /**
     * Returns a query for the rows that both queries return, including duplicates.
     *
     * @param other the other query
     */
    default CompoundSelect<T> intersectAll(Selectable<T> other) {
        return new CompoundSelect<>(CompoundSelect.Kind.INTERSECT_ALL, List.of(this, other));
    }

    /**
     * Returns a query for the rows of this query that the other does not return, without duplicates.
     *
     * @param other the other query
     */
    default CompoundSelect<T> except(Selectable<T> other) {
        return new CompoundSelect<>(CompoundSelect.Kind.EXCEPT, List.of(this, other));
    }

    /**
     * Returns a query for the rows of this query that the other does not return, including duplicates.
     *
     * @param other the other query
     */
    default CompoundSelect<T> exceptAll(Selectable<T> other) {
        return new CompoundSelect<>(CompoundSelect.Kind.EXCEPT_ALL, List.of(this, other));
    }
}
