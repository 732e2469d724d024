package dev.rubedo.migrate.source;

import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.stability.Spi;
import java.util.List;

/** Writes operations as Java source. Thread-safe if the implementation says so. */
@Spi
public interface OperationSource {
    /**
     * Returns the Java statements for operations, each of one or more lines.
     *
     * @param operations the operations
     * @throws dev.rubedo.migrate.error.MigrationException if one cannot be written
     */
    List<String> statements(List<MigrationOperation> operations);

    /**
     * Returns the names to import for operations: {@code package.Class} or {@code static package.Class.name}.
     *
     * @param operations the operations
     */
    List<String> imports(List<MigrationOperation> operations);
}
