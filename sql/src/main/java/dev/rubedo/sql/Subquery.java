package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query in {@code FROM}. Immutable.
 *
 * @param query the query
 * @param name the name
 * @param isLateral whether it can refer to preceding items of {@code FROM}
 */
public record Subquery(Selectable<?> query, AliasName name, boolean isLateral) implements RowSource {
    /** Checks the components. */
    public Subquery {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public List<ColumnReference<?>> columns() {
        return DerivedColumns.of(this, query);
    }

    /**
     * Returns this query under another name, so that it can be used twice.
     *
     * @param alias the name
     */
    public Subquery as(String alias) {
        return new Subquery(query, AliasName.of(alias), isLateral);
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
        out.part(isLateral);
        out.statement(query);
    }

    @Override
    public Subquery rewrite(Rewriter rewriter) {
        var changed = rewriter.query(query);
        return Rewriter.same(changed, query) ? this : new Subquery(changed, name, isLateral);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
