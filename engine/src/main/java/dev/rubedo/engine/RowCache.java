package dev.rubedo.engine;

import dev.rubedo.result.RecordedRows;
import dev.rubedo.stability.Spi;
import java.util.function.Supplier;

/** A cache of the rows of queries, for {@link ExecuteOption#fromCache}. Implementations are thread-safe. */
@Spi
public interface RowCache {

    /**
     * Returns the rows of a query, from the cache or by calling {@code load}. Called on the thread that executes the
     * query.
     *
     * @param query the query
     * @param load executes the query in the database; its exceptions must be propagated
     */
    RecordedRows rows(RowQuery query, Supplier<RecordedRows> load);
}
