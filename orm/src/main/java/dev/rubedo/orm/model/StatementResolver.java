package dev.rubedo.orm.model;

import dev.rubedo.stability.Spi;
import dev.rubedo.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A translator from statements about entities to statements about tables, for {@link Model#resolve}. It is found
 * through {@link java.util.ServiceLoader}, because the implementation is in a package that depends on this one.
 * Thread-safe.
 */
@Spi
public interface StatementResolver {

    /**
     * Translates a statement about entities to one about tables.
     *
     * @param model the model
     * @param statement the statement
     */
    <T extends @Nullable Object> Statement<T> resolve(Model model, Statement<T> statement);
}
