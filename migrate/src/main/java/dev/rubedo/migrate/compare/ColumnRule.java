package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.stability.Spi;
import java.util.Optional;

/**
 * Compares one property of columns, such as their types, in place of or before the usual comparison. Thread-safe if the
 * implementation says so.
 */
@Spi
@FunctionalInterface
public interface ColumnRule {
    /**
     * Returns whether the property differs; empty to leave it to the usual comparison.
     *
     * @param table the name of the table
     * @param from the column of the database
     * @param to the column of the model
     */
    Optional<Boolean> differs(TableName table, ColumnSnapshot from, ColumnSnapshot to);
}
