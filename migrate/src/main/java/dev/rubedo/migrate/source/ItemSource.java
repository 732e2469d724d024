package dev.rubedo.migrate.source;

import dev.rubedo.stability.Spi;
import java.util.Optional;

/**
 * Customizes how some types, columns, constraints and indexes are written. Thread-safe if the implementation says so.
 */
@Spi
@FunctionalInterface
public interface ItemSource {
    /**
     * Returns the Java expression for an item; empty to write it in the default way.
     *
     * @param item a {@link dev.rubedo.type.SqlType}, or a snapshot of a column, constraint or index
     */
    Optional<JavaItem> source(Object item);
}
