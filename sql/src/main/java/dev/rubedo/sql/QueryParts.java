package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a query that can be ordered. Confined to one thread at a time until they are in a statement. */
class QueryParts extends StatementParts {
    List<OrderTerm> ordering = List.of();
    @Nullable RowLimit limit;
    @Nullable Expression<?> offset;

    @Override
    QueryParts copy() {
        return (QueryParts) super.copy();
    }

    @Override
    void rewrite(Rewriter rewriter) {
        super.rewrite(rewriter);
        ordering = Rewriter.list(ordering, rewriter::orderTerm);
        limit = limit == null ? null : rewriter.rowLimit(limit);
        offset = offset == null ? null : rewriter.expression(offset);
    }
}
