package dev.rubedo.engine;

import dev.rubedo.result.RecordedRows;
import dev.rubedo.stability.Spi;
import java.util.function.Supplier;

/**
 * Keeps the rows of queries, for {@link ExecuteOption#fromCache}. Implementations are thread-safe.
 */
@Spi
public interface RowCache {

    /**
     * Returns the rows of a query, from the cache or from the database. Called on the thread that executes the query,
     * instead of the database.
     *
     * @param query the query
     * @param load executes the query; an exception is that of the database, and must be propagated
     */
    RecordedRows rows(RowQuery query, Supplier<RecordedRows> load);
}
