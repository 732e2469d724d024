package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.stability.Spi;
import java.util.Optional;

/**
 * A rule that compares one property of columns, such as their types, before or instead of the default comparison.
 * Thread-safe if the implementation says so.
 */
@Spi
@FunctionalInterface
public interface ColumnRule {
    /**
     * Returns whether the property differs; empty to use the default comparison.
     *
     * @param table the name of the table
     * @param from the column of the database
     * @param to the column of the model
     */
    Optional<Boolean> differs(TableName table, ColumnSnapshot from, ColumnSnapshot to);
}
