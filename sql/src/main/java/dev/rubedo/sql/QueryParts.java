package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a query that can be ordered. Confined to one thread at a time until they are in a statement. */
class QueryParts extends StatementParts {
    List<OrderTerm> ordering = List.of();
    @Nullable RowLimit limit;
    @Nullable Expression<?> offset;
    /** Follows from the other parts of a finished query; see {@link DerivedShape}. */
    transient @Nullable Object derived;

    @Override
    QueryParts copy() {
        var copy = (QueryParts) super.copy();
        copy.derived = null;
        return copy;
    }

    @Override
    void rewrite(Rewriter rewriter) {
        super.rewrite(rewriter);
        ordering = Rewriter.list(ordering, rewriter::orderTerm);
        limit = limit == null ? null : rewriter.rowLimit(limit);
        offset = offset == null ? null : rewriter.expression(offset);
    }
}
