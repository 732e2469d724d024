package dev.rubedo.reflect;

import dev.rubedo.stability.Spi;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An executor of catalog queries, such as a connection. Confined to one thread at a time. */
@Spi
public interface CatalogQueries {

    /**
     * Returns the rows of a query.
     *
     * @param sql the query, with a {@code ?} for each parameter
     * @param parameters strings or numbers
     */
    List<CatalogRow> rows(String sql, @Nullable Object... parameters);
}
