package dev.rubedo.migrate.operation;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.stability.Spi;
import java.util.Map;
import java.util.Optional;

/** A target of operations: a database, a script or a list. Confined to one thread at a time. */
@Spi
public interface OperationTarget {
    /**
     * Performs or records an operation.
     *
     * @param operation the operation
     */
    void invoke(MigrationOperation operation);

    /** Returns the dialect of the database. */
    Dialect dialect();

    /** Returns the connection; empty if operations are only recorded or written to a script. */
    Optional<Connection> connection();

    /** Returns the arguments of the run, by name; possibly empty. */
    default Map<String, String> arguments() {
        return Map.of();
    }

    /**
     * Records the reason for which a rule does not apply to the revision; by default, does nothing.
     *
     * @param code the code of the rule
     * @param reason the reason
     */
    default void allow(String code, String reason) {}

    /** Returns the convention for the names of constraints and indexes that have none. */
    NamingConvention namingConvention();
}
