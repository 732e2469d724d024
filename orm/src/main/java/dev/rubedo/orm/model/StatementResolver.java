package dev.rubedo.orm.model;

import dev.rubedo.stability.Spi;
import dev.rubedo.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Turns statements about entities into statements about tables, for {@link Model#resolve}. Found once through
 * {@link java.util.ServiceLoader}, since what knows how stands above this package. Thread-safe.
 */
@Spi
public interface StatementResolver {

    /**
     * Returns the statement about tables that a statement about entities means.
     *
     * @param model the mapping
     * @param statement the statement
     */
    <T extends @Nullable Object> Statement<T> resolve(Model model, Statement<T> statement);
}
