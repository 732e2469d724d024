package dev.rubedo.orm.internal.query;

import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.RowCache;
import dev.rubedo.sql.StatementOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The option to take the rows of a query, and those that it loads right after them, from a cache. Immutable.
 *
 * @param cache the cache
 */
public record FromCacheOption(RowCache cache) implements StatementOption {

    /** Checks that there is a cache. */
    public FromCacheOption {
        Objects.requireNonNull(cache, "cache");
    }

    /** Returns the cache of an execution, which its own options determine before those of the statement, or null. */
    public static @Nullable RowCache of(List<StatementOption> statement, ExecuteOption... execution) {
        RowCache found = null;
        for (StatementOption option : statement) {
            if (option instanceof FromCacheOption from) {
                found = from.cache;
            }
        }
        for (ExecuteOption option : execution) {
            if (option instanceof ExecuteOption.FromCache from) {
                found = from.cache();
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return "fromCache(" + cache + ")";
    }
}
