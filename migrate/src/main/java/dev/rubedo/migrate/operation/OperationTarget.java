package dev.rubedo.migrate.operation;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.stability.Spi;
import java.util.Map;
import java.util.Optional;

/** What operations are applied to: a database, a script or a list. Confined to one thread at a time. */
@Spi
public interface OperationTarget {
    /**
     * Carries an operation out, or records it.
     *
     * @param operation the operation
     */
    void invoke(MigrationOperation operation);

    /** Returns the dialect of the database. */
    Dialect dialect();

    /** Returns the connection; empty if operations are only recorded or written to a script. */
    Optional<Connection> connection();

    /** Returns the arguments that were given to the run, by name; possibly empty. */
    default Map<String, String> arguments() {
        return Map.of();
    }

    /**
     * Tells checks why a rule does not apply to the revision. By default nothing happens.
     *
     * @param code the code of the rule
     * @param reason why
     */
    default void allow(String code, String reason) {}

    /** Returns the convention for the names of constraints and indexes that have none. */
    NamingConvention namingConvention();
}
