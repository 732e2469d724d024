package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A common table expression: {@code WITH name AS (...)}. It is written only once, at the outermost statement, however
 * often it is used. Immutable.
 *
 * @param name the name
 * @param query a query, or a statement with {@code RETURNING}
 * @param isRecursive whether it refers to itself
 * @param isSelfReference whether this is the self-reference inside a recursive expression, for which no definition is
 *     written
 * @param materialization whether the database computes it only once
 * @param isNested whether it is written at the statement that uses it instead of the outermost statement
 */
public record CommonTableExpression(AliasName name, Statement<?> query, boolean isRecursive, boolean isSelfReference,
        Materialization materialization, boolean isNested) implements RowSource {

    /** Checks the components. */
    public CommonTableExpression {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(materialization, "materialization");
        Objects.requireNonNull(query, "query");
    }

    @Override
    public List<ColumnReference<?>> columns() {
        return DerivedColumns.of(this, query);
    }

    /**
     * Returns this expression under another name, so that it can be used twice.
     *
     * @param alias the name
     */
    public Alias as(String alias) {
        return new Alias(this, AliasName.of(alias));
    }

    /** Returns this expression, marked {@code MATERIALIZED}: to be computed once. */
    public CommonTableExpression materialized() {
        return new CommonTableExpression(name, query, isRecursive, isSelfReference, Materialization.MATERIALIZED,
                isNested);
    }

    /** Returns this expression, marked {@code NOT MATERIALIZED}: to be merged into the statement. */
    public CommonTableExpression notMaterialized() {
        return new CommonTableExpression(name, query, isRecursive, isSelfReference, Materialization.NOT_MATERIALIZED,
                isNested);
    }

    /** Returns this expression, written at the statement that uses it instead of the outermost statement. */
    public CommonTableExpression nested() {
        return new CommonTableExpression(name, query, isRecursive, isSelfReference, materialization, true);
    }

    /** Whether the database computes the expression only once. Immutable. */
    public enum Materialization {
        /** The database decides. */
        DEFAULT,
        /** Computed once. */
        MATERIALIZED,
        /** Merged into the statement. */
        NOT_MATERIALIZED
    }

    @Override
    public String label() {
        return name.text();
    }

    // The name distinguishes the sources of a statement; hashing the source would walk it for every column.
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    // without recursion, however deep it is
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && Components.areEqual(this, node);
    }

    @Override
    public void describe(Structure out) {
        name.describe(out);
        out.part(isRecursive);
        out.part(isSelfReference);
        out.part(materialization);
        out.part(isNested);
        if (!isSelfReference) {
            out.statement(query);
        }
    }

    @Override
    public CommonTableExpression rewrite(Rewriter rewriter) {
        var changed = rewriter.statement(query);
        return Rewriter.same(changed, query) ? this
                : new CommonTableExpression(name, changed, isRecursive, isSelfReference, materialization, isNested);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
