package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A query of one column used as a value. More than one row is a database error. Immutable.
 *
 * @param <T> the Java type of its values
 * @param query the query
 */
public record ScalarSubquery<T extends @Nullable Object>(Selectable<T> query) implements Expression<T> {
    /** Checks the components. */
    public ScalarSubquery {
        SelectList.requireOneColumn(query, "scalar()");
    }

    // A query of one column has the type of that column; this is checked at construction.
    @Override
    @SuppressWarnings("unchecked")
    public SqlType<T> type() {
        return (SqlType<T>) query.columns().get(0).type();
    }

    @Override
    public void describe(Structure out) {
        out.statement(query);
    }

    @Override
    public ScalarSubquery<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.query(query);
        return Rewriter.same(changed, query) ? this : new ScalarSubquery<>(changed);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
